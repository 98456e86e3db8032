import { momentOf, type OffsetAt } from './zone';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** The first day of 1970 was a Thursday; weeks begin on Monday. */
const MONDAY = -3 * DAY;

/** The lengths that a stretch of time is cut into, in milliseconds, the shortest first. */
export const steps: readonly number[] = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  WEEK,
  4 * WEEK,
  13 * WEEK,
  52 * WEEK,
  104 * WEEK,
  260 * WEEK,
  520 * WEEK,
];

/** The shortest length of which no more than `most` lie in a stretch of time. */
export function stepFor(span: number, most: number): number {
  return steps.find((step) => span <= step * most) ?? steps.at(-1) ?? WEEK;
}

/**
 * Where the pieces of a stretch of time begin, and behind them where the last one ends. They begin at round times of the clocks of a zone:
 * days at midnight, even where the clocks were changed between two of them. In milliseconds since 1970.
 *
 * @param to exclusive
 * @param step one of `steps`
 */
export function bucketStarts(from: number, to: number, step: number, offset: OffsetAt): Float64Array {
  const round = step % WEEK === 0 ? MONDAY : 0;
  const ahead = offset(from);
  const first = Math.floor((from + ahead - round) / step) * step + round;
  const begin = (at: number): number => {
    const local = first + at * step;
    return step < DAY ? local - ahead : momentOf(local, offset);
  };
  const starts: number[] = [begin(0)];
  // The end may lie behind a change of the clocks.
  for (let at = 1; at === 1 || (starts.at(-1) ?? to) < to; at++) starts.push(begin(at));
  return Float64Array.from(starts);
}

/** The piece that a moment lies in; negative for a moment before the first or behind the last. */
export function bucketAt(starts: Float64Array, time: number): number {
  const count = starts.length - 1;
  const first = starts[0] ?? 0;
  const end = starts[count] ?? 0;
  if (!(time >= first && time < end)) return -1;
  let at = Math.floor(((time - first) / (end - first)) * count);
  while (time < (starts[at] ?? 0)) at--;
  while (time >= (starts[at + 1] ?? Number.POSITIVE_INFINITY)) at++;
  return at;
}
