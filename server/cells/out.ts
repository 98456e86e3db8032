/** The lines that were written, one behind the other. */
import { BACKSLASH, copy, DASH, QUOTE, SLACK } from './bytes';
import { BEYOND, double } from './doubled';

/** Where that many bytes are written, they should be taken. */
const FULL: usize = 192 << 10;
/** The same for lines. */
const MOST_LINES: u32 = 512;
const FIRST_ROOM: usize = 256 << 10;
const DAY: u32 = 86400;
const ZERO: u32 = 0x30;
const SLASH: u32 = 0x2f;
const DAY_CELL: usize = 12;

let start: usize = 0;
let room: usize = 0;
let at: usize = 0;
const ends: usize = memory.data(2048, 16);
/** Of each line: what tells its event apart, and what is told of it. */
const marks: usize = memory.data(8192, 16);
const flags: usize = memory.data(512, 16);
let lines: u32 = 0;

/** The day that was written last, and how a cell with it begins. */
let day: u32 = 0xffffffff;
const dayCell: usize = memory.data(16, 16);

export function prepareOut(): void {
  if (start === 0) {
    room = FIRST_ROOM;
    start = heap.alloc(room + SLACK);
  }
  at = start;
  lines = 0;
}

export function isFull(): bool {
  return at - start > FULL || lines === MOST_LINES;
}

/** Where they begin, how many bytes and lines they are, and where each ends. */
export function outAt(): usize {
  return start;
}

export function outLength(): usize {
  return at - start;
}

export function outLines(): u32 {
  return lines;
}

export function outEnds(): usize {
  return ends;
}

export function outMarks(): usize {
  return marks;
}

export function outFlags(): usize {
  return flags;
}

/** Where the mark of the line goes that is written. */
export function markPlace(): usize {
  return marks + ((<usize>lines) << 4);
}

/** What is told of it: see `messages.ts` in `server/src/node/writing`. */
export function putFlags(told: u32): void {
  store<u8>(flags + <usize>lines, told);
}

/** The line is whole: where a cell more would begin, it ends. */
export function endLine(): void {
  makeRoom(1);
  store<u16>(at - 1, 0x0a0d);
  at++;
  store<u32>(ends + ((<usize>lines) << 2), <u32>(at - start));
  lines++;
}

export function putByte(byte: u32): void {
  makeRoom(1);
  store<u8>(at++, byte);
}

/** Copies bytes. */
export function put(from: usize, length: usize): void {
  makeRoom(length);
  copy(from, at, length);
  at += length;
}

/** The same between quotes, and what parts the cell from the next. */
export function putQuoted(from: usize, length: usize, separator: u32): void {
  makeRoom(length + 3);
  store<u8>(at++, QUOTE);
  copy(from, at, length);
  at += length;
  endCell(separator);
}

/** The same with every quote twice. @returns false where a character is not printable ASCII: then nothing is written */
export function putDoubled(from: usize, length: usize, separator: u32): bool {
  makeRoom((length << 1) + BEYOND);
  const behind = double(from, length, at + 1);
  if (behind === 0) return false;
  store<u8>(at, QUOTE);
  at = behind;
  endCell(separator);
  return true;
}

/** Forgets what was written of the line. */
export function leaveLine(): void {
  at = start + (lines === 0 ? 0 : <usize>load<u32>(ends + ((<usize>(lines - 1)) << 2)));
}

/**
 * The same of a string of JSON, without what escapes quotes, backslashes and slashes.
 *
 * @returns false where another escape stands in it: then nothing is written
 */
export function putUnescaped(from: usize, end: usize, separator: u32): bool {
  makeRoom(end - from + 3);
  let to = at;
  store<u8>(to++, QUOTE);
  for (let place = from; place < end; place++) {
    let byte = <u32>load<u8>(place);
    if (byte === BACKSLASH) {
      byte = <u32>load<u8>(++place);
      if (byte === QUOTE) store<u8>(to++, QUOTE);
      else if (byte !== BACKSLASH && byte !== SLASH) return false;
    }
    store<u8>(to++, byte);
  }
  at = to;
  endCell(separator);
  return true;
}

