import { DistinctRecords } from './distinctRecords';
import type { GatheredReads } from './gatherReads';

/** The earliest of some rows, each content once. @param rows ascending @param most so many, at least one */
export function earliestPlaces(rows: Uint32Array, most: number, reads: GatheredReads): readonly number[] {
  const distinct = new DistinctRecords(reads);
  const found: number[] = [];
  for (const at of sortedByTime(rows, 2 * most, reads.times)) {
    if (!distinct.add(at)) continue;
    found.push(at);
    if (found.length === most) break;
  }
  return found;
}

/** The earliest rows; of as many as there is room for, and those of the same time as the last. @param times not a number where there is none: the last */
function sortedByTime(rows: Uint32Array, room: number, times: Float64Array): Iterable<number> {
  let last = Number.POSITIVE_INFINITY;
  let kept = new Uint32Array(Math.min(rows.length, 8 * room));
  let count = 0;
  for (let each = 0; each < rows.length; each++) {
    const at = rows[each] ?? 0;
    const time = times[at] ?? Number.NaN;
    if (time > last || (last < Number.POSITIVE_INFINITY && Number.isNaN(time))) continue;
    kept[count++] = at;
    if (count < 8 * room) continue;
    last = Float64Array.from(kept, (row) => orLast(times[row])).sort()[room - 1] ?? 0;
    // All of one time may be many: no more than there is room for are looked at.
    const earlier = kept.filter((row) => orLast(times[row]) < last);
    const equal = kept.filter((row) => orLast(times[row]) === last).subarray(0, room - earlier.length);
    kept.set(earlier);
    kept.set(equal, earlier.length);
    count = room;
  }
  kept = kept.subarray(0, count);
  return (
    inOrder(kept, times) ??
    kept.sort((left, right) => compare(orLast(times[left]), orLast(times[right])) || left - right)
  );
}

/** So many rows, and so many milliseconds from the first to the last, can be told by one number. */
const MOST_ROWS = 2 ** 14;
const LONGEST = 2 ** 38;

/** Rows by time, and then as they are, by numbers that say both; undefined where these would be too large. */
function inOrder(rows: Uint32Array, times: Float64Array): Uint32Array | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const time = orLast(times[row]);
    if (time < first) first = time;
    if (time > last) last = time;
  }
  if (rows.length > MOST_ROWS || !(last - first < LONGEST)) return undefined;
  const ascending = rows.slice().sort();
  const keys = new Float64Array(rows.length);
  for (let at = 0; at < keys.length; at++) keys[at] = (orLast(times[ascending[at] ?? 0]) - first) * MOST_ROWS + at;
  keys.sort();
  return Uint32Array.from(keys, (key) => ascending[key % MOST_ROWS] ?? 0);
}

function orLast(time = Number.NaN): number {
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

function compare(left: number, right: number): number {
  return left === right ? 0 : left - right;
}
