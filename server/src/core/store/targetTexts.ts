import { ENDPOINT, ERROR_MESSAGE, flaggedIn, ORGANIZATION, targetsIn } from './particularNumbers';
import type { StoredParticulars } from './storedParticulars';

/**
 * Goes through the ids of all targets of some rows, by the numbers of their texts: without an object for any of them, so that a
 * million rows take some milliseconds.
 *
 * @param give gets the row and the number of a text of `particulars.texts`; rows come in ascending order
 */
export function eachTarget({ told }: StoredParticulars, give: (row: number, text: number) => void): void {
  const { rows, ends, numbers } = told;
  let at = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const flags = numbers[at] ?? 0;
    const first = at + 1 + flaggedIn(flags, ORGANIZATION | ERROR_MESSAGE | ENDPOINT);
    const count = targetsIn(flags);
    for (let target = 0; target < count; target++) give(row, numbers[first + 2 * target] ?? 0);
    at = ends[place] ?? at;
  }
}
