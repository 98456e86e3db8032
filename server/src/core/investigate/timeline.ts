import type { EventInLog } from './order';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** The first Monday since 1970, so that weeks begin on Mondays. */
const FIRST_MONDAY = 4 * DAY;

/** More bars than this can't be told apart in a picture that fits beside text. */
const MOST_BARS = 72;

const sizes: readonly (readonly [milliseconds: number, words: string])[] = [
  [MINUTE, '1 minute'],
  [10 * MINUTE, '10 minutes'],
  [HOUR, '1 hour'],
  [DAY, '1 day'],
  [WEEK, '1 week'],
];

/** A stretch of time and the events in it. Times in milliseconds, `to` exclusive. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly events: readonly EventInLog[];
}

/** The events of a period in bars of one length. */
export interface Timeline {
  /** Length of one bar in milliseconds, and in words: `1 hour`, `3 weeks`. */
  readonly size: number;
  readonly words: string;
  /** One bar after another without a gap, so that an empty stretch is seen as such; first and last hold events. */
  readonly bars: readonly Bar[];
  /** Events without a readable time, which no bar can show. */
  readonly untimed: readonly EventInLog[];
}

/** Events sorted into equal stretches of time, as short as `MOST_BARS` allows. The events come in the order they happened. */
export function timelineOf(events: readonly EventInLog[]): Timeline {
  const untimed = events.filter(({ facts }) => facts.time === undefined);
  const first = events[0]?.facts.time;
  const last = events[events.length - untimed.length - 1]?.facts.time;
  if (first === undefined || last === undefined) return { size: MINUTE, words: '1 minute', bars: [], untimed };
  const [size, words] = sizeFor(first, last);
  const start = startOf(first, size);
  const bars = new Map<number, EventInLog[]>();
  for (let from = start; from <= last; from += size) bars.set(from, []);
  for (const event of events) {
    const { time } = event.facts;
    if (time !== undefined) bars.get(start + Math.floor((time - start) / size) * size)?.push(event);
  }
  return { size, words, bars: Array.from(bars, ([from, held]) => ({ from, to: from + size, events: held })), untimed };
}

function sizeFor(first: number, last: number): readonly [number, string] {
  const fitting = sizes.find(([size]) => barsOf(first, last, size) <= MOST_BARS);
  if (fitting !== undefined) return fitting;
  // One more, because weeks that are put together may begin before the first event's own week.
  const weeks = Math.ceil((barsOf(first, last, WEEK) + 1) / (MOST_BARS - 1));
  return [weeks * WEEK, `${weeks} weeks`];
}

function barsOf(first: number, last: number, size: number): number {
  return Math.floor((last - startOf(first, size)) / size) + 1;
}

function startOf(time: number, size: number): number {
  const zero = size % WEEK === 0 ? FIRST_MONDAY : 0;
  return Math.floor((time - zero) / size) * size + zero;
}
