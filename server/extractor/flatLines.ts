/**
 * Logs that are one flat object a line, as numbers: of each line where it stands, which fields it has and what they say. A line that is
 * anything else is left to others, and so is one with an escape or with a field that is not known.
 */
import { CLOSE_BRACE, COLON, COMMA, OPEN_BRACE, QUOTE } from './characters';
import { Entry } from './entry';
import { BEGINNING, fieldAt, flatFields, lengthOfName, NO_FIELD } from './flatFields';
import { hasHigh, isThere, readFlatValue, startFlatValues } from './flatValues';
import { beginPending, forgetPending, lookUpPending, pendingCount } from './pending';

const MOST_LINES: u32 = 1024;
const SLACK: usize = 64;
const FEED: u32 = 0x0a;
const RETURN: u32 = 0x0d;
const TAB: u32 = 0x09;
const SPACE: u32 = 0x20;
/** Given instead of a number of lines: what stands there begins like no object. */
const STRANGE: u32 = 0xffffffff;

let room: usize = 0;
let part: usize = 0;
let entries: usize = 0;
let entriesSize: usize = 0;
let entryWidth: u32 = 0;
let at: usize = 0;
let end: usize = 0;
let unit: u32 = 0;

/** Begins with the next log. */
export function beginFlat(): void {
  unit = 0;
  at = part;
  end = part;
}

/** Where the bytes of the next part go: whole lines, the line feeds among them. */
export function roomForPart(length: u32): usize {
  if (<usize>length > room) {
    if (part !== 0) heap.free(part);
    room = max(<usize>length, room << 1);
    part = heap.alloc(room + SLACK);
  }
  at = part;
  end = part + length;
  return part;
}

/** Once the bytes are there. */
export function beginPart(): void {
  memory.fill(end, <u8>FEED, SLACK);
}

/** Of the entries that were read last: fields may have come to be known since. */
export function widthOfEntry(): u32 {
  return entryWidth;
}

export function entriesAt(): usize {
  return entries;
}

/** Reads some of the lines of the part. @returns how many; 0 when none is left */
export function readFlatLines(): u32 {
  // Even, so that the number of 64 bits in it can be read as one.
  entryWidth = (<u32>(Entry.FIELDS >> 2) + flatFields() + 1) & ~1;
  const width = (<usize>entryWidth) << 2;
  const wanted = width * MOST_LINES;
  if (wanted > entriesSize) {
    if (entries !== 0) heap.free(entries);
    entries = heap.alloc(wanted);
    entriesSize = wanted;
  }
  let count: u32 = 0;
  beginPending(MOST_LINES * flatFields());
  while (count < MOST_LINES && at < end) {
    const byte = <u32>load<u8>(at);
    if (byte === FEED || isBlank(byte)) {
      at++;
      unit++;
      continue;
    }
    if (byte !== OPEN_BRACE) return STRANGE;
    const entry = entries + <usize>count * width;
    memory.fill(entry, 0, width);
    const start = at;
    const pending = pendingCount();
    let behind = readObject(start, entry);
    if (behind !== 0) {
      let next = behind;
      while (isBlank(<u32>load<u8>(next))) next++;
      if (<u32>load<u8>(next) !== FEED) behind = 0;
    }
    let units: u32 = 0;
    if (behind === 0) {
      behind = endOfLine(start);
      forgetPending(pending);
      memory.fill(entry, 0, width);
      store<u32>(entry, 1, Entry.HANDED_OVER);
      units = unitsIn(start, behind);
    } else units = hasHigh() ? unitsIn(start, behind) : <u32>(behind - start);
    store<u32>(entry, unit, Entry.START);
    store<u32>(entry, units, Entry.LENGTH);
    store<u32>(entry, <u32>(start - part), Entry.BYTES_START);
    store<u32>(entry, <u32>(behind - start), Entry.BYTES_LENGTH);
    unit += units;
    at = behind;
    count++;
  }
  lookUpPending(Entry.HANDED_OVER);
  return count;
}

/** @returns behind it; 0 where it is not plain */
function readObject(start: usize, entry: usize): usize {
  let place = behindBlank(start + 1);
  let before = BEGINNING;
  let seen: u64 = 0;
  let there: u64 = 0;
  startFlatValues();
  while (true) {
    if (<u32>load<u8>(place) !== QUOTE) return 0;
    place++;
    const field = fieldAt(place, before);
    if (field === NO_FIELD) return 0;
    place = behindBlank(place + lengthOfName(field) + 1);
    if (<u32>load<u8>(place) !== COLON) return 0;
    const bit: u64 = (<u64>1) << (<u64>field);
    if ((seen & bit) !== 0) return 0;
    seen |= bit;
    place = readFlatValue(behindBlank(place + 1), field, entry);
    if (place === 0) return 0;
    if (isThere()) there |= bit;
    before = field;
    place = behindBlank(place);
    const sign = <u32>load<u8>(place);
    if (sign === CLOSE_BRACE) break;
    if (sign !== COMMA) return 0;
    place = behindBlank(place + 1);
  }
  store<u64>(entry, there, Entry.THERE);
  return place + 1;
}

function behindBlank(from: usize): usize {
  let place = from;
  while (<u32>load<u8>(place) === SPACE) place++;
  return place;
}

function isBlank(byte: u32): bool {
  return byte === SPACE || byte === TAB || byte === RETURN;
}

/** Before the white space at the end of a line. */
function endOfLine(start: usize): usize {
  const feeds = i8x16.splat(<i8>FEED);
  let place = start;
  let found = i8x16.bitmask(i8x16.eq(v128.load(place), feeds));
  while (found === 0) {
    place += 16;
    found = i8x16.bitmask(i8x16.eq(v128.load(place), feeds));
  }
  place += <usize>ctz(found);
  while (place > start && isBlank(<u32>load<u8>(place - 1))) place--;
  return place;
}

/** UTF-16 units of a stretch of whole UTF-8. */
function unitsIn(start: usize, behind: usize): u32 {
  let units: u32 = 0;
  for (let place = start; place < behind; place++) {
    const byte = <u32>load<u8>(place);
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
