/** The members that are wanted, told by their keys without comparing them one by one: a table in which no two of them meet. */
import { firstBytes, nextNumber } from './hash';

/** Objects whose members are looked at: the record itself, and what holds the fields of an identity. */
export namespace Level {
  export const RECORD: u32 = 0;
  export const IDENTITY: u32 = 1;
  export const SESSION: u32 = 2;
  export const ISSUER: u32 = 3;
  export const ATTRIBUTES: u32 = 4;
  export const ON_BEHALF_OF: u32 = 5;
}

/** What becomes of a member. The first ones are texts, in the order of the tuples and columns. */
export namespace Field {
  export const SOURCE: u32 = 0;
  export const NAME: u32 = 1;
  export const ERROR_CODE: u32 = 2;
  export const REGION: u32 = 3;
  export const RECIPIENT: u32 = 4;
  export const CATEGORY: u32 = 5;
  export const TYPE: u32 = 6;
  export const IDENTITY_TYPE: u32 = 7;
  export const ACCOUNT: u32 = 8;
  export const USER_NAME: u32 = 9;
  export const ARN: u32 = 10;
  export const INVOKED_BY: u32 = 11;
  export const PROVIDER: u32 = 12;
  export const USER_ID: u32 = 13;
  export const ISSUER_ARN: u32 = 14;
  export const ISSUER_NAME: u32 = 15;
  export const ISSUER_TYPE: u32 = 16;
  export const PRINCIPAL: u32 = 18;
  export const ACCESS_KEY: u32 = 19;
  export const CREATED: u32 = 20;
  export const ADDRESS: u32 = 21;
  export const AGENT: u32 = 22;
  export const SHARED: u32 = 23;
  /** No text, but it fills the last place of an identity's tuple. */
  export const MFA: u32 = 17;
  export const TIME: u32 = 24;
  export const READ_ONLY: u32 = 25;
  export const EVENT_ID: u32 = 26;
  export const REQUEST_ID: u32 = 27;
  export const VERSION: u32 = 28;
  export const ERROR_MESSAGE: u32 = 29;
  /** Anything: only their places are told. */
  export const REQUEST_PARAMETERS: u32 = 30;
  export const RESPONSE_ELEMENTS: u32 = 31;
  export const USER_IDENTITY: u32 = 32;
  export const SESSION_CONTEXT: u32 = 33;
  export const SESSION_ISSUER: u32 = 34;
  export const SESSION_ATTRIBUTES: u32 = 35;
  export const BEHALF: u32 = 36;
  /** With such a member it is no record, or not as CloudTrail writes it. */
  export const OTHER: u32 = 63;
  export const NONE: u32 = 255;
}

const ENTRIES: u32 = 512;
/** For each: the first 16 bytes of the key, its last 8 if it is longer, length and level with a bit that tells it from nothing, the field. */
const table: usize = memory.data(16384, 16);
const USED: u32 = 0x10000;

/** All keys with their levels and fields, to be put into the table again with other factors until no two meet. */
const known: usize = memory.data(4096, 16);
let count: usize = 0;
let factor: u64 = 1;

/** Keys of records that are no records of CloudTrail, or not as it writes them: `start` is kept by the caller. */
export function addOtherKey(start: usize, length: u32): void {
  add(start, length, Level.RECORD, Field.OTHER);
}

/** Adds a key that stands somewhere for good, up to 256 of them. */
function add(start: usize, length: u32, level: u32, field: u32): void {
  const entry = known + (count << 4);
  store<u32>(entry, <u32>start);
  store<u32>(entry, length, 4);
  store<u32>(entry, level, 8);
  store<u32>(entry, field, 12);
  count++;
}

function addName(name: string, level: u32, field: u32): void {
  const length = <u32>name.length;
  const start = heap.alloc(<usize>length + 16);
  for (let at: u32 = 0; at < length; at++) store<u8>(start + at, name.charCodeAt(at));
  add(start, length, level, field);
}

