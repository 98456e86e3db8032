/** What one record says in the members that are wanted, as numbers and bits, and the row that is made of it. */
import { placeActor } from './actors';
import { callState, OF_MAIL, OTHER_CALL } from './calls';
import { Field } from './fields';
import { keepIdentity, numbersOf, placesOf, stateOf } from './identities';
import { readShortId, readUuid } from './ids';
import { ESCAPED } from './interned';
import {
  forgetActor,
  forgetPlaced,
  lengthOf,
  placeOf,
  placesTexts,
  placeText,
  startOf,
  Told,
  tellActorFrom,
  tellPlain,
} from './placed';
import { writePlaces } from './places';
import { newRow, rowCount, STRIDE } from './rows';
import { isFalse, isNull, isTrue } from './scalars';
import { calls, identities, texts } from './tables';
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

/** Longer ones are read in TypeScript. */
const MOST_UNITS: u32 = 4000000;

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
/** The number of the tuple of the identity, where it is known already. */
let identity: u32 = UNKNOWN;
let sourceAt: usize = 0;
/** Whether the session began with a second factor, where texts are placed: 1 or 2, 0 where it is not said. */
let truth: u32 = 0;

/** From now on rows say who acted no more: most texts of most logs are left out, and what they take of time and memory. */
export function leaveActors(): void {
  isBrief = true;
}

/** Nothing is known of the record that begins here. */
export function forgetValues(start: usize): void {
  forgetPlaced(start);
  truth = 0;
  for (let from = numbers; from < numbers + 128; from += 16) v128.store(from, i64x2.splat(0));
  seconds = 0;
  bits = EVENT_ID_IS_TEXT | REQUEST_ID_IS_TEXT;
  isLeft = false;
  isStrange = false;
  hasVersion = false;
  hasTime = false;
  identity = UNKNOWN;
}

/** Where the text of the eventSource that was read last begins. */
export function startOfSource(): usize {
  return sourceAt;
}

/** The record is read in TypeScript: its row says where it stands, and no more. */
export function handOver(): void {
  isLeft = true;
}

/** It is not surely a record of CloudTrail, as CloudTrail writes it. */
export function markStrange(): void {
  isStrange = true;
}

/** The value of a wanted member is not what is expected there. */
export function markUnexpected(field: u32): void {
  isLeft = true;
  if (field === Field.SOURCE || field === Field.NAME || field === Field.VERSION || field === Field.TIME) {
    isStrange = true;
  }
}

/**
 * Takes the text of a wanted member.
 *
 * @param field a `Field`
 * @param start behind its quote
 * @param length in bytes
 */
