import { words } from '../../generated/schemas';
import { isObject } from '../read/whole';
import type { JsonObject, JsonValue, Problem } from '../record';
import { accountText, isAccountId, isRounded, restoredAccount } from './accountId';
import { hasFailed } from './actions';
import { eventTimeMs } from './eventTime';
import { isMarker, isMasked } from './markers';
import { joined, NO_PROBLEMS, problemAt } from './problem';
import { truthOf } from './retyped';

/** Fields of one record that can't all be true. Only what no genuine record shows is called a contradiction. */
export function checkContradictions(event: JsonObject): readonly Problem[] {
  const identity = isObject(event.userIdentity) ? event.userIdentity : undefined;
  return joined([
    identity === undefined ? NO_PROBLEMS : joined([arnAndAccount(identity), keyKind(identity), identityKind(identity)]),
    identity === undefined ? NO_PROBLEMS : joined([principalKind(identity), sessionAge(event, identity)]),
    failedWithResult(event),
    category(event),
  ]);
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A masked value contradicts nothing. Asked last, since it is asked for so little. */
function areMasked(...values: readonly (JsonValue | undefined)[]): boolean {
  return values.some(isMasked);
}

function arnAndAccount(identity: JsonObject): readonly Problem[] {
  const account = accountText(identity.accountId) ?? '';
  const arn = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text(identity.arn))?.[1];
  if (arn === undefined || !isAccountId(account) || arn === restoredAccount(account)) return NO_PROBLEMS;
  // What a spreadsheet has rounded says nothing of the account.
  if (isRounded(identity.accountId) || areMasked(identity.arn)) return NO_PROBLEMS;
  return [problemAt('account-differs', ['userIdentity', 'accountId'], 'value', { arn, account })];
}

function keyKind(identity: JsonObject): readonly Problem[] {
  const isSession = ['AssumedRole', 'FederatedUser', 'IdentityCenterUser'].includes(text(identity.type));
  if (!isSession || !text(identity.accessKeyId).startsWith('AKIA') || areMasked(identity.accessKeyId))
    return NO_PROBLEMS;
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
  if (form === undefined || !/^arn:[^:]*:(?:iam|sts):/.test(arn) || form.test(arn) || areMasked(arn))
    return NO_PROBLEMS;
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
  if (wanted === undefined || prefix === wanted || ![...PRINCIPALS.values()].includes(prefix)) return NO_PROBLEMS;
  if (areMasked(identity.principalId)) return NO_PROBLEMS;
  const meaning = words().keyPrefixes.get(prefix)?.name ?? 'another kind of identity';
  return [problemAt('principal-kind', ['userIdentity', 'principalId'], 'value', { type, prefix, meaning })];
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
  const error = areMasked(event.errorCode) ? 'an error' : text(event.errorCode) || 'an error';
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
