/** Before that there was no CloudTrail, and after that nobody reads this. Milliseconds since 1970. */
const EARLIEST = Date.UTC(2013, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const TEN_YEARS = 10 * 366 * 24 * 3_600_000;
/** Of so many events one may be set aside because it lies far from all others; one always may. */
const ONE_IN = 100;

/** The span of the times that are believed. */
export interface BelievedTimes {
  /** Milliseconds since 1970, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** How many events lie outside of it. */
  readonly aside: number;
}

/** Whether all times between two are believed, so that nothing has to be looked at one by one. */
export function areBelieved(from: number, to: number): boolean {
  return from >= EARLIEST && to < LATEST && to - from <= TEN_YEARS;
}

/**
 * The span of times without those that can't be: before there was CloudTrail, in the next century, and a few that lie more than ten years
 * from all others. One record with an absurd time would else move the end of a log. Where no time could be, all are believed.
 *
 * @param times at least one, none of them not a number; they are sorted
 */
export function believedTimes(times: Float64Array): BelievedTimes {
  times.sort();
  const at = (place: number): number => times[place] ?? Number.NaN;
  let [first, last] = [0, times.length - 1];
  while (first <= last && at(first) < EARLIEST) first++;
  while (first <= last && at(last) >= LATEST) last--;
  if (first > last) return { from: at(0), to: at(times.length - 1), aside: 0 };
  const most = Math.max(1, Math.floor((last - first + 1) / ONE_IN));
  for (let few = 1; few <= most && last - first + 1 > 2 * few; few++) {
    if (at(last - few + 1) - at(last - few) > TEN_YEARS) last -= few;
    else if (at(first + few) - at(first + few - 1) > TEN_YEARS) first += few;
    else continue;
    break;
  }
  return { from: at(first), to: at(last), aside: times.length - (last - first + 1) };
}