export function prepareFields(): void {
  addName('eventSource', Level.RECORD, Field.SOURCE);
  addName('eventName', Level.RECORD, Field.NAME);
  addName('errorCode', Level.RECORD, Field.ERROR_CODE);
  addName('awsRegion', Level.RECORD, Field.REGION);
  addName('recipientAccountId', Level.RECORD, Field.RECIPIENT);
  addName('eventCategory', Level.RECORD, Field.CATEGORY);
  addName('eventType', Level.RECORD, Field.TYPE);
  addName('sourceIPAddress', Level.RECORD, Field.ADDRESS);
  addName('userAgent', Level.RECORD, Field.AGENT);
  addName('sharedEventID', Level.RECORD, Field.SHARED);
  addName('eventTime', Level.RECORD, Field.TIME);
  addName('readOnly', Level.RECORD, Field.READ_ONLY);
  addName('eventID', Level.RECORD, Field.EVENT_ID);
  addName('requestID', Level.RECORD, Field.REQUEST_ID);
  addName('eventVersion', Level.RECORD, Field.VERSION);
  addName('errorMessage', Level.RECORD, Field.ERROR_MESSAGE);
  addName('requestParameters', Level.RECORD, Field.REQUEST_PARAMETERS);
  addName('responseElements', Level.RECORD, Field.RESPONSE_ELEMENTS);
  addName('userIdentity', Level.RECORD, Field.USER_IDENTITY);
  addName('type', Level.IDENTITY, Field.IDENTITY_TYPE);
  addName('accountId', Level.IDENTITY, Field.ACCOUNT);
  addName('userName', Level.IDENTITY, Field.USER_NAME);
  addName('arn', Level.IDENTITY, Field.ARN);
  addName('invokedBy', Level.IDENTITY, Field.INVOKED_BY);
  addName('identityProvider', Level.IDENTITY, Field.PROVIDER);
  addName('principalId', Level.IDENTITY, Field.PRINCIPAL);
  addName('accessKeyId', Level.IDENTITY, Field.ACCESS_KEY);
  addName('sessionContext', Level.IDENTITY, Field.SESSION_CONTEXT);
  addName('onBehalfOf', Level.IDENTITY, Field.BEHALF);
  addName('userId', Level.ON_BEHALF_OF, Field.USER_ID);
  addName('sessionIssuer', Level.SESSION, Field.SESSION_ISSUER);
  addName('attributes', Level.SESSION, Field.SESSION_ATTRIBUTES);
  addName('arn', Level.ISSUER, Field.ISSUER_ARN);
  addName('userName', Level.ISSUER, Field.ISSUER_NAME);
  addName('type', Level.ISSUER, Field.ISSUER_TYPE);
  addName('mfaAuthenticated', Level.ATTRIBUTES, Field.MFA);
  addName('creationDate', Level.ATTRIBUTES, Field.CREATED);
}

/** Builds the table of all keys that were added. */
export function finishFields(): void {
  do {
    factor = nextNumber() | 1;
  } while (!isFilled());
}

function isFilled(): bool {
  memory.fill(table, 0, (<usize>ENTRIES) << 5);
  for (let index: usize = 0; index < count; index++) {
    const entry = known + (index << 4);
    const start = <usize>load<u32>(entry);
    const length = load<u32>(entry, 4);
    const level = load<u32>(entry, 8);
    const bytes = beginning(start, length);
    const place = placeOf(bytes, length, level);
    if (load<u32>(place, 24) !== 0) return false;
    v128.store(place, bytes);
    store<u64>(place, length > 16 ? load<u64>(start + length - 8) : 0, 16);
    store<u32>(place, length | (level << 8) | USED, 24);
    store<u32>(place, load<u32>(entry, 12), 28);
  }
  return true;
}

/** The first 16 bytes of a key, zeros behind a shorter one. */
export function beginning(start: usize, length: u32): v128 {
  return firstBytes(v128.load(start), length < 16 ? length : 16);
}

function placeOf(bytes: v128, length: u32, level: u32): usize {
  const low = <u64>i64x2.extract_lane(bytes, 0);
  const high = <u64>i64x2.extract_lane(bytes, 1);
  const hash = (low ^ ((high << 23) | (high >> 41)) ^ ((<u64>(length + (level << 6))) << 32)) * factor;
  return table + ((<usize>(hash >> 55)) << 5);
}

/** The field that a key means in an object of this level; `bytes` is its beginning. No key that is wanted is longer than 24. */
export function fieldOf(bytes: v128, start: usize, length: u32, level: u32): u32 {
  if (length > 24) return Field.NONE;
  const place = placeOf(bytes, length, level);
  const isSame =
    load<u32>(place, 24) === (length | (level << 8) | USED) &&
    !v128.any_true(v128.xor(v128.load(place), bytes)) &&
    (length <= 16 || load<u64>(place, 16) === load<u64>(start + length - 8));
  return isSame ? load<u32>(place, 28) : Field.NONE;
}
