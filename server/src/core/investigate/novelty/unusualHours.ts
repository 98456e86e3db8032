import type { SeenOfKind } from './seen';

/** Whoever did less than that, or was seen on fewer days, has no hours of his own. */
const FEWEST = 20;
const FEWEST_DAYS = 3;
const HOURS = 24;

/** Of hours of the day in which somebody was seen, those in which he never acted before, nor in the hours beside them. */
export function unusualHours(hours: SeenOfKind): SeenOfKind | undefined {
  const { before } = hours;
  if (before.calls < FEWEST || before.days < FEWEST_DAYS) return undefined;
  const isUsual = (hour: number): boolean =>
    [hour, (hour + 1) % HOURS, (hour + HOURS - 1) % HOURS].some((each) => (before.hours & (1 << each)) !== 0);
  const seen = hours.seen(HOURS).filter(({ value }) => !isUsual(Number.parseInt(value, 10)));
  const [first] = seen;
  const { kind, principal } = hours;
  return first && { kind, principal, before, first: first.act, seen: (most) => seen.slice(0, most) };
}
