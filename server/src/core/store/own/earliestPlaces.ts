import { DistinctRecords } from './distinctRecords';
import type { GatheredReads } from './gatherReads';

/** The earliest of some rows, each content once. @param rows ascending @param most so many */
export function earliestPlaces(rows: Uint32Array, most: number, reads: GatheredReads): readonly number[] {
  const distinct = new DistinctRecords(reads);
  const found: number[] = [];
  for (const at of sortedByTime(rows, reads.times, 2 * most)) {
    if (!distinct.add(at)) continue;
    found.push(at);
    if (found.length === most) break;
  }
  return found;
}

/** The earliest rows; of as many as there is room for, and those of the same time as the last. */
function sortedByTime(rows: Uint32Array, times: Float64Array, room: number): Uint32Array {
  let last = Number.POSITIVE_INFINITY;
  const most = 3 * room;
  const kept = new Uint32Array(Math.min(rows.length, most));
  const keptTimes = new Float64Array(kept.length);
  let count = 0;
  for (let each = 0; each < rows.length; each++) {
    const time = orLast(times[rows[each] ?? 0]);
    if (time > last) continue;
    kept[count] = rows[each] ?? 0;
    keptTimes[count++] = time;
    if (count < most) continue;
    last = keptTimes.slice().sort()[room - 1] ?? 0;
    keepEarliest(kept, keptTimes, last, room);
    count = room;
  }
  return inOrder(kept.subarray(0, count), keptTimes.subarray(0, count));
}

/** Puts the rows before a time first, and those of that time behind them. All of one time may be many: no more than there is room for are kept. */
function keepEarliest(rows: Uint32Array, times: Float64Array, last: number, room: number): void {
  const equal: number[] = [];
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const [row, time] = [rows[at] ?? 0, times[at] ?? 0];
    if (time === last && equal.length < room) equal.push(row);
    if (time >= last) continue;
    rows[count] = row;
    times[count++] = time;
  }
  for (let at = count; at < room; at++) {
    rows[at] = equal[at - count] ?? 0;
    times[at] = last;
  }
}

/** So many rows, and so many milliseconds from the first to the last, can be told by one number. */
const MOST_ROWS = 2 ** 14;
const LONGEST = 2 ** 38;

/** Rows by time. Those of one time ascend already. */
function inOrder(rows: Uint32Array, times: Float64Array): Uint32Array {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < times.length; at++) {
    const time = times[at] ?? 0;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  if (rows.length > MOST_ROWS || !(last - first < LONGEST)) {
    const places = Uint32Array.from(rows.keys());
    places.sort((left, right) => compare(times[left] ?? 0, times[right] ?? 0) || left - right);
    return places.map((at) => rows[at] ?? 0);
  }
  // By numbers that say both.
  const keys = new Float64Array(rows.length);
  for (let at = 0; at < keys.length; at++) keys[at] = ((times[at] ?? 0) - first) * MOST_ROWS + at;
  keys.sort();
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < keys.length; at++) sorted[at] = rows[(keys[at] ?? 0) % MOST_ROWS] ?? 0;
  return sorted;
}

function orLast(time = Number.NaN): number {
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

function compare(left: number, right: number): number {
  return left === right ? 0 : left - right;
}
