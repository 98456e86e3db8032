/** One record over the operators of its text: what of it becomes a row, and whether all of it is JSON. */

import { callState, forgetCalls, OF_MAIL, OTHER_CALL } from './calls';
import {
  beforeSpace,
  behindSpace,
  CLOSE_BRACE,
  COLON,
  COMMA,
  isOpening,
  isText,
  NO_MORE,
  OPEN_BRACE,
  QUOTE,
} from './characters';
import { beginning, Field, fieldOf, Level } from './fields';
import {
  closingOperator,
  forgetIdentities,
  keepIdentity,
  knownIdentity,
  numbersOf,
  prepareIdentities,
  stateOf,
} from './identities';
import { readShortId, readUuid } from './ids';
import { ESCAPED, Interned } from './interned';
import { BROKEN, behindNested, STRANGE, takeDeepest, UNFINISHED } from './nested';
import { newRow, rowCount, STRIDE } from './rows';
import { isFalse, isNull, isScalar, isTrue } from './scalars';
import { tallyPlain, tallySpecial } from './tally';
import { secondsOf } from './times';

/** Bits of the column of states, see `core/store/rowState.ts`. */
const FAILED: u32 = 1;
const NOT_READ_ONLY: u32 = 1 << 2;
const READ_ONLY: u32 = 2 << 2;
const EVENT_ID_IS_TEXT: u32 = 1 << 13;
const REQUEST_ID_IS_TEXT: u32 = 1 << 14;
const HANDED_OVER: u32 = 1 << 15;
const REQUEST_ID_IS_SHORT: u32 = 1 << 16;
/** Of a field of the call that is an empty text; those of an identity; all that lie between the fields of an identity and the last one. */
const ODD_CALL: u32 = 1 << 17;
const ODD_IDENTITY: u32 = 1 << 18;
const ODD_OF_IDENTITY: u32 = 15 << 18;

/** Deeper and longer ones are read in TypeScript. */
const MOST_LEVELS: u32 = 64;
const MOST_UNITS: u32 = 4000000;
/** So much of a text is looked at to see what lies over it, and a part of a host's name is no longer. */
const FAR: usize = 16000;
const LONGEST_NAME: usize = 40;

/** `userIden`: fields of an identity as keys of the record are how a table is written. */
const USER_IDENTITY_DOT: u64 = 0x6e65644972657375;

const texts = new Interned();
const calls = new Interned();
const identities = new Interned();

