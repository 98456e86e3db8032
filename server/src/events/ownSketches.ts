import { OwnKeys } from '../core/store/own/ownKeys';
import { mayBePart } from '../core/store/own/toldInPart';
import type { NumberedRows } from './numberedRows';

/** Rows of WorkMail's own logs that may be others with fields left out, and for each a number that is the same for all of one time and request. */
export interface OwnSketches {
  /** Ascending. */
  readonly numbers: Uint32Array;
  readonly sketches: Uint32Array;
}

/**
 * @param seed a number that nobody who writes logs can know; sketches of two seeds have nothing in common
 * @param isLeftOut rows that only repeat another one
 */
export function ownSketches(rows: NumberedRows, seed: number, isLeftOut: (number: number) => boolean): OwnSketches {
  const keys = new OwnKeys(seed);
  const numbers: number[] = [];
  const sketches: number[] = [];
  for (const { piece, first } of rows.pieces) {
    for (let row = piece.from, number = first; row < piece.to; row++, number++) {
      if (piece.rows.service(row) !== 'own' || isLeftOut(number)) continue;
      const chunk = piece.chunk();
      if (!mayBePart(chunk, row)) continue;
      numbers.push(number);
      sketches.push(keys.sketch(chunk, row));
    }
  }
  return { numbers: Uint32Array.from(numbers), sketches: Uint32Array.from(sketches) };
}

/** Numbers of rows that have one sketch, of those sketches that more than one row has. */
export function meetingRows({ numbers, sketches }: OwnSketches): Iterable<readonly number[]> {
  const sorted = sketches.slice().sort();
  const several = new Set(sorted.filter((sketch, at) => sketch === sorted[at - 1]));
  return rowsBySketch({ numbers, sketches }, several).values();
}

/** The numbers of the rows that have these sketches. */
export function rowsBySketch(
  { numbers, sketches }: OwnSketches,
  wanted: Pick<ReadonlySet<number>, 'has'>,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [at, sketch] of sketches.entries()) {
    if (!wanted.has(sketch)) continue;
    const number = numbers[at] ?? 0;
    const known = found.get(sketch);
    if (known === undefined) found.set(sketch, [number]);
    else known.push(number);
  }
  return found;
}
