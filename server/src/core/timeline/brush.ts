import { isoSecond } from '../investigate/utcText';
import { parseQuestion } from '../query/parseQuestion';
import { printQuestion } from '../query/printQuestion';
import { allOf, type FieldTerm, type Question } from '../query/question';
import type { QuestionProblem } from '../query/questionProblem';
import { timeNamed } from '../query/timeNamed';

/** A stretch of time, in milliseconds since 1970; where a side is open, it has no end there. */
export interface Brush {
  /** Inclusive. */
  readonly from: number | undefined;
  /** Exclusive. */
  readonly to: number | undefined;
}

/** A question taken apart: the stretch of time that it asks for, and what it asks for besides. */
export interface Brushed {
  /** Undefined where it asks for no stretch of time, or for several. */
  readonly brush: Brush | undefined;
  readonly rest: Question;
  readonly problems: readonly QuestionProblem[];
}

/** Takes a question apart. Of one that can't be read, nothing is what somebody meant. */
export function brushed(where: string): Brushed {
  const { question, problems } = parseQuestion(where);
  const parts = question.kind === 'all' ? question.of : [question];
  const stretches = parts.flatMap((part) => stretchOf(part) ?? []);
  const rest = allOf(parts.filter((part) => stretchOf(part) === undefined));
  if (stretches.length === 0) return { brush: undefined, rest, problems };
  const froms = stretches.flatMap(({ from }) => from ?? []);
  const tos = stretches.flatMap(({ to }) => to ?? []);
  const brush = {
    from: froms.length === 0 ? undefined : Math.max(...froms),
    to: tos.length === 0 ? undefined : Math.min(...tos),
  };
  return { brush, rest, problems };
}

/**
 * The question with another stretch of time; everything else that it asks for stays.
 *
 * @param brush undefined: with no stretch of time. In whole seconds: what begins within one has all of it
 */
export function brushedAnew(where: string, brush: Required<StretchOfTime> | undefined): string {
  const { rest, problems } = brushed(where);
  const kept = problems.length > 0 ? [] : [rest];
  return printQuestion(allOf(brush === undefined ? kept : [...kept, timeTerm(brush)]));
}

/** From one moment up to another, exclusive; milliseconds since 1970. */
export interface StretchOfTime {
  readonly from: number;
  readonly to: number;
}

/** The question that picks what happened in a stretch of time. */
export function timeTerm({ from, to }: StretchOfTime): FieldTerm {
  const first = Math.floor(from / SECOND) * SECOND;
  const last = Math.max(first, (Math.ceil(to / SECOND) - 1) * SECOND);
  const named = (time: number): string => isoSecond(Math.min(LATEST, Math.max(0, time))).slice(0, -1);
  return { kind: 'field', field: 'time', values: [{ kind: 'time', from: named(first), to: named(last) }] };
}

const SECOND = 1000;
/** The last second of the year 9999. */
const LATEST = 253_402_300_799_000;

function stretchOf(part: Question): Brush | undefined {
  if (part.kind !== 'field') return undefined;
  const { field, values } = part;
  const [value] = values;
  if (values.length !== 1 || value?.kind !== 'time') return undefined;
  const from = value.from === undefined ? undefined : timeNamed(value.from)?.first;
  const to = value.to === undefined ? undefined : timeNamed(value.to)?.end;
  if (field === 'time') return { from, to };
  if (field === 'after') return { from, to: undefined };
  return field === 'before' ? { from: undefined, to: from } : undefined;
}
