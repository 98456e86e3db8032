import { parseTime } from '../check/parseTime';
import type { EventFacts } from './facts';

/** A stretch of time, in milliseconds since 1970: from inclusive, to exclusive. An absent end is open. */
export interface Window {
  readonly from?: number;
  readonly to?: number;
}

/** Whether an event may have happened in a stretch of time: one whose time can't be read may have. */
export function mayLieIn({ from, to }: Window, { time }: Pick<EventFacts, 'time'>): boolean {
  return time === undefined || (time >= (from ?? Number.NEGATIVE_INFINITY) && time < (to ?? Number.POSITIVE_INFINITY));
}

const DAY = 86_400_000;
const SECOND = 1000;

/**
 * What somebody means by `2026-03-01` or `2026-03-01T08:00:00Z`: the stretch of time that it names, in UTC where no zone is
 * written, so that an end which is a day includes that day.
 *
 * @returns undefined for a text of another form, and for a moment that no calendar has
 */
export function stretchNamed(text: string): { readonly first: number; readonly end: number } | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const first = parseTime(isDay ? `${text}T00:00:00Z` : text)?.ms;
  return first === undefined ? undefined : { first, end: first + (isDay ? DAY : SECOND) };
}

/**
 * The window between two texts as `stretchNamed` takes them; both ends are inclusive, and an absent one is open.
 *
 * @returns undefined when one of them names no time
 */
export function windowBetween(since: string | undefined, until: string | undefined): Window | undefined {
  const start = since === undefined ? undefined : stretchNamed(since);
  const stop = until === undefined ? undefined : stretchNamed(until);
  if ((since !== undefined && start === undefined) || (until !== undefined && stop === undefined)) return undefined;
  return { ...(start && { from: start.first }), ...(stop && { to: stop.end }) };
}
