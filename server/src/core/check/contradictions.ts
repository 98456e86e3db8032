import { isObject } from '../read/whole';
import type { JsonObject, JsonValue, Problem } from '../record';
import { hasFailed } from './actions';
import { eventTimeMs } from './eventTime';
import { identityContradictions } from './identityContradictions';
import { isMarker, isMasked } from './markers';
import { joined, NO_PROBLEMS, problemAt } from './problem';
import { truthOf } from './retyped';

/** Fields of one record that can't all be true. Only what no genuine record shows is called a contradiction. */
export function checkContradictions(event: JsonObject): readonly Problem[] {
  const identity = isObject(event.userIdentity) ? event.userIdentity : undefined;
  return joined([
    identity === undefined ? NO_PROBLEMS : identityContradictions(identity),
    identity === undefined ? NO_PROBLEMS : sessionAge(event, identity),
    failedWithResult(event),
    category(event),
  ]);
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Clocks differ a little; a session that begins minutes after its event is a contradiction. */
const CLOCK_DRIFT_MS = 300_000;

function sessionAge(event: JsonObject, identity: JsonObject): readonly Problem[] {
  const context = isObject(identity.sessionContext) ? identity.sessionContext : undefined;
  const attributes = isObject(context?.attributes) ? context.attributes : undefined;
  const created = text(attributes?.creationDate);
  if (created === '') return NO_PROBLEMS;
  const time = text(event.eventTime);
  const happened = eventTimeMs(time);
  if (happened === undefined) return NO_PROBLEMS;
  const began = eventTimeMs(created);
  if (began === undefined || began - happened <= CLOCK_DRIFT_MS) return NO_PROBLEMS;
  return [
    problemAt('session-later', ['userIdentity', 'sessionContext', 'attributes', 'creationDate'], 'value', {
      created,
      time,
    }),
  ];
}

/** A failed call may carry a message in responseElements, but no result. */
function failedWithResult(event: JsonObject): readonly Problem[] {
  const { responseElements } = event;
  if (!hasFailed(event) || !isObject(responseElements) || isMarker(responseElements)) return NO_PROBLEMS;
  if (Object.keys(responseElements).every((key) => /^(?:message|__type|code|error.*)$/i.test(key))) return NO_PROBLEMS;
  const error = isMasked(event.errorCode) ? 'an error' : text(event.errorCode) || 'an error';
  return [problemAt('failed-with-result', ['responseElements'], 'key', { error })];
}

function category(event: JsonObject): readonly Problem[] {
  const managementEvent = truthOf(event.managementEvent);
  const name = text(event.eventCategory);
  if (managementEvent === undefined || (name !== 'Management' && name !== 'Data')) return NO_PROBLEMS;
  if (managementEvent === (name === 'Management')) return NO_PROBLEMS;
  const detail = { category: name, management: String(managementEvent) };
  return [problemAt('category-differs', ['managementEvent'], 'value', detail)];
}
