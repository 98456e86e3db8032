import {
  type EventRecord,
  fixTitle,
  inOrder,
  keepsEvents,
  label,
  locate,
  moved,
  type Problem,
  type Span,
  type TextEdit,
} from '../core/index';
import { type Analysis, faultyRecords, faultyRecordsAt } from './analysis';

/** A repair that adds no fact of its own. Span and edits are offsets of the log. */
export interface Fix {
  readonly title: string;
  /** Absent for what stands between records. */
  readonly record: EventRecord | undefined;
  /** Where the problem is shown. */
  readonly span: Span;
  readonly edits: readonly TextEdit[];
}

/** All repairs of a log, in the order of the text but for those between records, which come first. */
export function* allFixes(analysis: Analysis): Generator<Fix> {
  yield* fixesOf(analysis, undefined, analysis.outline.problems);
  for (const record of faultyRecords(analysis)) yield* fixesOf(analysis, record, record.problems);
}

/** The repairs of problems that are shown in a stretch of text, or that change it. */
export function fixesAt(analysis: Analysis, span: Span): readonly Fix[] {
  const found: Fix[] = [];
  for (const fix of fixesOf(analysis, undefined, analysis.outline.problems)) if (isAt(fix, span)) found.push(fix);
  for (const record of faultyRecordsAt(analysis, span)) {
    for (const fix of fixesOf(analysis, record, record.problems)) if (isAt(fix, span)) found.push(fix);
  }
  return found;
}

/** All repairs that are offered for the problems of one record, in the order of the problems. */
export function fixesOfRecord(analysis: Analysis, record: EventRecord): readonly Fix[] {
  return Array.from(fixesOf(analysis, record, record.problems));
}

/** What is looked at before and behind the edits of a repair, to see that it costs no event. */
const AROUND = 20_000;

/** Whether repairs, made together, leave all whole events near them as they are. Only such are offered. */
export function mayBeOffered({ text }: Analysis, fixes: readonly Fix[]): boolean {
  const edits = inOrder(fixes.flatMap((fix) => fix.edits));
  const first = edits[0];
  const last = edits.at(-1);
  if (first === undefined || last === undefined) return false;
  const start = Math.max(0, first.start - AROUND);
  return keepsEvents(text.slice(start, Math.min(text.length, last.end + AROUND)), moved(edits, -start));
}

/** Whether two stretches of text have a character or a border in common; a cursor is a stretch without characters. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function* fixesOf({ text }: Analysis, record: EventRecord | undefined, problems: readonly Problem[]): Generator<Fix> {
  for (const problem of problems) {
    const title = fixTitle(problem);
    if (title === undefined || problem.edits === undefined) continue;
    const edits = moved(problem.edits, record?.start ?? 0);
    yield { title: label(title), record, span: locate(text, record, problem), edits };
  }
}

function isAt(fix: Fix, span: Span): boolean {
  return touches(fix.span, span) || fix.edits.some((edit) => touches(edit, span));
}
