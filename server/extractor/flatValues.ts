/** Values of fields of flat records. */
import { BACKSLASH, CLOSE_BRACE, COMMA, QUOTE } from './characters';
import { Entry } from './entry';
import { How, howOf, memoryOf, sketchOf } from './flatFields';
import { areSame } from './hash';
import { readShortId, readUuid } from './ids';
import { ESCAPED } from './interned';
import { addPending } from './pending';
import { tableOf } from './tables';
import { namesEvent } from './telling';

const DASH: u32 = 0x2d;
const ZERO: u32 = 0x30;
const NINE: u32 = 0x39;
const OPEN_BRACKET: u32 = 0x5b;
const SPACE: u32 = 0x20;
const TRUE: u32 = 0x65757274;
const FALS: u32 = 0x736c6166;
const NULL: u32 = 0x6c6c756e;
const SMALL_E: u32 = 0x65;
const SMALL_T: u32 = 0x74;
const SMALL_F: u32 = 0x66;
const SMALL_N: u32 = 0x6e;
/** Numbers with more digits may not be told exactly. */
const MOST_DIGITS: u32 = 15;
/** A text of fewer digits is no time. */
const FEWEST_DIGITS: u32 = 9;

/** What a field of truth says. */
const IS_TRUE: u32 = 1;
const IS_FALSE: u32 = 2;
/** What a time is: a number in the entry; else the number of a text, plus one. */
const IS_NUMBER: u32 = 1;
/** What an id is. */
const IS_UUID: u32 = 1;
const IS_SHORT: u32 = 2;
const IS_TEXT: u32 = 3;

let there: bool = false;
let high: u32 = 0;

/** Begins with the next record. */
export function startFlatValues(): void {
  high = 0;
}

/** Whether the value that was read last is anything but null, an empty text and a dash. */
export function isThere(): bool {
  return there;
}

/** Whether a character that is not ASCII stands in a value of the record. */
export function hasHigh(): bool {
  return high !== 0;
}

/** @returns behind the value; 0 where it is not plain */
export function readFlatValue(at: usize, field: u32, entry: usize): usize {
  const sign = <u32>load<u8>(at);
  there = true;
  if (sign === QUOTE) {
    const close = endOfString(at + 1);
    return close === 0 || !readText(at + 1, <u32>(close - at - 1), field, entry) ? 0 : close + 1;
  }
  if (sign - ZERO <= 9) return readDigits(at, field, entry);
  if (sign === SMALL_T && load<u32>(at) === TRUE) return readWord(at, 4, IS_TRUE, field, entry);
  if (sign === SMALL_F && load<u32>(at) === FALS && <u32>load<u8>(at, 4) === SMALL_E)
    return readWord(at, 5, IS_FALSE, field, entry);
  if (sign !== SMALL_N || load<u32>(at) !== NULL) return 0;
  there = false;
  return at + 4;
}

function readText(start: usize, length: u32, field: u32, entry: usize): bool {
  const first = <u32>load<u8>(start);
  if (length === 0 || (length === 1 && first === DASH)) {
    there = false;
    return true;
  }
  // The word says that nothing is there, and yet it is a text.
  if (length === 4 && load<u32>(start) === NULL) return true;
  const how = howOf(field);
  if (how === How.TEXT || (how === How.LIST && first !== OPEN_BRACKET)) {
    putText(start, length, field, entry);
    return true;
  }
  if (how === How.REQUEST) return putRequest(start, length, field, entry);
  if (how === How.LIST) return false;
  if (how === How.PASSED) return !namesEvent(start, length);
  if (how === How.TRUTH) {
    if (length === 4 && load<u32>(start) === TRUE) putField(entry, field, IS_TRUE);
    else if (length === 5 && load<u32>(start) === FALS && <u32>load<u8>(start, 4) === SMALL_E)
      putField(entry, field, IS_FALSE);
    else return false;
    return true;
  }
  if (length >= FEWEST_DIGITS && length <= MOST_DIGITS && digitsAt(start) === length) {
    putTime(start, length, field, entry);
    return true;
  }
  const number = tableOf(0).numberOfPlain(start, length);
  putField(entry, field, number + 1);
  return number !== ESCAPED;
}

