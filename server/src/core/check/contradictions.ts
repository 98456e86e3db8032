import { words } from '../../generated/schemas';
import { isObject } from '../read/whole';
import type { JsonObject, JsonValue, Problem } from '../record';
import { hasFailed } from './actions';
import { eventTimeMs } from './eventTime';
import { isMarker } from './markers';
import { problemAt } from './problem';

/** Fields of one record that can't all be true. Only what no genuine record shows is called a contradiction. */
export function checkContradictions(event: JsonObject): readonly Problem[] {
  const identity = isObject(event.userIdentity) ? event.userIdentity : undefined;
  return [
    ...(identity === undefined ? [] : [...arnAndAccount(identity), ...keyKind(identity), ...identityKind(identity)]),
    ...(identity === undefined ? [] : [...principalKind(identity), ...sessionAge(event, identity)]),
    ...failedWithResult(event),
    ...category(event),
  ];
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' && !isMarker(value) ? value : '';
}

function arnAndAccount(identity: JsonObject): readonly Problem[] {
  const account = text(identity.accountId);
  const arn = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text(identity.arn))?.[1];
  if (arn === undefined || !/^\d{12}$/.test(account) || arn === account) return [];
  return [problemAt('account-differs', ['userIdentity', 'accountId'], 'value', { arn, account })];
}

function keyKind(identity: JsonObject): readonly Problem[] {
  const isSession = ['AssumedRole', 'FederatedUser', 'IdentityCenterUser'].includes(text(identity.type));
  if (!isSession || !text(identity.accessKeyId).startsWith('AKIA')) return [];
  return [problemAt('key-kind', ['userIdentity', 'accessKeyId'], 'value')];
}

const ARN_FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['Root', /:root$/],
  ['IAMUser', /:user\//],
  ['AssumedRole', /:(?:assumed-role|role)\//],
  ['FederatedUser', /:federated-user\//],
]);

function identityKind(identity: JsonObject): readonly Problem[] {
  const type = text(identity.type);
  const form = ARN_FORMS.get(type);
  const arn = text(identity.arn);
  if (form === undefined || !/^arn:[^:]*:(?:iam|sts):/.test(arn) || form.test(arn)) return [];
  return [problemAt('identity-kind', ['userIdentity', 'arn'], 'value', { type })];
}

const PRINCIPALS: ReadonlyMap<string, string> = new Map([
  ['IAMUser', 'AIDA'],
  ['AssumedRole', 'AROA'],
]);

function principalKind(identity: JsonObject): readonly Problem[] {
  const type = text(identity.type);
  const wanted = PRINCIPALS.get(type);
  const prefix = text(identity.principalId).slice(0, 4);
  if (wanted === undefined || prefix === wanted || ![...PRINCIPALS.values()].includes(prefix)) return [];
  const meaning = words().keyPrefixes.get(prefix)?.name ?? 'another kind of identity';
  return [problemAt('principal-kind', ['userIdentity', 'principalId'], 'value', { type, prefix, meaning })];
}

/** Clocks differ a little; a session that begins minutes after its event is a contradiction. */
const CLOCK_DRIFT_MS = 300_000;

function sessionAge(event: JsonObject, identity: JsonObject): readonly Problem[] {
  const context = isObject(identity.sessionContext) ? identity.sessionContext : undefined;
  const attributes = isObject(context?.attributes) ? context.attributes : undefined;
  const created = text(attributes?.creationDate);
  const time = text(event.eventTime);
  const happened = eventTimeMs(time);
  if (happened === undefined) return [];
  const later = (eventTimeMs(created) ?? Date.parse(extended(created))) - happened;
  if (!(later > CLOCK_DRIFT_MS)) return [];
  return [
    problemAt('session-later', ['userIdentity', 'sessionContext', 'attributes', 'creationDate'], 'value', {
      created,
      time,
    }),
  ];
}

/** Documentation writes creationDate as `20131102T010628Z`, genuine records as `2013-11-02T01:06:28Z`. */
function extended(time: string): string {
  return time.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z');
}

/** A failed call may carry a message in responseElements, but no result. */
function failedWithResult(event: JsonObject): readonly Problem[] {
  const { responseElements } = event;
  if (!hasFailed(event) || !isObject(responseElements) || isMarker(responseElements)) return [];
  if (Object.keys(responseElements).every((key) => /^(?:message|__type|code|error.*)$/i.test(key))) return [];
  const error = text(event.errorCode) || 'an error';
  return [problemAt('failed-with-result', ['responseElements'], 'key', { error })];
}

function category(event: JsonObject): readonly Problem[] {
  const { managementEvent } = event;
  const name = text(event.eventCategory);
  if (typeof managementEvent !== 'boolean' || (name !== 'Management' && name !== 'Data')) return [];
  if (managementEvent === (name === 'Management')) return [];
  const detail = { category: name, management: String(managementEvent) };
  return [problemAt('category-differs', ['managementEvent'], 'value', detail)];
}
