import type { Gap } from '../read/gaps';
import type { Proposal } from '../read/repairs/proposal';
import { salvaged } from '../read/salvage';
import type { Slice } from '../read/slice';
import type { Action, EventRecord, JsonObject, Problem, Service } from '../record';
import { isMailCall } from '../record';
import { checkAction } from './actions';
import { checkContradictions } from './contradictions';
import { checkEnvelope } from './envelope';
import { joined, NO_PROBLEMS } from './problem';
import { codeOf, ruleOf } from './rules';
import { secretsInClear } from './secrets';
import { serviceOf } from './service';
import { shapeProblems } from './shape';

/** A slice of a log with all that is wrong in it. */
export function recordOf(text: string, slice: Slice, index: number): EventRecord {
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
    !isMailCall(service) ||
    event === undefined ||
    shape.some((each) => ruleOf(each.code).severity === 'information')
  ) {
    return { index, start, end, form, event, service, action, malformed: null, problems: shape, mends };
  }
  const problems = joined([
    shape,
    checkEnvelope(event),
    action === undefined ? NO_PROBLEMS : checkAction(event, action),
    action === undefined ? NO_PROBLEMS : secretsInClear(event, action),
    checkContradictions(event),
  ]);
  const malformed = problems.some((each) => ruleOf(each.code).severity === 'error') ? 'schema' : null;
  return { index, start, end, form, event, service, action, malformed, problems, mends };
}

/** The WorkMail or Message Flow call that an event names. */
export function actionOf(event: JsonObject | undefined, service: Service): Action | undefined {
  const name = event !== undefined && Object.hasOwn(event, 'eventName') ? event.eventName : undefined;
  return !isMailCall(service) || typeof name !== 'string' || name === '' ? undefined : { service, name };
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

/** What is broken, as a problem. Its span and edits stay what they are. */
export function problemOfGap(gap: Gap): Problem {
  const { kind, span, detail } = gap;
  const base: Problem = { code: codeOf(kind), path: [], target: 'gap', detail, span };
  return gap.safe && gap.edits.length > 0 ? { ...base, edits: gap.edits } : base;
}
