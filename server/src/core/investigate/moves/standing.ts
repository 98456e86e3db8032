import type { Door } from './door';

const DAY = 86_400_000;
/** Whatever asks for a few tokens a day, week after week, is at work whether anything moves or not. */
const MANY_DAYS = 14;
const FEW = 3;
/** On so many of the days it is: some are at work on workdays only. */
const MOST = 0.6;

/** Whether an impersonation role belongs to a tool of every day, as one that shows calendars elsewhere: no move goes through it. */
export function isStanding({ through, carried }: Door): boolean {
  if (through !== 'role') return false;
  const days = new Map<number, number>();
  for (const { at } of carried) days.set(Math.floor(at / DAY), (days.get(Math.floor(at / DAY)) ?? 0) + 1);
  const [first, last] = [carried[0]?.at ?? 0, carried.at(-1)?.at ?? 0];
  if (days.size < MANY_DAYS || days.size < (MOST * (last - first)) / DAY) return false;
  return Array.from(days.values()).every((count) => count <= FEW);
}
