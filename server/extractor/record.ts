/** The walk over the operators of one record: which members it has, and whether all of it is JSON. */

import {
  beforeSpace,
  behindSpace,
  CLOSE_BRACE,
  COLON,
  COMMA,
  isOpening,
  NO_MORE,
  OPEN_BRACE,
  QUOTE,
} from './characters';
import { beginning, Field, fieldOf, Level } from './fields';
import { closingOperator, knownIdentity } from './identities';
import { BROKEN, behindNested, STRANGE, takeDeepest, UNFINISHED } from './nested';
import { forgetPlace, forgetPlaces, keepPlace } from './places';
import { isNull, isScalar } from './scalars';
import {
  forgetValues,
  handOver,
  keepReadIdentity,
  markStrange,
  markUnexpected,
  takeBare,
  takeKnownIdentity,
  takeString,
} from './values';

/** Deeper ones are read in TypeScript. */
const MOST_LEVELS: u32 = 64;
/** `userIden`: fields of an identity as keys of the record are how a table is written. */
const USER_IDENTITY_DOT: u64 = 0x6e65644972657375;

let firstField: u32 = 0;
let recordStart: usize = 0;
let recordEnd: usize = 0;

/** The field that the record that was read last begins with. */
export function firstFieldOfRecord(): u32 {
  return firstField;
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
  forgetValues(at);
  forgetPlaces();
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
        if (level === Level.RECORD) markStrange();
        handOver();
      }
      const field = fieldOf(bytes, key, length, level);
      const isPlaced = field === Field.REQUEST_PARAMETERS || field === Field.RESPONSE_ELEMENTS;
      if (isPlaced) forgetPlace(field);
      else if (field !== Field.NONE) {
        const bit: u64 = 1 << (<u64>field);
        if ((seen & bit) !== 0) handOver();
        seen |= bit;
        if (field === Field.OTHER) markStrange();
      } else if (level === Level.RECORD && <u64>i64x2.extract_lane(bytes, 0) === USER_IDENTITY_DOT) markStrange();
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
          const closing = closingOperator(known, place);
          takeKnownIdentity(known, at, <usize>load<u32>(closing) + 1 - at);
          place = closing;
        } else {
          if (field !== Field.NONE && !isPlaced) markUnexpected(field);
          place = behindNested(place);
          if (place <= STRANGE) return place;
          if (isPlaced) keepPlace(field, value - recordStart, <usize>load<u32>(place) + 1 - recordStart);
          if (takeDeepest() + level + 1 > MOST_LEVELS) handOver();
        }
        const behind = <usize>load<u32>(place) + 1;
        place += 4;
        at = <usize>load<u32>(place);
        sign = <u32>load<u8>(at);
        if (sign === NO_MORE) return UNFINISHED;
        if (behind !== at && behindSpace(behind) !== at) return BROKEN;
      } else if (field === Field.NONE || isPlaced) {
        if (!isScalar(value, at)) return BROKEN;
        if (isPlaced && !isNull(value, at)) keepPlace(field, value - recordStart, beforeSpace(at) - recordStart);
      } else if (<u32>load<u8>(value) === QUOTE) {
        let end = at - 1;
        if (<u32>load<u8>(end) !== QUOTE) end = beforeSpace(end) - 1;
        takeString(field, value + 1, <u32>(end - value - 1));
        if (field === Field.ERROR_MESSAGE) keepPlace(field, value - recordStart, end + 1 - recordStart);
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
      if (level === Level.RECORD) keepReadIdentity(identityOperator, place);
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

/** The level of the object around that of a level. */
function around(level: u32): u32 {
  if (level === Level.ISSUER || level === Level.ATTRIBUTES) return Level.SESSION;
  return level === Level.SESSION || level === Level.ON_BEHALF_OF ? Level.IDENTITY : Level.RECORD;
}

function holdsBackslash(bytes: v128): bool {
  return v128.any_true(i8x16.eq(bytes, i8x16.splat(0x5c)));
}

/** The same for a key that is longer than 16 bytes, of which the first are known. */
function holdsBackslashBehind(start: usize, end: usize): bool {
  for (let at = start + 16; at + 16 <= end; at += 16) if (holdsBackslash(v128.load(at))) return true;
  return holdsBackslash(v128.load(end - 16));
}
