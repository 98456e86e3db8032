import type { TimedRows } from '../../../server/src/core/timeline/countBuckets';
import { SeededNumbers } from '../../support/seededNumbers';

/** A row as an object. */
export interface Row {
  readonly time: number;
  readonly group: number;
  readonly isAsked: boolean;
}

export const GROUPS = 5;

/** Some rows at random, most of them within some days; the same for the same seed. */
export function randomRows(seed: number, count: number): readonly Row[] {
  const numbers = new SeededNumbers(seed);
  const begin = Date.UTC(2026, 2, 26);
  return Array.from({ length: count }, () => ({
    // Around the night in which the clocks of Berlin are put forward.
    time: numbers.between(0, 30) === 0 ? Number.NaN : begin + 1000 * numbers.between(-3_000, 600_000),
    group: numbers.between(-1, GROUPS - 1),
    isAsked: numbers.between(0, 3) > 0,
  }));
}

/** The same rows in columns. */
export function columnsOf(rows: readonly Row[]): TimedRows {
  return {
    times: Float64Array.from(rows, ({ time }) => time),
    groupOf: Int32Array.from(rows, ({ group }) => group),
    asked: Uint8Array.from(rows, ({ isAsked }) => (isAsked ? 3 : 0)),
  };
}
