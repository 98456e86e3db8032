import type { RowChunk } from './rowChunk';

/** Keeps of the first `count` rows those that answer, in their order and at the beginning, and says how many they are. */
export type Narrow = (chunk: RowChunk, rows: Uint32Array, count: number) => number;

/** Gives the positions of all rows of a chunk that answer, in ascending order, in an array of its own. */
export type Find = (chunk: RowChunk) => Uint32Array;

/** A part of a question, as it is asked of the rows of a chunk. */
export interface Step {
  /** One of `COST`. */
  readonly cost: number;
  readonly narrow: Narrow;
  /** What finds the few rows that answer without a list of all there are; absent where every row of such a list has to be looked at. */
  readonly find?: Find;
}

/** What asks a column, what looks at each row, what reads its record. */
export const COST = { column: 0, row: 1, record: 2 } as const;

/** Keeps of the first `count` rows those for which something holds. */
export function compact(rows: Uint32Array, count: number, isKept: (row: number) => boolean): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    if (isKept(row)) rows[kept++] = row;
  }
  return kept;
}
