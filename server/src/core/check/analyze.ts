import type { Gap } from '../read/gaps';
import { uncoveringParts } from '../read/layers/coveredParts';
import { type Step, stepsOver, type Uncovered, uncovering } from '../read/layers/layersOf';
import { obstacleOf } from '../read/layers/obstacleOf';
import type { FieldOrder } from '../read/own/fieldOrder';
import { mayHoldValues } from '../read/own/lacksOrganization';
import { UNNAMED } from '../read/own/untoldValues';
import { ORGANIZATION } from '../read/own/valueForm';
import { eventsPassedOver, isAroundText, isOtherObject, mayHoldEvent } from '../read/passedOver';
import { type Recognized, recognize, relativeOf, unreadableEventsIn } from '../read/recognize';
import { isReshaped } from '../read/reshaped';
import type { Slice } from '../read/slice';
import { accuses, split } from '../read/split';
import { Walk } from '../read/walk';
import { parseObject } from '../read/whole';
import type { EventRecord, LogOutline, Problem, Span } from '../record';
import { analyzeLayered } from './analyzeLayered';
import { analyzeOwn } from './analyzeOwn';
import { analyzeWrapped, wrappedRecord } from './analyzeWrapped';
import { reshapedRecord } from './checkEmbedded';
import type { Checkpoint } from './checkpoint';
import { problemOfGap, recordOf } from './checkRecord';
import { codeOf } from './rules';
import { withOwnRecords } from './withOwnRecords';

/**
 * Reads a log record by record: where each stands, what it says, what is wrong with it.
 *
 * One pass, one record at a time, so a caller may stop, pause or give up anywhere. A text that is no CloudTrail log
 * yields nothing. Nothing here throws, whatever the text.
 *
 * @param checkpoint takes down what is needed to go on from here when the text has changed
 * @param orders of fields of WorkMail's own logs that calls in other logs have told
 * @returns what is known of the log beside its records
 */
export function* analyze(
  text: string,
  checkpoint?: Checkpoint,
  orders: readonly FieldOrder[] = [],
): Generator<EventRecord, LogOutline> {
  const steps = analyzeInSteps(text, checkpoint, orders);
  let next = steps.next();
  for (; !next.done; next = steps.next()) if (next.value !== undefined) yield next.value;
  return next.value;
}

/**
 * The same for a caller that has other work to do meanwhile: yields undefined where it may turn to that before the next record
 * is known.
 */
export function analyzeInSteps(
  text: string,
  checkpoint?: Checkpoint,
  orders: readonly FieldOrder[] = [],
): Generator<EventRecord | undefined, LogOutline> {
  const steps = stepsOver(text);
  if (steps !== undefined) return analyzeCovered(text, steps, checkpoint, orders);
  const found = recognize(text, orders);
  return found.kind === 'own'
    ? analyzeOwn(text, found.how, checkpoint, orders)
    : analyzePlain(text, found, { checkpoint, orders });
}

/** The same for a text over which something seems to lie. */
function* analyzeCovered(
  text: string,
  steps: readonly Step[],
  checkpoint: Checkpoint | undefined,
  orders: readonly FieldOrder[],
): Generator<EventRecord | undefined, LogOutline> {
  const uncovered = yield* uncovering(text, steps);
  const inner = recognize(uncovered.inner, orders);
  return yield* inner.kind === 'none'
    ? analyzePlain(text, recognize(text, orders), { checkpoint, orders })
    : analyzeLayered(text, uncovered, analyzePlain(uncovered.inner, inner, { orders }));
}

/** A text in which no event was read: what it is, if that is known, and what to do where its events can't be read. */
function outlineWithout(text: string): LogOutline {
  const obstacle = unreadableEventsIn(text);
  if (obstacle === undefined) {
    const kind = relativeOf(text);
    const other = kind === undefined ? obstacleOf(text) : undefined;
    const lacksNames = kind === undefined && mayHoldValues(text);
    const found = { container: 'none', problems: [], kind: kind ?? other?.name } as const;
    const lacksOrganization = lacksNames && !ORGANIZATION.test(text);
    return {
      ...found,
      ...(other && { advice: other.words }),
      ...(lacksNames && { lacksNames }),
      ...(lacksOrganization && { lacksOrganization }),
    };
  }
  const { id, name, words } = obstacle;
  const span = { start: 0, end: Math.max(1, text.search(/\r|\n|$/)) };
  const problem: Problem = { code: codeOf('unreadable'), path: [], target: 'gap', detail: { words }, span };
  return {
    container: 'unreadable',
    problems: [problem],
    kind: name,
    advice: words,
    ...(id === UNNAMED && { lacksNames: true }),
  };
}

function* noRecords(text: string): Generator<undefined, LogOutline> {
  yield undefined;
  return outlineWithout(text);
}

/**
 * The same for a text over which nothing lies.
 *
 * @param mayHaveParts whether something may lie over a part of it
 */
function analyzePlain(
  text: string,
  found: Recognized,
  {
    checkpoint,
    orders = [],
    mayHaveParts = true,
  }: {
    readonly checkpoint?: Checkpoint | undefined;
    readonly orders?: readonly FieldOrder[];
    readonly mayHaveParts?: boolean;
  } = {},
): Generator<EventRecord | undefined, LogOutline> {
  if (found.kind === 'none') return noRecords(text);
  if (found.kind === 'own') return analyzeOwn(text, found.how, checkpoint, orders);
  const reading =
    found.kind === 'native'
      ? analyzeNative(new Walk(text, found.known), 0, { checkpoint, mayHaveParts, orders })
      : analyzeWrapped(text, found, checkpoint);
  return withOwnRecords(text, reading, checkpoint, orders);
}

