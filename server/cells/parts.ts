/** The parts of a line: what each is made of. The host says which there are, in their order. */

export namespace Part {
  /** Cells that are the same for all rows of a call that ended alike, or of an identity. */
  export const CALL: u32 = 0;
  export const IDENTITY: u32 = 1;
  export const TIME: u32 = 2;
  export const EVENT_ID: u32 = 3;
  export const REQUEST_ID: u32 = 4;
  /** Empty for all but WorkMail. */
  export const TARGETS: u32 = 5;
  export const FILE: u32 = 6;
  export const INDEX: u32 = 7;
  /** A text whose number stands in a column, the text of a member, or the JSON of one: which column, or the first of the two of its place. */
  export const TEXT: u32 = 8;
  export const MEMBER_JSON: u32 = 9;
  export const WHOLE: u32 = 10;
  /** The host makes it for each row. */
  export const ASKED: u32 = 11;
  /** No cell: what tells the event apart. Its name is asked for once. */
  export const MARK: u32 = 12;
  export const MEMBER_TEXT: u32 = 13;
}

const MOST: u32 = 64;
/** Of each: what it is, which, the first of its cells, and behind the last one. */
const SIZE: usize = 16;
const parts: usize = memory.data(1024, 16);
const cells: usize = memory.data(64, 16);
let count: u32 = 0;
let cellCount: u32 = 0;

export function forgetParts(): void {
  count = 0;
  cellCount = 0;
}

/** @param which of the tables of cells that are kept, or of the members @returns whether there was room for it */
export function addPart(what: u32, which: u32): bool {
  if (count === MOST) return false;
  const part = placeOf(count);
  store<u32>(part, what);
  store<u32>(part, which, 4);
  store<u32>(part, cellCount, 8);
  store<u32>(part, cellCount, 12);
  count++;
  return true;
}

/** @param told which `Told` of a row the next cell of the part is that was added last @returns whether there was room for it */
export function addCell(told: u32): bool {
  if (cellCount === MOST || count === 0) return false;
  store<u8>(cells + <usize>cellCount, told);
  cellCount++;
  store<u32>(placeOf(count - 1), cellCount, 12);
  return true;
}

export function partCount(): u32 {
  return count;
}

export function partAt(part: u32): u32 {
  return load<u32>(placeOf(part));
}

export function whichOfPart(part: u32): u32 {
  return load<u32>(placeOf(part), 4);
}

/** The first of its cells. */
export function cellsFrom(part: u32): u32 {
  return load<u32>(placeOf(part), 8);
}

/** Behind the last of its cells. */
export function cellsTo(part: u32): u32 {
  return load<u32>(placeOf(part), 12);
}

/** A `Told`. */
export function cellAt(cell: u32): u32 {
  return <u32>load<u8>(cells + <usize>cell);
}

function placeOf(part: u32): usize {
  return parts + <usize>part * SIZE;
}
