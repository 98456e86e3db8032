/** Shorter pauses nobody takes for silence. Milliseconds. */
const SHORTEST = 3_600_000;
/** So many times as long as what is usual between two of these events. */
const UNUSUAL = 4;

/**
 * Long pauses between events.
 *
 * @param times of the events in ascending order, in milliseconds; undefined where one can't be read
 * @returns how long it was quiet, in milliseconds, by the position of the event before
 */
export function quietAfter(times: readonly (number | undefined)[]): ReadonlyMap<number, number> {
  const pauses: { readonly at: number; readonly pause: number }[] = [];
  for (const [at, time] of times.entries()) {
    const next = times[at + 1];
    if (time !== undefined && next !== undefined) pauses.push({ at, pause: next - time });
  }
  const sorted = pauses.map(({ pause }) => pause).sort((a, b) => a - b);
  // Of two pauses neither is the usual one.
  const usual = sorted.length < 3 ? 0 : (sorted[Math.floor(sorted.length / 2)] ?? 0);
  const long = pauses.filter(({ pause }) => pause >= SHORTEST && pause >= UNUSUAL * usual);
  return new Map(long.map(({ at, pause }) => [at, pause]));
}
