import { bucketAt } from './buckets';

/** Rows in columns: each of the three has a number for every row. */
export interface TimedRows {
  /** In milliseconds since 1970; not a number where it can't be read. */
  readonly times: Float64Array;
  /** Negative for rows of no group. */
  readonly groupOf: Int32Array;
  /** 0 for rows that are not asked for. */
  readonly asked: Uint8Array;
}

/** Not counted. */
export const NOWHERE = -1;

/**
 * Adds to how many rows of each series lie in each piece of a stretch of time, in one pass over the rows.
 *
 * @param seriesOf by group: its series, or `NOWHERE`
 * @param starts see `bucketStarts`
 * @param counts series by series, a number for each piece; what stands there stays and is added to
 */
export function countBuckets(
  { times, groupOf, asked }: TimedRows,
  seriesOf: Int32Array,
  starts: Float64Array,
  counts: Uint32Array,
): void {
  const size = starts.length - 1;
  const first = starts[0] ?? 0;
  const end = starts[size] ?? 0;
  const scale = size / (end - first);
  for (let row = 0; row < times.length; row++) {
    if (asked[row] === 0) continue;
    const time = times[row] ?? 0;
    if (!(time >= first && time < end)) continue;
    const group = groupOf[row] ?? NOWHERE;
    const series = group < 0 ? NOWHERE : (seriesOf[group] ?? NOWHERE);
    if (series < 0) continue;
    let at = ((time - first) * scale) | 0;
    if (time < (starts[at] ?? 0) || time >= (starts[at + 1] ?? 0)) at = bucketAt(starts, time);
    const place = series * size + at;
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

/** How many rows are asked for, how many of them have no time, and the earliest and latest time; both not numbers where there is none. */
export interface Extent {
  readonly count: number;
  readonly untimed: number;
  readonly first: number;
  readonly last: number;
}

/** The extent of some rows. */
export function extentOf({ times, asked }: Omit<TimedRows, 'groupOf'>): Extent {
  let [count, timed, first, last] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < times.length; row++) {
    if (asked[row] === 0) continue;
    count++;
    const time = times[row] ?? 0;
    if (Number.isNaN(time)) continue;
    timed++;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  if (timed === 0) return { count, untimed: count, first: Number.NaN, last: Number.NaN };
  return { count, untimed: count - timed, first, last };
}

/** What two lots of rows are together. */
export function bothExtents(one: Extent, other: Extent): Extent {
  const known = [one, other].filter(({ count, untimed }) => count > untimed);
  return {
    count: one.count + other.count,
    untimed: one.untimed + other.untimed,
    first: known.length === 0 ? Number.NaN : Math.min(...known.map(({ first }) => first)),
    last: known.length === 0 ? Number.NaN : Math.max(...known.map(({ last }) => last)),
  };
}