/**
 * Reads a log in one of CloudTrail's own forms from where a walk over it stands.
 *
 * @param index of the next record
 * @param mayHaveParts whether something may lie over a part of the text: then that is asked where something is wrong first
 * @param orders of fields that calls have told, for lines of values without names
 */
export function* analyzeNative(
  walk: Walk,
  index: number,
  {
    checkpoint,
    mayHaveParts,
    orders = [],
  }: {
    readonly checkpoint: Checkpoint | undefined;
    readonly mayHaveParts: boolean;
    readonly orders?: readonly FieldOrder[];
  },
): Generator<EventRecord | undefined, LogOutline> {
  const { text } = walk;
  const problems: Problem[] = [];
  const passed: EventRecord[] = [];
  const pieces = split(text, walk);
  let position = index;
  let insights = 0;
  let behind = walk.at;
  let isAsked = !mayHaveParts;
  checkpoint?.begin(walk);
  function* eventsBefore(end: number): Generator<EventRecord> {
    for (const event of eventsPassedOver(text, behind, end)) {
      // The walk does not come to them, so it can't go on from them.
      if (checkpoint !== undefined) checkpoint.isUsable = false;
      const record = wrappedRecord(text, event, position++);
      passed.push(record);
      checkpoint?.take(record);
      yield record;
      checkpoint?.next();
    }
  }
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) {
      if (mayHoldEvent(behind, text.length)) yield* eventsBefore(text.length);
      checkpoint?.end();
      const kind = insights > 0 && insights === position - index ? 'CloudTrail Insights file' : undefined;
      return { container: next.value, problems: problems.filter((problem) => !holdsOneOf(problem, passed)), kind };
    }
    if (!isAsked && accuses(next.value)) {
      isAsked = true;
      const uncovered = yield* uncoveringParts(text, behind);
      if (uncovered !== undefined) {
        if (checkpoint !== undefined) checkpoint.isUsable = false;
        return yield* analyzeParts(text, uncovered, { behind, index: position, orders });
      }
    }
    if ('gap' in next.value) {
      const problem = problemOfGap(next.value.gap);
      problems.push(problem);
      checkpoint?.gaps.push(problem);
    } else if (isOtherObject(next.value.record)) {
      if (checkpoint !== undefined) checkpoint.isUsable = false;
    } else if (isAroundText(text, next.value.record)) {
      if (checkpoint !== undefined) checkpoint.isUsable = false;
      problems.push(...damagesAround(next.value.record).map(problemOfGap));
    } else {
      const slice = next.value.record;
      if (mayHoldEvent(behind, slice.start)) yield* eventsBefore(slice.start);
      behind = slice.end;
      const record = nativeRecord(text, slice, position++);
      if (isInsight(record)) {
        insights++;
        // Whether all are of this kind can't be told from a part of the log.
        if (checkpoint !== undefined) checkpoint.isUsable = false;
      }
      checkpoint?.take(record);
      yield record;
      checkpoint?.next();
    }
  }
}

/** What is damaged in an object around events: it is told, and not mended, since it is not known what the object is. */
function damagesAround({ start, damages }: Slice): readonly Gap[] {
  return damages.map(({ kind, span, detail }) => ({
    kind,
    span: { start: start + span.start, end: start + span.end },
    detail,
    edits: [],
    safe: false,
  }));
}

/**
 * Reads a text with what lies over parts of it taken off, and gives what of it was not read before.
 *
 * @param behind records that begin before this offset were given
 * @param index of the next record
 */
function* analyzeParts(
  text: string,
  uncovered: Uncovered,
  {
    behind,
    index,
    orders,
  }: { readonly behind: number; readonly index: number; readonly orders: readonly FieldOrder[] },
): Generator<EventRecord | undefined, LogOutline> {
  const { inner } = uncovered;
  const reading = analyzeLayered(
    text,
    uncovered,
    analyzePlain(inner, recognize(inner), { orders, mayHaveParts: false }),
  );
  let position = index;
  let next = reading.next();
  for (; !next.done; next = reading.next()) {
    const record = next.value;
    if (record === undefined || record.start >= behind) yield record && { ...record, index: position++ };
  }
  return next.value;
}

/**
 * Whether the text that a problem is about holds one of these records: then it is not as unexpected as that.
 *
 * @param records in the order of the text
 */
function holdsOneOf({ span }: Problem, records: readonly EventRecord[]): boolean {
  if (span === undefined) return false;
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  return (records[low]?.end ?? Number.POSITIVE_INFINITY) <= span.end;
}

/**
 * The record of a whole log that fills a stretch of its text, as `analyze` gives it; undefined when the stretch is not one
 * JSON object. For those who know without reading where the records of a log stand.
 *
 * @param isGenuine whether it is known to bear no marks of a tool (`foreignKeys`)
 */
export function wholeRecord(
  text: string,
  { start, end }: Span,
  index: number,
  isGenuine = false,
): EventRecord | undefined {
  const value = parseObject(text.slice(start, end));
  if (value === undefined) return undefined;
  const slice: Slice = { start, end, value, damages: NONE, edits: NONE };
  return isGenuine ? recordOf(text, slice, index) : nativeRecord(text, slice, index);
}

const NONE: readonly never[] = [];

function nativeRecord(text: string, slice: Slice, index: number): EventRecord {
  const { value, damages } = slice;
  if (value !== undefined && damages.length === 0 && isReshaped(value)) return reshapedRecord(text, slice, index);
  return recordOf(text, slice, index);
}

/** A record of CloudTrail Insights, which tells of unusual numbers of calls and has a shape of its own. */
function isInsight({ event }: EventRecord): boolean {
  return event !== undefined && Object.hasOwn(event, 'insightDetails') && event.eventCategory === 'Insight';
}
