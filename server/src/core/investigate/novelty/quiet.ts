import type { Evidence } from '../evidence';

/** What is compared with: what happened before a time (milliseconds since 1970), or all of other logs. */
export type Quiet = { readonly until: number } | { readonly baseline: Evidence };

/** The first half of the time that the logs reach over; undefined where that can't be told. */
export function firstHalf({ reach: { from, to } }: Evidence): Quiet | undefined {
  return from === undefined || to === undefined || from === to ? undefined : { until: from + (to - from) / 2 };
}