export function takeString(field: u32, start: usize, length: u32): void {
  if (length === 0) bits |= oddBit(field);
  if (field === Field.SOURCE) sourceAt = start;
  if (field <= Field.SHARED && field !== Field.MFA) {
    if (isBrief && field > Field.TYPE) return;
    if (field > Field.TYPE && placesTexts()) {
      if (length > 0 && !placeText(field, start, length)) markUnexpected(field);
      return;
    }
    const number = length === 0 ? 0 : texts.numberOf(start, length, true);
    if (number === ESCAPED) markUnexpected(field);
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

/** The same for a value without quotes: a number, a word. */
export function takeBare(field: u32, start: usize, end: usize): void {
  if (field === Field.READ_ONLY) {
    if (isTrue(start, end)) bits |= READ_ONLY;
    else if (isFalse(start, end)) bits |= NOT_READ_ONLY;
    else isLeft = true;
  } else if (field === Field.MFA && isTrue(start, end)) takeTruth(true);
  else if (field === Field.MFA && isFalse(start, end)) takeTruth(false);
  else if (!isNull(start, end) || field === Field.VERSION || field === Field.TIME) markUnexpected(field);
}

function takeTruth(isSo: bool): void {
  if (isBrief) return;
  if (placesTexts()) truth = isSo ? 1 : 2;
  else store<u32>(numbers + ((<usize>Field.MFA) << 2), numberOfTruth(isSo));
}

function numberOfTruth(isSo: bool): u32 {
  return isSo ? texts.numberOf(truths, 4, true) : texts.numberOf(truths + 4, 5, true);
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

/** The identity is one that was kept: see `knownIdentity`. @param start of its brace @param length of it */
export function takeKnownIdentity(known: usize, start: usize, length: usize): void {
  if (placesTexts() && !tellActorFrom(start, placesOf(known, 0), placesOf(known, 1), length)) isLeft = true;
  const kept = numbersOf(known);
  identity = <u32>i32x4.extract_lane(kept, 0);
  store<u32>(PRINCIPAL, i32x4.extract_lane(kept, 1));
  store<u32>(PRINCIPAL, i32x4.extract_lane(kept, 2), 4);
  store<u32>(PRINCIPAL, i32x4.extract_lane(kept, 3), 8);
  bits |= stateOf(known);
}

/**
 * Keeps the identity that was read, unless something in it is not as expected.
 *
 * @param operator the place of its brace
 * @param closing the place of the one that closes it
 */
export function keepReadIdentity(operator: usize, closing: usize): void {
  if (!isLeft) keepIdentity(operator, closing, identityNumbers(), bits & ODD_OF_IDENTITY);
}

/** What tells of the identity that was read: where its texts stand, if that says it all, or the number of its tuple. */
function tellIdentity(): void {
  if (placesTexts()) {
    identity = placeActor();
    if (identity !== 0) return;
    forgetActor();
    for (let field = Field.IDENTITY_TYPE; field < Field.MFA; field++) numberPlaced(field);
    if (truth !== 0) store<u32>(numbers + ((<usize>Field.MFA) << 2), numberOfTruth(truth === 1));
    numberPlaced(Field.PRINCIPAL);
    numberPlaced(Field.ACCESS_KEY);
  }
  identity = identities.numberOf(IDENTITY, IDENTITY_BYTES, false);
}

/** Gives a text a number that was placed. */
function numberPlaced(field: u32): void {
  const place = placeOf(field);
  if (place === 0) return;
  store<u32>(numbers + ((<usize>field) << 2), texts.numberOf(startOf(place), lengthOf(place), true));
}

/** What stands beside the identity, where texts are placed: those that a spreadsheet could run have numbers. */
function tellBeside(): void {
  if (!tellPlain(Told.ADDRESS, Field.ADDRESS)) numberPlaced(Field.ADDRESS);
  if (!tellPlain(Told.AGENT, Field.AGENT)) numberPlaced(Field.AGENT);
  if (!tellPlain(Told.SHARED, Field.SHARED)) numberPlaced(Field.SHARED);
}

/** The numbers of the identity that was read, as they are kept. */
function identityNumbers(): v128 {
  tellIdentity();
  return i32x4.replace_lane(
    i8x16.shuffle(v128.load(PRINCIPAL), v128.load(PRINCIPAL), 0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    0,
    identity,
  );
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
  const isWhole = !isLeft && length <= MOST_UNITS;
  if (isWhole) {
    if (identity === UNKNOWN) tellIdentity();
    if (placesTexts()) tellBeside();
  }
  let column = newRow();
  writePlaces(column);
  if (!isWhole) {
    for (let index = 0; index < 18; index++, column += STRIDE) store<u32>(column, index === 9 ? HANDED_OVER : 0);
    tallySpecial(rowCount() - 1, 0);
  } else {
    if ((state & OF_MAIL) === 0) tallyPlain(call, seconds);
    else tallySpecial(rowCount() - 1, seconds);
    if (load<u32>(numbers, (<usize>Field.ERROR_CODE) << 2) !== 0) bits |= FAILED;
    store<u32>(column, call);
    column += STRIDE;
    store<u32>(column, identity);
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
