import type { TimedRows } from './countBuckets';
import type { OffsetAt } from './zone';

/** The clocks of all zones are whole quarters of an hour apart. */
const QUARTER = 900_000;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;
/** A longer stretch of time has no map of its hours: sixty years. */
const MOST_QUARTERS = 60 * 366 * 96;
/** So many days have a row each; of more, those of one weekday lie in one. */
const MOST_DAYS = 31;

/** How many events happened in which hour of which day. */
export interface HourMap {
  /** `weekday`: each row holds all days of that name, Monday first; `day`: one day. */
  readonly rows: 'day' | 'weekday';
  /** Where each row begins, in milliseconds since 1970, on the clocks of the zone as if they were those of UTC; of weekdays 0 to 6. */
  readonly days: readonly number[];
  /** Row by row, 24 numbers each. */
  readonly counts: readonly number[];
}

/** Counts by the quarters of hours from one moment to another. Undefined where that takes too many of them. */
export function quartersFor(from: number, to: number): Quarters | undefined {
  const first = Math.floor(from / QUARTER);
  const size = Math.ceil(to / QUARTER) - first;
  return size > 0 && size <= MOST_QUARTERS ? { first, from, to, counts: new Uint32Array(size) } : undefined;
}

/** How many rows lie in each quarter of an hour. */
export interface Quarters {
  /** Of the first, in quarters of hours since 1970. */
  readonly first: number;
  /** What lies before and, from the second on, behind is not counted. */
  readonly from: number;
  readonly to: number;
  readonly counts: Uint32Array;
}

/** Counts rows in one pass. */
export function countQuarters(
  { times, asked }: Omit<TimedRows, 'groupOf'>,
  { first, from, to, counts }: Quarters,
): void {
  for (let row = 0; row < times.length; row++) {
    if (asked[row] === 0) continue;
    const time = times[row] ?? 0;
    if (!(time >= from && time < to)) continue;
    const at = Math.floor(time / QUARTER) - first;
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

/** The hours of the days of a zone. */
export function hourMap({ first, from, to, counts }: Quarters, offset: OffsetAt): HourMap {
  const dayOf = (time: number): number => Math.floor((time + offset(time)) / DAY);
  const [begin, end] = [dayOf(from), dayOf(to - 1)];
  const isByDay = end - begin < MOST_DAYS;
  const size = isByDay ? end - begin + 1 : 7;
  const map = new Array<number>(24 * size).fill(0);
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    if (count === 0) continue;
    const time = (first + at) * QUARTER;
    const local = time + offset(time);
    const day = Math.floor(local / DAY);
    const row = isByDay ? Math.min(size - 1, Math.max(0, day - begin)) : (((day + 3) % 7) + 7) % 7;
    const place = 24 * row + Math.floor((local - day * DAY) / HOUR);
    map[place] = (map[place] ?? 0) + count;
  }
  const days = Array.from({ length: size }, (_, row) => (isByDay ? (begin + row) * DAY : row));
  return { rows: isByDay ? 'day' : 'weekday', days, counts: map };
}
