import type { Before, Seen } from './seen';

/** Whoever did less than that, or was seen on fewer days, has no hours of his own. */
const FEWEST = 20;
const FEWEST_DAYS = 3;
const HOURS = 24;

/** Of hours of the day in which somebody was seen, those in which he never acted before, nor in the hours beside them. */
export function isUnusualHour({ value, before }: Seen): boolean {
  return before.calls >= FEWEST && before.days >= FEWEST_DAYS && !isUsual(before, Number.parseInt(value, 10));
}

function isUsual({ hours }: Before, hour: number): boolean {
  return [hour, (hour + 1) % HOURS, (hour + HOURS - 1) % HOURS].some((each) => (hours & (1 << each)) !== 0);
}
