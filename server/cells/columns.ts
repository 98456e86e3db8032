/** The numbers of rows, as `core/store/columns.ts` has them: a number of 32 bits for each column of each row, column after column. */

export namespace Column {
  export const CALL: u32 = 0;
  export const IDENTITY: u32 = 1;
  export const PRINCIPAL: u32 = 2;
  export const TIME: u32 = 8;
  export const STATE: u32 = 9;
  export const EVENT_ID: u32 = 10;
  export const REQUEST_ID: u32 = 14;
  export const START: u32 = 18;
  export const LENGTH: u32 = 19;
}

/** Bits of the column of states, see `core/store/rowState.ts`: what says something of the event, and which forms ids have. */
export const SAID: u32 = (1 << 12) - 1;
export const EVENT_ID_IS_TEXT: u32 = 1 << 13;
export const REQUEST_ID_IS_TEXT: u32 = 1 << 14;
export const REQUEST_ID_IS_SHORT: u32 = 1 << 16;
const SERVICE: u32 = 3 << 6;
const MALFORMED: u32 = 3 << 4;
const SYNTAX: u32 = 1 << 4;

const WIDTH: usize = 20;

let numbers: usize = 0;
let room: usize = 0;
let rows: u32 = 0;

/** Where the numbers of so many rows go. */
export function placeForRows(count: u32): usize {
  const bytes = <usize>count * WIDTH * 4;
  if (bytes > room) {
    if (numbers !== 0) heap.free(numbers);
    room = bytes + (bytes >> 1);
    numbers = heap.alloc(room);
  }
  rows = count;
  return numbers;
}

export function numberIn(column: u32, row: u32): u32 {
  return load<u32>(numbers + ((<usize>(column * rows + row)) << 2));
}

/** Whether a record stands in its log as JSON, with its id as it is told. */
export function isPlain(state: u32): bool {
  return (state & MALFORMED) !== SYNTAX && (state & EVENT_ID_IS_TEXT) === 0;
}

/** Whether something in it has another form than it should have. */
export function isOtherForm(state: u32): bool {
  return (state & MALFORMED) !== 0;
}

/** Whether it is of another service than those of which more is told. */
export function isOfOther(state: u32): bool {
  return (state & SERVICE) === 0;
}