function readDigits(at: usize, field: u32, entry: usize): usize {
  const length = digitsAt(at);
  const behind = at + length;
  const sign = <u32>load<u8>(behind);
  if (length > MOST_DIGITS || (sign !== COMMA && sign !== CLOSE_BRACE && sign !== SPACE)) return 0;
  if (length > 1 && <u32>load<u8>(at) === ZERO) return 0;
  const how = howOf(field);
  if (how === How.TIME) putTime(at, length, field, entry);
  else if (!putWritten(at, length, how, field, entry)) return 0;
  return behind;
}

/** True or false. */
function readWord(at: usize, length: u32, truth: u32, field: u32, entry: usize): usize {
  const how = howOf(field);
  if (how === How.TRUTH) putField(entry, field, truth);
  else if (!putWritten(at, length, how, field, entry)) return 0;
  return at + length;
}

/** What is no text, where a text is told. */
function putWritten(start: usize, length: u32, how: u32, field: u32, entry: usize): bool {
  if (how === How.TEXT || how === How.LIST) {
    putText(start, length, field, entry);
    return true;
  }
  return how === How.REQUEST ? putRequest(start, length, field, entry) : true;
}

function putText(start: usize, length: u32, field: u32, entry: usize): void {
  const texts = tableOf(0);
  const sketch = sketchOf(start, length);
  const place = memoryOf(field, sketch);
  const number = load<u32>(place, 4);
  if (
    number !== 0 &&
    load<u32>(place) === <u32>sketch &&
    texts.length(number) === length &&
    areSame(start, texts.start(number), length)
  )
    putField(entry, field, number);
  else addPending(start, length, entry + Entry.FIELDS + ((<usize>field) << 2), entry, place, <u32>sketch);
}

function putRequest(start: usize, length: u32, field: u32, entry: usize): bool {
  if (readUuid(start, length, entry + Entry.REQUEST)) putField(entry, field, IS_UUID);
  else if (namesEvent(start, length)) return false;
  else if (readShortId(start, length, entry + Entry.REQUEST)) putField(entry, field, IS_SHORT);
  else {
    const number = tableOf(0).numberOfPlain(start, length);
    if (number === ESCAPED) return false;
    store<u32>(entry, number, Entry.REQUEST);
    putField(entry, field, IS_TEXT);
  }
  return true;
}

function putTime(start: usize, length: u32, field: u32, entry: usize): void {
  let number: f64 = 0;
  for (let index: u32 = 0; index < length; index++) number = number * 10 + <f64>(<u32>load<u8>(start + index) - ZERO);
  store<f64>(entry, number, Entry.TIME);
  putField(entry, field, IS_NUMBER);
}

function putField(entry: usize, field: u32, value: u32): void {
  store<u32>(entry + ((<usize>field) << 2), value, Entry.FIELDS);
}

function digitsAt(start: usize): u32 {
  let at = start;
  while (<u32>load<u8>(at) - ZERO <= NINE - ZERO) at++;
  return <u32>(at - start);
}

/** The quote that closes a string; 0 where something else than its characters comes first. */
function endOfString(start: usize): usize {
  const quotes = i8x16.splat(<i8>QUOTE);
  const backslashes = i8x16.splat(<i8>BACKSLASH);
  const space = i8x16.splat(<i8>SPACE);
  let at = start;
  while (true) {
    const bytes = v128.load(at);
    const ends = v128.or(v128.or(i8x16.eq(bytes, quotes), i8x16.eq(bytes, backslashes)), i8x16.lt_u(bytes, space));
    const found = <u32>i8x16.bitmask(ends);
    const isHigh = <u32>i8x16.bitmask(bytes);
    if (found !== 0) {
      const first = ctz(found);
      high |= isHigh & ((1 << first) - 1);
      const end = at + <usize>first;
      return <u32>load<u8>(end) === QUOTE ? end : 0;
    }
    high |= isHigh;
    at += 16;
  }
}
