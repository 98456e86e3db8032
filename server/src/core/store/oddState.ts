import { hasForm } from '../check/eventTime';
import { memberOf, objectOf } from '../explain/members';
import type { JsonObject, JsonValue } from '../record';
import { ODD } from './rowState';

/** Fields of the record itself that are texts, by the bit of their column. */
const OF_RECORD: readonly (readonly [string, number])[] = [
  ['eventSource', ODD.call],
  ['eventName', ODD.call],
  ['errorCode', ODD.call],
  ['awsRegion', ODD.call],
  ['recipientAccountId', ODD.call],
  ['eventCategory', ODD.call],
  ['eventType', ODD.call],
  ['sourceIPAddress', ODD.address],
  ['userAgent', ODD.userAgent],
  ['sharedEventID', ODD.sharedEventID],
  ['eventID', ODD.eventID],
  ['requestID', ODD.requestID],
];

const OF_IDENTITY: readonly (readonly [string, number])[] = [
  ['type', ODD.identity],
  ['accountId', ODD.identity],
  ['userName', ODD.identity],
  ['arn', ODD.identity],
  ['invokedBy', ODD.identity],
  ['identityProvider', ODD.identity],
  ['principalId', ODD.principal],
  ['accessKeyId', ODD.accessKey],
];

const OF_ISSUER: readonly (readonly [string, number])[] = [
  ['arn', ODD.identity],
  ['userName', ODD.identity],
  ['type', ODD.identity],
];

/** All columns that are read from an identity. */
const IDENTITY = ODD.identity | ODD.principal | ODD.accessKey | ODD.sessionCreated;
const ALL = Object.values(ODD).reduce((bits, bit) => bits | bit, 0);

/**
 * The bits of `ODD` of a record: which of its columns do not tell all that stands in their fields. The extractor leaves such records
 * to be read in TypeScript, but for texts that are empty: of those it sets the same bits.
 *
 * @param event undefined where nothing of a record could be read
 */
export function oddState(event: JsonObject | undefined): number {
  if (event === undefined) return ALL;
  let bits = oddTexts(event, OF_RECORD);
  const { readOnly, eventTime } = event;
  if (!isAbsent(readOnly) && typeof readOnly !== 'boolean') bits |= ODD.readOnly;
  if (!isAbsent(eventTime) && !(typeof eventTime === 'string' && hasForm(eventTime))) bits |= ODD.time;
  return bits | oddIdentity(memberOf(event, 'userIdentity'));
}

function oddIdentity(identity: JsonValue | undefined): number {
  if (isAbsent(identity)) return 0;
  if (objectOf(identity) === undefined) return IDENTITY;
  const session = memberOf(identity, 'sessionContext');
  const behalf = memberOf(identity, 'onBehalfOf');
  const issuer = memberOf(session, 'sessionIssuer');
  const attributes = memberOf(session, 'attributes');
  let bits = oddTexts(identity, OF_IDENTITY) | oddTexts(issuer, OF_ISSUER);
  if (!isHolder(behalf) || !isHolder(issuer)) bits |= ODD.identity;
  if (!isHolder(session) || !isHolder(attributes)) bits |= ODD.identity | ODD.sessionCreated;
  const mfa = memberOf(attributes, 'mfaAuthenticated');
  if (!isAbsent(mfa) && typeof mfa !== 'boolean' && mfa !== 'true' && mfa !== 'false') bits |= ODD.identity;
  bits |= oddTexts(behalf, [['userId', ODD.identity]]);
  return bits | oddTexts(attributes, [['creationDate', ODD.sessionCreated]]);
}

function oddTexts(holder: JsonValue | undefined, fields: readonly (readonly [string, number])[]): number {
  let bits = 0;
  for (const [name, bit] of fields) {
    const value = memberOf(holder, name);
    if (!isAbsent(value) && (typeof value !== 'string' || value === '')) bits |= bit;
  }
  return bits;
}

function isHolder(value: JsonValue | undefined): boolean {
  return isAbsent(value) || objectOf(value) !== undefined;
}

function isAbsent(value: JsonValue | undefined): value is null | undefined {
  return value === undefined || value === null;
}
