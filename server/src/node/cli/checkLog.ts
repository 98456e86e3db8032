import {
  addCounts,
  analyze,
  type Container,
  countKeyOf,
  type EventRecord,
  factsOf,
  IdsOfLog,
  type JsonValue,
  type LogCounts,
  locator,
  mayLieIn,
  messageOf,
  noCounts,
  type Problem,
  ruleOf,
  type Severity,
  type Span,
  statusText,
  UnlikeName,
  valueAt,
} from '../../core';
import { isMailCall } from '../../core/index';
import { type RangeOf, rangesIn } from '../../documents/textRanges';
import type { ReadNote, TextRange } from '../../host/logFiles';
import type { Asked } from '../../places/asked';
import { isWanted } from '../../places/wantedEvents';

/** One log as `check --json` writes it; names and order of the members are a promise to programs. */
export interface CheckedLog {
  readonly file: string;
  readonly container: Container;
  readonly status: string;
  readonly counts: LogCounts;
  /** Records that do not answer the question that was asked: they are in no count and no list. */
  readonly unasked: number;
  /** What is wrong with the file as one; the same is said on standard error. */
  readonly notes: readonly ReadNote[];
  /** In the order of the text. */
  readonly events: readonly CheckedEvent[];
  /** In the order of the text; rules that are off are not here. */
  readonly problems: readonly CheckedProblem[];
}

/** What was found in its text. */
export interface FoundInLog extends Omit<CheckedLog, 'notes'> {
  /** For a text that is no CloudTrail log: what it is, if it is known. */
  readonly kind: string | undefined;
  /** Lines of values without the names of their fields, which calls in other logs may tell. */
  readonly lacksNames: boolean;
}

/** Texts as the log has them; null where the record does not tell. */
export interface CheckedEvent {
  readonly index: number;
  readonly eventID: string | null;
  readonly eventName: string | null;
  readonly eventSource: string | null;
  readonly eventTime: string | null;
  readonly workmail: boolean;
  readonly malformed: EventRecord['malformed'];
  readonly range: TextRange;
}

/** A problem as `check --json` prints it; its range is that of LSP. */
export interface CheckedProblem {
  readonly code: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly range: TextRange;
  /** Index of the record it lies in; null between records. */
  readonly event: number | null;
}

/**
 * Reads a log and everything that is wrong with it.
 *
 * @param asked records that are not asked for are left out, with their problems; what is wrong between records never is
 */
export function checkLog(
  file: string,
  text: string,
  { service = 'all', window = {}, answers, orders }: Asked,
): FoundInLog {
  const rangeOf = rangesIn(text);
  const events: CheckedEvent[] = [];
  const problems: CheckedProblem[] = [];
  let counts = noCounts;
  let unasked = 0;
  const note = (problem: Problem, find: (problem: Problem) => Span, record?: EventRecord): void => {
    const { severity } = ruleOf(problem.code);
    if (severity === 'off') return;
    const range = rangeOf(find(problem));
    problems.push({ code: problem.code, severity, message: messageOf(problem), range, event: record?.index ?? null });
  };
  const reading = analyze(text, undefined, orders);
  const ids = new IdsOfLog(text);
  const unlike = UnlikeName.of<EventRecord>(file);
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) {
      const find = locator(text, undefined);
      for (const problem of next.value.problems) note(problem, find);
      for (const { first, problem } of unlike?.problems(next.value) ?? []) note(problem, locator(text, first), first);
      const { container, kind, lacksNames = false } = next.value;
      problems.sort(byRange);
      const status = statusText(next.value, counts, unasked);
      return { file, container, kind, lacksNames, status, counts, unasked, events, problems };
    }
    const record = next.value;
    const facts = factsOf(record);
    const repeated = ids.problemOf(record);
    const isInQuestion = mayLieIn(window, facts) && isWanted(service, facts);
    const isAsked = isInQuestion && answers?.(record, () => text.slice(record.start, record.end)) !== false;
    unlike?.take(record, record, isAsked);
    if (isInQuestion && !isAsked) unasked++;
    if (!isAsked) continue;
    counts = addCounts(counts, { ...noCounts, [countKeyOf(record)]: 1 });
    events.push(eventOf(record, rangeOf));
    const find = locator(text, record);
    for (const problem of record.problems) note(problem, find, record);
    if (repeated !== undefined) note(repeated, find, record);
  }
}

function eventOf(record: EventRecord, rangeOf: RangeOf): CheckedEvent {
  const text = (name: string): string | null => textOrNull(valueAt(record, [name]));
  return {
    index: record.index,
    eventID: text('eventID'),
    eventName: text('eventName'),
    eventSource: text('eventSource'),
    eventTime: text('eventTime'),
    workmail: isMailCall(record.service),
    malformed: record.malformed,
    range: rangeOf(record),
  };
}

function textOrNull(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function byRange({ range: { start: left } }: CheckedProblem, { range: { start: right } }: CheckedProblem): number {
  return left.line - right.line || left.character - right.character;
}
