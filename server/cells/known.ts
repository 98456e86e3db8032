/** Cells that are the same for all rows with the same three numbers: the host makes them once, as long as others do not take their place. */
import { SLACK } from './bytes';

/** So many are kept in a table: a power of two. */
const KEPT: u32 = 4096;
/** Of each: its numbers, where its cells begin (0: none are kept) and how many bytes they are. */
const ENTRY: usize = 20;
const AT: usize = 12;
const LENGTH: usize = 16;
/** So many bytes of cells are kept together, before all are forgotten. */
const ROOM: usize = 1 << 20;

let tables: usize = 0;
let tableCount: u32 = 0;
let cells: usize = 0;
let room: usize = 0;
let used: usize = 0;

/** Makes so many tables, and forgets all that is kept. */
export function prepareKnown(count: u32): void {
  if (count > tableCount) {
    if (tables !== 0) heap.free(tables);
    tables = heap.alloc(<usize>count * <usize>KEPT * ENTRY);
    tableCount = count;
  }
  forgetKnown();
}

export function forgetKnown(): void {
  memory.fill(tables, 0, <usize>tableCount * <usize>KEPT * ENTRY);
  used = 0;
}

/** Where the cells with some numbers are kept, if they are: see `isKnown`. */
export function knownPlace(table: u32, one: u32, two: u32, three: u32): usize {
  let mixed = (one * 0x9e3779b1) ^ (two * 0x85ebca6b) ^ (three * 0xc2b2ae35);
  mixed ^= mixed >>> 15;
  return tables + (<usize>table * <usize>KEPT + <usize>(mixed & (KEPT - 1))) * ENTRY;
}

export function isKnown(place: usize, one: u32, two: u32, three: u32): bool {
  return (
    load<u32>(place, AT) !== 0 &&
    load<u32>(place) === one &&
    load<u32>(place, 4) === two &&
    load<u32>(place, 8) === three
  );
}

export function knownAt(place: usize): usize {
  return <usize>load<u32>(place, AT);
}

export function knownLength(place: usize): u32 {
  return load<u32>(place, LENGTH);
}

/** Keeps cells at a place that was asked for before: what was kept there goes. */
export function keep(place: usize, from: usize, length: usize, one: u32, two: u32, three: u32): void {
  if (used + length + SLACK > room) {
    if (room > 0) forgetKnown();
    if (length + SLACK > room) {
      if (cells !== 0) heap.free(cells);
      room = max(ROOM, length + SLACK);
      cells = heap.alloc(room);
    }
  }
  memory.copy(cells + used, from, length);
  store<u32>(place, one);
  store<u32>(place, two, 4);
  store<u32>(place, three, 8);
  store<u32>(place, <u32>(cells + used), AT);
  store<u32>(place, <u32>length, LENGTH);
  used += length;
}

/** Keeps a word in place of cells and their length. */
export function keepWord(place: usize, one: u32, word: u32): void {
  store<u32>(place, one);
  store<u64>(place, 0, 4);
  store<u32>(place, <u32>place, AT);
  store<u32>(place, word, LENGTH);
}