/** A time in seconds since 1970, as CloudTrail writes it. */
export function putTime(seconds: u32, separator: u32): void {
  makeRoom(24);
  if (seconds / DAY !== day) {
    day = seconds / DAY;
    writeDay();
  }
  copy(dayCell, at, DAY_CELL);
  const minutes = (seconds % DAY) / 60;
  putTwo(at + 12, minutes / 60);
  store<u8>(at, 0x3a, 14);
  putTwo(at + 15, minutes % 60);
  store<u8>(at, 0x3a, 17);
  putTwo(at + 18, seconds % 60);
  store<u8>(at, 0x5a, 20);
  at += 21;
  endCell(separator);
}

/** An id of AWS's form, from its four numbers. */
export function putUuid(one: u32, two: u32, three: u32, four: u32, separator: u32): void {
  makeRoom(40);
  const words = i32x4(bswap(one), bswap(two), bswap(three), bswap(four));
  const high = v128.and(i16x8.shr_u(words, 4), i8x16.splat(15));
  const low = v128.and(words, i8x16.splat(15));
  const digits = i8x16(0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66);
  const first = i8x16.swizzle(digits, i8x16.shuffle(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
  const second = i8x16.swizzle(
    digits,
    i8x16.shuffle(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31),
  );
  store<u8>(at++, QUOTE);
  store<u64>(at, i64x2.extract_lane(first, 0));
  store<u8>(at, DASH, 8);
  store<u32>(at, i32x4.extract_lane(first, 2), 9);
  store<u8>(at, DASH, 13);
  store<u32>(at, i32x4.extract_lane(first, 3), 14);
  store<u8>(at, DASH, 18);
  store<u32>(at, i32x4.extract_lane(second, 0), 19);
  store<u8>(at, DASH, 23);
  store<u32>(at, i32x4.extract_lane(second, 1), 24);
  store<u64>(at, i64x2.extract_lane(second, 1), 28);
  at += 36;
  endCell(separator);
}

/** A whole number. */
export function putNumber(number: u32, separator: u32): void {
  makeRoom(16);
  store<u8>(at++, QUOTE);
  let digits: usize = 1;
  for (let rest = number / 10; rest > 0; rest /= 10) digits++;
  let rest = number;
  for (let place = digits; place > 0; place--) {
    store<u8>(at + place - 1, ZERO + (rest % 10));
    rest /= 10;
  }
  at += digits;
  endCell(separator);
}

function endCell(separator: u32): void {
  store<u8>(at, QUOTE);
  store<u8>(at, separator, 1);
  at += 2;
}

function putTwo(place: usize, number: u32): void {
  store<u8>(place, ZERO + number / 10);
  store<u8>(place, ZERO + (number % 10), 1);
}

/** The year, the month and the day of the month, counted from the first of March of a year that 400 divides. */
function writeDay(): void {
  const days = day + 719468;
  const era = days / 146097;
  const ofEra = days % 146097;
  const yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
  const ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const months = (5 * ofYear + 2) / 153;
  const month = months < 10 ? months + 3 : months - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  store<u8>(dayCell, QUOTE);
  putTwo(dayCell + 1, year / 100);
  putTwo(dayCell + 3, year % 100);
  store<u8>(dayCell, DASH, 5);
  putTwo(dayCell + 6, month);
  store<u8>(dayCell, DASH, 8);
  putTwo(dayCell + 9, ofYear - (153 * months + 2) / 5 + 1);
  store<u8>(dayCell, 0x54, 11);
}

function makeRoom(bytes: usize): void {
  const needed = at - start + bytes;
  if (needed <= room) return;
  const used = at - start;
  room = needed + (needed >> 1);
  start = heap.realloc(start, room + SLACK);
  at = start + used;
}
