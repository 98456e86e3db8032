import type { Act } from '../act';
import { doingOfAct } from './doing';
import type { NewThing } from './newThing';
import type { Compared } from './quiet';

/** Whoever did less than that, or was seen on fewer days, has no hours of his own. */
const FEWEST = 20;
const FEWEST_DAYS = 3;
const DAY = 24;
const DAY_MS = 86_400_000;

/** When somebody acted in the quiet time. */
interface Habit {
  readonly hours: Uint32Array;
  readonly days: Set<number>;
  count: number;
}

/** Hours of the day, in UTC, in which somebody who is known began to act, and in those beside them he never had. */
export function newHours({ knownActs, freshActs }: Compared): readonly NewThing[] {
  const known = new Map<string, Habit>();
  for (const act of knownActs) {
    const { principal } = doingOfAct(act);
    const habit = known.get(principal) ?? { hours: new Uint32Array(DAY), days: new Set<number>(), count: 0 };
    known.set(principal, habit);
    habit.hours[hourOf(act)] = 1;
    habit.days.add(Math.floor(act.row.time / DAY_MS));
    habit.count++;
  }
  const found = new Map<string, Map<number, Act>>();
  for (const act of freshActs) {
    const { principal } = doingOfAct(act);
    const habit = known.get(principal);
    if (habit === undefined || habit.count < FEWEST || habit.days.size < FEWEST_DAYS) continue;
    const hour = hourOf(act);
    if (isUsual(habit, hour)) continue;
    const ofPrincipal = found.get(principal) ?? new Map<number, Act>();
    found.set(principal, ofPrincipal);
    if (!ofPrincipal.has(hour)) ofPrincipal.set(hour, act);
  }
  return Array.from(found.values()).flatMap((hours) => {
    const [first, ...others] = hours.values();
    if (first === undefined) return [];
    const values = Array.from(hours.keys(), (hour) => `${String(hour).padStart(2, '0')}:00`);
    return [{ kind: 'hour', weight: 'low', actor: first.row.actor, values, acts: [first, ...others], weighty: [] }];
  });
}

function isUsual({ hours }: Habit, hour: number): boolean {
  return [hour, (hour + 1) % DAY, (hour + DAY - 1) % DAY].some((each) => hours[each] === 1);
}

function hourOf({ row }: Act): number {
  return new Date(row.time).getUTCHours();
}
