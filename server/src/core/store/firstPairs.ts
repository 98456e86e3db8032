import type { SeenKind } from '../investigate/novelty/seen';
import { isEarlier, type RowAt } from './earlierRow';
import { grownNumbers } from './grownNumbers';
import { PairNumbers } from './pairNumbers';
import type { RowsOfPrincipals } from './rowsOfPrincipals';
import type { CallKind, SeenNumbers } from './seenNumbers';

/** The first row in which a principal is seen with a value. */
export interface FirstPair extends RowAt {
  readonly kind: SeenKind;
  readonly principal: number;
  /** By number of its kind. */
  readonly value: number;
}

/** What pairs are found in. */
export interface PairsAsked {
  readonly rows: readonly RowsOfPrincipals[];
  readonly numbers: SeenNumbers;
  /** Above all numbers of principals. */
  readonly principals: number;
  /** A number that nobody who writes logs can know. */
  readonly seed: number;
}

/**
 * The first row of every pair of a principal and a value of one kind, in no order.
 *
 * @param from only those are told that were seen first then or later; milliseconds since 1970
 */
export function firstPairs(
  kind: CallKind,
  { rows, numbers, principals, seed }: PairsAsked,
  from: number,
): readonly FirstPair[] {
  const pairs = new PairNumbers(seed);
  const firsts = new FirstRows(rows);
  for (const [chunk, some] of rows.entries()) {
    const values = numbers.of(kind, some);
    const ofRows = some.principals.slice();
    pairs.combine(ofRows, values, ofRows.length, [principals, numbers.most(kind)]);
    firsts.add(chunk, ofRows);
  }
  return firsts.since(from).map(({ pair, ...at }) => ({
    ...at,
    kind,
    principal: pairs.left(pair),
    value: pairs.right(pair),
  }));
}

const NONE = -1;

/** The earliest row of each of some numbers, in arrays: there may be as many numbers as rows. */
class FirstRows {
  readonly #rows: readonly RowsOfPrincipals[];
  #times = new Float64Array(1024).fill(Number.POSITIVE_INFINITY);
  #chunks: Uint32Array = new Uint32Array(1024);
  #places: Uint32Array = new Uint32Array(1024);
  #count = 0;

  constructor(rows: readonly RowsOfPrincipals[]) {
    this.#rows = rows;
  }

  /** @param numbers of each of the rows of a chunk */
  add(chunk: number, numbers: Uint32Array): void {
    const some = this.#rows[chunk];
    if (some === undefined) return;
    const { each, rows, times } = some;
    let firsts = this.#times;
    for (let place = 0; place < numbers.length; place++) {
      const number = numbers[place] ?? 0;
      if (number >= firsts.length) {
        this.#grow(number);
        firsts = this.#times;
      }
      const time = times[place] ?? 0;
      const known = firsts[number] ?? NONE;
      if (time > known) continue;
      const other = time === known ? this.#at(number) : undefined;
      if (other !== undefined && !isEarlier({ each, row: rows[place] ?? 0 }, other)) continue;
      firsts[number] = time;
      this.#chunks[number] = chunk;
      this.#places[number] = place;
      if (number >= this.#count) this.#count = number + 1;
    }
  }

  since(from: number): readonly (RowAt & { readonly pair: number })[] {
    const found: (RowAt & { readonly pair: number })[] = [];
    for (let pair = 0; pair < this.#count; pair++) {
      const at = (this.#times[pair] ?? NONE) >= from ? this.#at(pair) : undefined;
      if (at !== undefined) found.push({ ...at, pair });
    }
    return found;
  }

  #at(number: number): RowAt | undefined {
    const some = this.#rows[this.#chunks[number] ?? 0];
    return some && { each: some.each, row: some.rows[this.#places[number] ?? 0] ?? 0 };
  }

  #grow(number: number): void {
    const times = new Float64Array(Math.max(2 * this.#times.length, number + 1)).fill(Number.POSITIVE_INFINITY);
    times.set(this.#times);
    this.#times = times;
    this.#chunks = grownNumbers(this.#chunks, number);
    this.#places = grownNumbers(this.#places, number);
  }
}
