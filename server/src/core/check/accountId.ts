import { isDigit } from '../read/characters';
import { isObject } from '../read/whole';
import type { JsonObject, JsonPath, JsonValue, Problem } from '../record';
import { isMasked } from './markers';
import { NO_PROBLEMS, problemAt } from './problem';

/**
 * Account ids: texts of 12 digits, the first of which may be zeros. A program that takes them for numbers loses those zeros,
 * and a spreadsheet that shows them as `1.11111E+11` loses the last digits for good.
 */

const TWELVE_DIGITS = /^\d{12}$/;
const FEWER_DIGITS = /^\d{1,11}$/;
const ROUNDED = /^\d(?:[.,]\d{1,14})?[Ee]\+?1[01]$/;
/** No id has lost more than three zeros, outside of anonymised logs. */
const SHORTEST = 9;
/** An id ends in so many zeros once in a hundred thousand; a number that was rounded always does. */
const ROUND = 100_000;

/** An account id as text, as it is written; undefined where there is none. A number is written out. */
export function accountText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The id with the zeros that a program has taken from its beginning: for comparisons. Every other text as it is. */
export function restoredAccount(text: string): string {
  return FEWER_DIGITS.test(text) ? text.padStart(12, '0') : text;
}

/** Whether a text is an account id, or will be one once its zeros are restored. Anonymised logs number accounts from 1 on. */
export function isAccountId(text: string): boolean {
  return text.length >= SHORTEST && (TWELVE_DIGITS.test(text) || FEWER_DIGITS.test(text));
}

/** Whether the last digits of an account id are lost, which nothing restores. */
export function isRounded(value: JsonValue | undefined): boolean {
  if (typeof value === 'number') return value >= 1e10 && value % ROUND === 0;
  return typeof value === 'string' && ROUNDED.test(value);
}

/** Nearly every value that is looked at: twelve digits, or the id of a principal. Asked of every record, so it goes without expressions. */
function isPlainlyWhole(text: string): boolean {
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  return !isDigit(first) || (text.length >= 12 && isDigit(second));
}

/** What has become of an account id, for the end of a sentence; undefined for one that lost nothing, and for other texts. */
export function accountLoss(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string' && isPlainlyWhole(value)) return undefined;
  const text = accountText(value);
  if (text === undefined) return undefined;
  if (isRounded(value)) return 'a spreadsheet has rounded this one, and the digits it lost can’t be had from it';
  if (typeof value === 'number' && TWELVE_DIGITS.test(text)) return 'this is a number';
  if (!FEWER_DIGITS.test(text)) return undefined;
  return `this one has ${text.length}, as if zeros at its beginning were lost (${restoredAccount(text)})`;
}

/** Fields that hold an account id and may hold something else as well. */
const PATHS: readonly JsonPath[] = [
  ['vpcEndpointAccountId'],
  ['accountId'],
  ['userIdentity', 'sessionContext', 'sessionIssuer', 'accountId'],
  ['userIdentity', 'invokedByDelegate', 'accountId'],
  ['userIdentity', 'inScopeOf', 'sourceAccount'],
];
/** Fields that hold one of the caller's ids: where it is a number, it was an account id. */
const PRINCIPALS: readonly JsonPath[] = [
  ['userIdentity', 'principalId'],
  ['userIdentity', 'sessionContext', 'sessionIssuer', 'principalId'],
];
/** Fields that hold an account id and nothing else. */
const STRICT: readonly JsonPath[] = [['recipientAccountId'], ['userIdentity', 'accountId']];

/** Whether a number in this place is an account id that a program took for one. */
export function isAccountNumber(path: JsonPath, value: JsonValue | undefined): boolean {
  const isPlace = /^(?:accountId|recipientAccountId|vpcEndpointAccountId|sourceAccount|principalId)$/.test(
    String(path.at(-1)),
  );
  return isPlace && typeof value === 'number' && accountText(value) !== undefined;
}

/** Whether all ids of an event are as CloudTrail writes them, as those of nearly all events are. */
function areWhole(event: JsonObject): boolean {
  const { userIdentity: identity, resources } = event;
  if (!isWhole(event.recipientAccountId) || !isWhole(event.vpcEndpointAccountId) || !isWhole(event.accountId))
    return false;
  if (Array.isArray(resources) && resources.length > 0) return false;
  if (!isObject(identity)) return true;
  const { sessionContext, invokedByDelegate, inScopeOf } = identity;
  if (invokedByDelegate !== undefined || inScopeOf !== undefined) return false;
  if (!isWhole(identity.accountId) || typeof identity.principalId === 'number') return false;
  const issuer = isObject(sessionContext) ? sessionContext.sessionIssuer : undefined;
  return !isObject(issuer) || (isWhole(issuer.accountId) && typeof issuer.principalId !== 'number');
}

function isWhole(value: JsonValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.length === 12 && TWELVE_DIGITS.test(value));
}

/** Account ids that a program has changed. */
export function lostAccounts(event: JsonObject): readonly Problem[] {
  if (areWhole(event)) return NO_PROBLEMS;
  const found: Problem[] = [];
  const note = (path: JsonPath, value: JsonValue | undefined): void => {
    const why = accountLoss(value);
    if (why !== undefined) found.push(problemAt('account-id', path, 'value', { why }));
  };
  for (const path of [...STRICT, ...PATHS]) note(path, valueAt(event, path));
  for (const path of PRINCIPALS) {
    const value = valueAt(event, path);
    if (typeof value === 'number') note(path, value);
  }
  const { resources } = event;
  if (!Array.isArray(resources)) return found;
  for (const [index, resource] of resources.entries()) {
    const value: JsonValue | undefined = isObject(resource) ? resource.accountId : undefined;
    // Shorter texts are no ids of accounts: anonymised logs number them.
    if (typeof value === 'number' || (typeof value === 'string' && value.length >= SHORTEST)) {
      note(['resources', index, 'accountId'], value);
    }
  }
  return found;
}

/** Account ids that a program has changed, and what stands in the place of one and is none. */
export function accountProblems(event: JsonObject): readonly Problem[] {
  if (areWhole(event)) return NO_PROBLEMS;
  const strange = STRICT.filter((path) => {
    const value = valueAt(event, path);
    if (typeof value !== 'string' || accountLoss(value) !== undefined) return false;
    return !TWELVE_DIGITS.test(value) && value !== 'ANONYMOUS_PRINCIPAL' && !isMasked(value);
  });
  const why = 'this is something else';
  return [...lostAccounts(event), ...strange.map((path) => problemAt('account-id', path, 'value', { why }))];
}

function valueAt(event: JsonObject, path: JsonPath): JsonValue | undefined {
  let value: JsonValue | undefined = event;
  for (const step of path) value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}
