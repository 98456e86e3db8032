/** The numbers of the row that is written: those of the extractor, as `core/store/columns.ts` has them, and what stands behind them. */
import { FIRST_PLACED, placeOfRow, rowCount, STRIDE } from '../extractor/rows';
import { isPrintable } from './bytes';

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
  /** Where a member begins and ends in the record: see `places.ts` of the extractor. */
  export const ERROR_MESSAGE: u32 = 20;
}

/** Bits of the column of states, see `core/store/rowState.ts`: what says something of the event, and which forms ids have. */
export const SAID: u32 = (1 << 12) - 1;
export const EVENT_ID_IS_TEXT: u32 = 1 << 13;
export const REQUEST_ID_IS_TEXT: u32 = 1 << 14;
export const REQUEST_ID_IS_SHORT: u32 = 1 << 16;
const SERVICE: u32 = 3 << 6;
const MALFORMED: u32 = 3 << 4;
const SYNTAX: u32 = 1 << 4;

let place: usize = 0;

/** Numbers are asked of this row from now on. */
export function lookAt(row: u32): void {
  place = placeOfRow(row);
}

export function numberIn(column: u32): u32 {
  return load<u32>(place + <usize>column * STRIDE);
}

/** Where a text of the row stands in its record: see `placed.ts` of the extractor. @param told a `Told` */
export function placeIn(told: u32): u32 {
  return load<u32>(place + (FIRST_PLACED + <usize>told) * STRIDE);
}

/** Whether all rows are plain, and nothing from the first of their records to the last one is anything but printable ASCII. */
export function areAllPlain(log: usize): bool {
  const rows = rowCount();
  let end: usize = 0;
  for (let row: u32 = 0; row < rows; row++) {
    lookAt(row);
    if (!isPlain(numberIn(Column.STATE))) return false;
    end = log + <usize>(numberIn(Column.START) + numberIn(Column.LENGTH));
  }
  if (rows === 0) return true;
  lookAt(0);
  return isPrintable(log + <usize>numberIn(Column.START), end);
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
