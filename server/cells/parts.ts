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
const parts: usize = memory.data(512, 16);
let count: u32 = 0;

export function forgetParts(): void {
  count = 0;
}

/** @param which of the tables of cells that are kept, or of the members @returns whether there was room for it */
export function addPart(what: u32, which: u32): bool {
  if (count === MOST) return false;
  store<u32>(parts + ((<usize>count) << 3), what);
  store<u32>(parts + ((<usize>count) << 3), which, 4);
  count++;
  return true;
}

export function partCount(): u32 {
  return count;
}

export function partAt(part: u32): u32 {
  return load<u32>(parts + ((<usize>part) << 3));
}

export function whichOfPart(part: u32): u32 {
  return load<u32>(parts + ((<usize>part) << 3), 4);
}
