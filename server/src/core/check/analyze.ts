import type { Gap } from '../read/gaps';
import { mayHoldRecords, relativeOf } from '../read/recognize';
import type { Proposal } from '../read/repairs/proposal';
import { salvaged } from '../read/salvage';
import type { Slice } from '../read/slice';
import { split } from '../read/split';
import { Walk } from '../read/walk';
import { parseObject } from '../read/whole';
import type { Action, EventRecord, JsonObject, LogOutline, Problem, Service, Span } from '../record';
import { checkAction } from './actions';
import { checkContradictions } from './contradictions';
import { checkEnvelope } from './envelope';
import { codeOf, ruleOf } from './rules';
import { serviceOf } from './service';
import { shapeProblems } from './shape';
import type { Trace } from './trace';

/**
 * Reads a log record by record: where each stands, what it says, what is wrong with it.
 *
 * One pass, one record at a time, so a caller may stop, pause or give up anywhere. A text that is no CloudTrail log
 * yields nothing. Nothing here throws, whatever the text.
 *
 * @param trace takes down what is needed to go on from here when the text has changed
 * @returns what is known of the log beside its records
 */
export function* analyze(text: string, trace?: Trace): Generator<EventRecord, LogOutline> {
  if (!mayHoldRecords(text)) return { container: 'none', problems: [], kind: relativeOf(text) };
  return yield* analyzeNative(new Walk(text), 0, trace);
}

/**
 * Reads a log in one of CloudTrail's own forms from where a walk over it stands.
 *
 * @param index of the next record
 */
export function* analyzeNative(walk: Walk, index: number, trace?: Trace): Generator<EventRecord, LogOutline> {
  const problems: Problem[] = [];
  const pieces = split(walk.text, walk);
  let position = index;
  trace?.begin(walk);
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) {
      trace?.end();
      return { container: next.value, problems, kind: undefined };
    }
    if ('gap' in next.value) {
      const problem = problemOfGap(next.value.gap);
      problems.push(problem);
      trace?.gaps.push(problem);
    } else {
      const record = recordOf(walk.text, next.value.record, position++);
      trace?.take(record);
      yield record;
      trace?.next();
    }
  }
}

/**
 * The record of a whole log that fills a stretch of its text, as `analyze` gives it; undefined when the stretch is not one
 * JSON object. For those who know without reading where the records of a log stand.
 */
export function wholeRecord(text: string, { start, end }: Span, index: number): EventRecord | undefined {
  const value = parseObject(text.slice(start, end));
  return value && recordOf(text, { start, end, value, damages: [], edits: [] }, index);
}

function recordOf(text: string, slice: Slice, index: number): EventRecord {
  const { start, end, edits: mends } = slice;
  const event = salvaged(text, slice);
  const service = serviceOf(event);
  const action = actionOf(event, service);
  const form = 'object';
  if (slice.damages.length > 0) {
    const problems = merged(slice.damages).map(problemOfGap);
    return { index, start, end, form, event, service, action, malformed: 'syntax', problems, mends };
  }
  const shape = shapeProblems(text, slice);
  if (
    service === 'other' ||
    event === undefined ||
    shape.some((each) => ruleOf(each.code).severity === 'information')
  ) {
    return { index, start, end, form, event, service, action, malformed: null, problems: shape, mends };
  }
  const problems = [
    ...shape,
    ...checkEnvelope(event),
    ...(action === undefined ? [] : checkAction(event, action)),
    ...checkContradictions(event),
  ];
  const malformed = problems.some((each) => ruleOf(each.code).severity === 'error') ? 'schema' : null;
  return { index, start, end, form, event, service, action, malformed, problems, mends };
}

function actionOf(event: JsonObject | undefined, service: Service): Action | undefined {
  const name = event !== undefined && Object.hasOwn(event, 'eventName') ? event.eventName : undefined;
  return service === 'other' || typeof name !== 'string' || name === '' ? undefined : { service, name };
}

/** Kinds of damage of which one cause makes many: a whole record written with single quotes is one mistake. */
const ONE_CAUSE = new Set<Proposal['kind']>(['wrong-quote', 'unquoted', 'wrong-space']);

function merged(damages: readonly Proposal[]): readonly Proposal[] {
  const first = new Map<Proposal['kind'], number>();
  const kept: Proposal[] = [];
  for (const damage of damages) {
    const known = ONE_CAUSE.has(damage.kind) ? first.get(damage.kind) : undefined;
    const earlier = known === undefined ? undefined : kept[known];
    if (known === undefined || earlier === undefined) {
      first.set(damage.kind, kept.length);
      kept.push(damage);
    } else kept[known] = { ...earlier, edits: [...earlier.edits, ...damage.edits], safe: earlier.safe && damage.safe };
  }
  return kept;
}

function problemOfGap(gap: Gap): Problem {
  const { kind, span, detail } = gap;
  const base: Problem = { code: codeOf(kind), path: [], target: 'gap', detail, span };
  return gap.safe && gap.edits.length > 0 ? { ...base, edits: gap.edits } : base;
}