/** The numbers of the texts of a record, by their fields; behind them the numbers of its two ids. */
const numbers: usize = memory.data(160, 16);
const CALL_BYTES: u32 = 28;
const IDENTITY_BYTES: u32 = 44;
const IDENTITY: usize = numbers + 28;
const PRINCIPAL: usize = numbers + 72;
const EVENT_ID: usize = numbers + 96;
const REQUEST_ID: usize = numbers + 112;
/** `truefalse` */
const truths: usize = memory.data<u8>([
  0x74, 0x72, 0x75, 0x65, 0x66, 0x61, 0x6c, 0x73, 0x65, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

const UNKNOWN: u32 = 0xffffffff;
/** Of what rows say, only the call, the eventID, time, state and place are wanted. */
let isBrief: bool = false;
let seconds: u32 = 0;
let bits: u32 = 0;
let isLeft: bool = false;
let isStrange: bool = false;
let hasVersion: bool = false;
let hasTime: bool = false;
let firstField: u32 = 0;
/** The number of the tuple of the identity, where it is known already. */
let identity: u32 = UNKNOWN;
let sourceAt: usize = 0;
let recordStart: usize = 0;
let recordEnd: usize = 0;

export function prepareRecords(): void {
  texts.prepare();
  texts.addEmpty();
  calls.prepare();
  identities.prepare();
  prepareIdentities();
}

/** Forgets all texts and tuples: their numbers begin anew. No row is left that goes by them. */
export function forgetTexts(): void {
  texts.forget();
  texts.addEmpty();
  calls.forget();
  identities.forget();
  forgetCalls();
  forgetIdentities();
}

/** From now on rows say who acted no more: most texts of most logs are left out, and what they take of time and memory. */
export function leaveActors(): void {
  isBrief = true;
}

/** The texts, or one of the two tables of tuples of their numbers. */
export function tableOf(index: u32): Interned {
  return index === 0 ? texts : index === 1 ? calls : identities;
}

/**
 * Whether the record that was read last begins with a field by which every log of CloudTrail is told, and names its service near
 * its beginning: then nobody takes its log for anything else.
 */
export function beginsTelling(): bool {
  const field = firstField;
  if (sourceAt - recordStart > FAR || !isPlainName(sourceAt)) return false;
  return (
    field === Field.VERSION ||
    field === Field.SOURCE ||
    field === Field.NAME ||
    field === Field.REGION ||
    field === Field.ADDRESS ||
    field === Field.TIME ||
    field === Field.USER_IDENTITY
  );
}

/** Whether a host begins here whose name has no more than the domain of AWS behind its first part. */
function isPlainName(start: usize): bool {
  let at = start;
  while (isOfName(<u32>load<u8>(at))) at++;
  return at > start && at - start <= LONGEST_NAME && isText(at, 14, '.amazonaws.com');
}

function isOfName(byte: u32): bool {
  const small = byte | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x5f;
}

/** Where the record that was read last begins and ends, exclusive. */
export function startOfRecord(): usize {
  return recordStart;
}

export function endOfRecord(): usize {
  return recordEnd;
}

/**
 * Reads a record; `writeRow` makes a row of it.
 *
 * @param operator the place of its brace among the operators
 * @param end behind the operators that are known
 * @returns the place of the brace that closes it, or UNFINISHED, BROKEN or STRANGE
 */
export function readRecord(operator: usize, end: usize): usize {
  let place = operator;
  let at = <usize>load<u32>(place);
  recordStart = at;
  for (let from = numbers; from < numbers + 128; from += 16) v128.store(from, i64x2.splat(0));
  seconds = 0;
  bits = EVENT_ID_IS_TEXT | REQUEST_ID_IS_TEXT;
  isLeft = false;
  isStrange = false;
  hasVersion = false;
  hasTime = false;
  identity = UNKNOWN;
  let identityOperator: usize = 0;
  let seen: u64 = 0;
  let level: u32 = Level.RECORD;
  let isFirst = true;
  while (true) {
    // A brace or a comma stands at `at`: a member follows, or right behind the brace the end.
    let key = at + 1;
    if (<u32>load<u8>(key) !== QUOTE) key = behindSpace(key);
    place += 4;
    at = <usize>load<u32>(place);
    let sign = <u32>load<u8>(at);
    if (sign === COLON && <u32>load<u8>(key) === QUOTE) {
      let keyEnd = at - 1;
      if (<u32>load<u8>(keyEnd) !== QUOTE) keyEnd = beforeSpace(keyEnd) - 1;
      key++;
      const length = <u32>(keyEnd - key);
      const bytes = beginning(key, length);
      if (holdsBackslash(bytes) || (length > 16 && holdsBackslashBehind(key, keyEnd))) {
        // It may be the name of any field.
        if (level === Level.RECORD) isStrange = true;
        isLeft = true;
      }
      const field = fieldOf(bytes, key, length, level);
      if (field !== Field.NONE) {
        const bit: u64 = 1 << (<u64>field);
        if ((seen & bit) !== 0) isLeft = true;
        seen |= bit;
        if (field === Field.OTHER) isStrange = true;
      } else if (level === Level.RECORD && <u64>i64x2.extract_lane(bytes, 0) === USER_IDENTITY_DOT) isStrange = true;
      if (isFirst && level === Level.RECORD) firstField = field;
      let value = at + 1;
      if (<u32>load<u8>(value) <= 32) value = behindSpace(value);
      place += 4;
      at = <usize>load<u32>(place);
      sign = <u32>load<u8>(at);
      if (sign === NO_MORE) return UNFINISHED;
      isFirst = false;
      if (isOpening(sign)) {
        if (value !== at) return BROKEN;
        if (sign === OPEN_BRACE && field >= Field.USER_IDENTITY && field <= Field.BEHALF) {
          const known = field === Field.USER_IDENTITY ? knownIdentity(place, end) : 0;
          if (known === 0) {
            if (field === Field.USER_IDENTITY) identityOperator = place;
            level = field - Field.USER_IDENTITY + 1;
            isFirst = true;
            continue;
          }
          setIdentity(numbersOf(known));
          bits |= stateOf(known);
          place = closingOperator(known, place);
        } else {
          if (field !== Field.NONE) leave(field);
          place = behindNested(place);
          if (place <= STRANGE) return place;
          if (takeDeepest() + level + 1 > MOST_LEVELS) isLeft = true;
        }
        const behind = <usize>load<u32>(place) + 1;
        place += 4;
        at = <usize>load<u32>(place);
        sign = <u32>load<u8>(at);
        if (sign === NO_MORE) return UNFINISHED;
        if (behind !== at && behindSpace(behind) !== at) return BROKEN;
      } else if (field === Field.NONE) {
        if (!isScalar(value, at)) return BROKEN;
      } else if (<u32>load<u8>(value) === QUOTE) {
        let end = at - 1;
        if (<u32>load<u8>(end) !== QUOTE) end = beforeSpace(end) - 1;
        takeString(field, value + 1, <u32>(end - value - 1));
      } else {
        if (!isScalar(value, at)) return BROKEN;
        takeBare(field, value, at);
      }
    } else if (sign === NO_MORE) return UNFINISHED;
    else if (!isFirst || sign !== CLOSE_BRACE || key !== at) return BROKEN;
    else isFirst = false;
    while (sign === CLOSE_BRACE) {
      if (level === Level.RECORD) {
        recordEnd = at + 1;
        return place;
      }
      level = around(level);
      if (level === Level.RECORD && !isLeft)
        keepIdentity(identityOperator, place, identityNumbers(), bits & ODD_OF_IDENTITY);
      const behind = at + 1;
      place += 4;
      at = <usize>load<u32>(place);
      sign = <u32>load<u8>(at);
      if (sign === NO_MORE) return UNFINISHED;
      if (behind !== at && behindSpace(behind) !== at) return BROKEN;
    }
    if (sign !== COMMA) return BROKEN;
  }
}

/** The numbers of the identity that was read, as they are kept. */
function identityNumbers(): v128 {
  identity = identities.numberOf(IDENTITY, IDENTITY_BYTES, false);
  return i32x4.replace_lane(
    i8x16.shuffle(v128.load(PRINCIPAL), v128.load(PRINCIPAL), 0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    0,
    identity,
  );
}

function setIdentity(kept: v128): void {
  identity = <u32>i32x4.extract_lane(kept, 0);
  store<u32>(PRINCIPAL, i32x4.extract_lane(kept, 1));
  store<u32>(PRINCIPAL, i32x4.extract_lane(kept, 2), 4);
  store<u32>(PRINCIPAL, i32x4.extract_lane(kept, 3), 8);
}

/** The level of the object around that of a level. */
function around(level: u32): u32 {
  if (level === Level.ISSUER || level === Level.ATTRIBUTES) return Level.SESSION;
  return level === Level.SESSION || level === Level.ON_BEHALF_OF ? Level.IDENTITY : Level.RECORD;
}

/** The value of a wanted member is not what is expected there. */
function leave(field: u32): void {
  isLeft = true;
  if (field === Field.SOURCE || field === Field.NAME || field === Field.VERSION || field === Field.TIME) {
    isStrange = true;
  }
}

function holdsBackslash(bytes: v128): bool {
  return v128.any_true(i8x16.eq(bytes, i8x16.splat(0x5c)));
}

/** The same for a key that is longer than 16 bytes, of which the first are known. */
function holdsBackslashBehind(start: usize, end: usize): bool {
  for (let at = start + 16; at + 16 <= end; at += 16) if (holdsBackslash(v128.load(at))) return true;
  return holdsBackslash(v128.load(end - 16));
}

function takeString(field: u32, start: usize, length: u32): void {
  if (length === 0) bits |= oddBit(field);
  if (field === Field.SOURCE) sourceAt = start;
  if (field <= Field.SHARED && field !== Field.MFA) {
    if (isBrief && field > Field.TYPE) return;
    const number = length === 0 ? 0 : texts.numberOf(start, length, true);
    if (number === ESCAPED) leave(field);
    else store<u32>(numbers + ((<usize>field) << 2), number);
  } else if (field === Field.TIME) {
    hasTime = length > 0;
    seconds = secondsOf(start, length);
    if (seconds === 0) isLeft = true;
  } else if (field === Field.EVENT_ID) takeId(start, length, EVENT_ID, EVENT_ID_IS_TEXT);
  else if (field === Field.REQUEST_ID) takeId(start, length, REQUEST_ID, REQUEST_ID_IS_TEXT);
  else if (field === Field.VERSION) hasVersion = length > 0;
  else if (field === Field.ERROR_MESSAGE) {
    if (length > 0) bits |= FAILED;
  } else if (field === Field.MFA) {
    if (length === 4 && load<u32>(start) === load<u32>(truths)) takeTruth(true);
    else if (length === 5 && load<u32>(start) === load<u32>(truths, 4) && <u32>load<u8>(start, 4) === 0x65)
      takeTruth(false);
    else if (length > 0) isLeft = true;
  } else isLeft = true;
}

/** See `ODD` in `core/store/rowState.ts`: the columns from that of principalId on have a bit each, in the order of the fields. */
function oddBit(field: u32): u32 {
  if (field <= Field.TYPE) return ODD_CALL;
  if (field <= Field.MFA) return ODD_IDENTITY;
  return field <= Field.REQUEST_ID ? 1 << (field + 1) : 0;
}

function takeBare(field: u32, start: usize, end: usize): void {
  if (field === Field.READ_ONLY) {
    if (isTrue(start, end)) bits |= READ_ONLY;
    else if (isFalse(start, end)) bits |= NOT_READ_ONLY;
    else isLeft = true;
  } else if (field === Field.MFA && isTrue(start, end)) takeTruth(true);
  else if (field === Field.MFA && isFalse(start, end)) takeTruth(false);
  else if (!isNull(start, end) || field === Field.VERSION || field === Field.TIME) leave(field);
}

function takeTruth(isSo: bool): void {
  if (isBrief) return;
  store<u32>(
    numbers + ((<usize>Field.MFA) << 2),
    isSo ? texts.numberOf(truths, 4, true) : texts.numberOf(truths + 4, 5, true),
  );
}

/** An id that has not AWS's form is a text. */
function takeId(start: usize, length: u32, into: usize, isText: u32): void {
  if (length === 0 || (isBrief && into === REQUEST_ID)) return;
  if (readUuid(start, length, into)) {
    bits &= ~isText;
    return;
  }
  if (into === REQUEST_ID && readShortId(start, length, into)) {
    bits |= REQUEST_ID_IS_SHORT;
    return;
  }
  const number = texts.numberOf(start, length, true);
  if (number === ESCAPED) isLeft = true;
  else store<u32>(into, number);
}

/**
 * Makes a row of the record that was read last.
 *
 * @param start of the record in its text, in UTF-16 units
 * @returns false where it is not surely a record of CloudTrail: then no row is made
 */
export function writeRow(start: u32, length: u32): bool {
  if (isStrange || !hasVersion || !hasTime) return false;
  if (load<u32>(numbers, (<usize>Field.SOURCE) << 2) === 0 || load<u32>(numbers, (<usize>Field.NAME) << 2) === 0)
    return false;
  const call = calls.numberOf(numbers, CALL_BYTES, false);
  const state = callState(call, texts, calls);
  if (state === OTHER_CALL) return false;
  let column = newRow();
  if (isLeft || length > MOST_UNITS) {
    for (let index = 0; index < 18; index++, column += STRIDE) store<u32>(column, index === 9 ? HANDED_OVER : 0);
    tallySpecial(rowCount() - 1, 0);
  } else {
    if ((state & OF_MAIL) === 0) tallyPlain(call, seconds);
    else tallySpecial(rowCount() - 1, seconds);
    if (load<u32>(numbers, (<usize>Field.ERROR_CODE) << 2) !== 0) bits |= FAILED;
    store<u32>(column, call);
    column += STRIDE;
    store<u32>(column, identity === UNKNOWN ? identities.numberOf(IDENTITY, IDENTITY_BYTES, false) : identity);
    column += STRIDE;
    for (let from = PRINCIPAL; from < PRINCIPAL + 24; from += 4, column += STRIDE) store<u32>(column, load<u32>(from));
    store<u32>(column, seconds);
    column += STRIDE;
    store<u32>(column, state | bits);
    column += STRIDE;
    for (let from = EVENT_ID; from < EVENT_ID + 32; from += 4, column += STRIDE) store<u32>(column, load<u32>(from));
  }
  store<u32>(column, start);
  store<u32>(column + STRIDE, length);
  return true;
}
