import { grownNumbers } from '../grownNumbers';

const FIRST_ROOM = 256;

/**
 * What follows from what rows have in common: see `AlikeRows`. It is found once for all rows that have a number. Loops over rows only look it
 * up and call nothing: most of them run once, and what is called in them would be compiled more than once.
 */
export class FoundOfAlike {
  /** By number, plus one; 0 where it was not looked for. */
  #found: Uint32Array = new Uint32Array(FIRST_ROOM);

  /**
   * @param numbers by row
   * @param find is asked for a row of each number that is new; gives what follows, below 2³² - 1
   * @returns by number what follows, plus one; undefined where of a row it is not told what it has in common
   */
  of(numbers: Uint32Array, find: (row: number) => number): Uint32Array | undefined {
    for (let row = nextNew(numbers, this.#found, 0); row < numbers.length; row = nextNew(numbers, this.#found, row)) {
      const number = numbers[row] ?? 0;
      if (number === 0) return undefined;
      const found = find(row) + 1;
      this.#found = grownNumbers(this.#found, number);
      this.#found[number] = found;
    }
    return this.#found;
  }
}

/** The next row of which nothing was found; their number where there is none. */
function nextNew(numbers: Uint32Array, found: Uint32Array, from: number): number {
  for (let row = from; row < numbers.length; row++) {
    const number = numbers[row] ?? 0;
    if (number >= found.length || found[number] === 0) return row;
  }
  return numbers.length;
}

/** What some places of a column hold. */
export function pick(column: Uint32Array, places: Uint32Array, into: Uint32Array): void {
  for (let at = 0; at < into.length; at++) into[at] = column[places[at] ?? 0] ?? 0;
}

/** Puts what was found by each number in its place. @param found plus one */
export function takeFound(found: Uint32Array, numbers: Uint32Array): void {
  for (let at = 0; at < numbers.length; at++) numbers[at] = (found[numbers[at] ?? 0] ?? 0) - 1;
}
