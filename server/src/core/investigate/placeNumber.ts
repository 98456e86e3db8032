import type { Act } from './act';

/** Logs have fewer records. */
const MOST_RECORDS = 2 ** 32;

/** The place of a record as one number, which is compared sooner than a text. @param index position among the records of the log */
export function placeNumber(log: number, index: number): number {
  return log * MOST_RECORDS + index;
}

/** The same of an act. */
export function placeNumberOf({ log, row }: Act): number {
  return placeNumber(log, row.index);
}
