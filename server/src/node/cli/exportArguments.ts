import { printQuestion, type Question, type Window } from '../../core';
import type { Limits } from '../../host/limits';
import { questionIn } from './where';

/** What events can be written as, in the order in which they are told. */
export const EXPORT_FORMATS = [
  'csv',
  'tsv',
  'jsonl',
  'parquet',
  'xlsx',
  'timesketch-csv',
  'timesketch-jsonl',
  'sarif',
  'navigator',
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Events that are to be written in another form. Among `files` are folders and patterns, and `-` is standard input. */
export interface Exporting {
  readonly files: readonly string[];
  readonly format: ExportFormat;
  readonly question: Question;
  /** As `printQuestion` writes it; empty: all events. */
  readonly where: string;
  /** Absent: whenever. */
  readonly window: Window | undefined;
  readonly limits: Limits;
  /** The file to write; absent: standard output. */
  readonly output: string | undefined;
  /** A file that is there is replaced. */
  readonly force: boolean;
}

/** Options of export alone. */
export const EXPORT_OPTIONS = ['format', 'output', 'force'] as const;

/** @returns a text that says what is wrong */
export function exportingOf(
  { files, window, limits }: Pick<Exporting, 'files' | 'window' | 'limits'>,
  {
    format,
    where = '',
    output,
    force = false,
  }: {
    readonly format?: string | undefined;
    readonly where?: string | undefined;
    readonly output?: string | undefined;
    readonly force?: boolean | undefined;
  },
): Exporting | string {
  const known = EXPORT_FORMATS.find((each) => each === format?.trim().toLowerCase());
  if (known === undefined) {
    const what = format === undefined ? 'export needs --format' : `--format: there is no format ${format}`;
    return `${what}. Formats: ${EXPORT_FORMATS.join(', ')}.`;
  }
  if (output === '' || output === '-')
    return '--output takes the name of a file; without it, standard output is written.';
  if (force && output === undefined) return '--force is for a file of --output that is there.';
  const question = questionIn(where);
  if (typeof question === 'string') return question;
  return { files, format: known, question, where: printQuestion(question), window, limits, output, force };
}
