import { allOf, type InquiryId, type Question, toldInquiry } from '../../core';
import { type EngineId, engineIds, engineOf, inquiryQuestion } from '../../core/handover/engineTexts';
import type { Limits } from '../../host/limits';
import { inquiriesNamed } from './askArguments';
import { questionIn } from './where';

/** A question that is to be asked elsewhere. Among `files` are folders and patterns, and `-` is standard input. */
export interface HandingOver {
  readonly files: readonly string[];
  readonly engine: EngineId;
  readonly question: Question;
  /** The question of every log whose events are asked for; absent where only a filter asks. */
  readonly inquiry: InquiryId | undefined;
  readonly serde: string | undefined;
  readonly limits: Limits;
  /** The file to write; absent: standard output. */
  readonly output: string | undefined;
  /** A file that is there is replaced. */
  readonly force: boolean;
}

/** Options of handover alone. */
export const HANDOVER_OPTIONS = ['engine', 'serde'] as const;

interface Given {
  readonly engine?: string | undefined;
  readonly serde?: string | undefined;
  readonly where?: string | undefined;
  readonly question?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

/** @returns a text that says what is wrong */
export function handingOf(
  { files, limits }: Pick<HandingOver, 'files' | 'limits'>,
  { engine: named, serde, where = '', question: asked, output, force = false }: Given,
): HandingOver | string {
  const engine = engineIds.find((each) => each === named?.trim().toLowerCase());
  if (engine === undefined) {
    const what = named === undefined ? 'handover needs --engine' : `--engine: there is no engine ${named}`;
    return `${what}. Engines: ${engineIds.join(', ')}.`;
  }
  const serdes = Object.keys(engineOf(engine).serdes ?? {});
  if (serde !== undefined && !serdes.includes(serde))
    return serdes.length === 0 ? '--serde is for athena.' : `--serde takes ${serdes.join(' or ')}.`;
  if (output === '' || output === '-')
    return '--output takes the name of a file; without it, standard output is written.';
  if (force && output === undefined) return '--force is for a file of --output that is there.';
  const filter = questionIn(where);
  if (typeof filter === 'string') return filter;
  const inquiries = asked === undefined ? [] : inquiriesNamed(asked);
  if (typeof inquiries === 'string') return inquiries;
  if (inquiries.length > 1) return '--question: handover takes one of them.';
  const [inquiry] = inquiries;
  const question = inquiry === undefined ? filter : allOf([inquiryQuestion(toldInquiry(inquiry)), filter]);
  return { files, engine, question, inquiry, serde, limits, output, force };
}
