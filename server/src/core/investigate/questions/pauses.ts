import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { secondText } from '../utcText';
import { type Finding, findingOf } from './answer';
import { rowLabel } from './rowLabel';
import { isBelieved } from './timesAside';

/** Without events for so many times the median pause, and an hour at least, something may be missing. */
const QUIET_TIMES = 50;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST_GAPS = 5;
/** Of fewer days nobody knows what is usual. */
const LEAST_DAYS = 3;

/**
 * Pauses of mail that are far longer than most, at hours at which most other days had calls: nights and week-ends are quiet in every
 * house. Where no day is like another, a pause of whole days is told if most other days had calls.
 */
export function pauses({ mail, reach }: Evidence): readonly Finding[] {
  const timed = mail.filter((act) => isBelieved(act, reach));
  const times = Float64Array.from(timed, ({ row }) => row.time);
  const lengths = times.slice(1).map((time, at) => time - (times[at] ?? time));
  if (lengths.length < QUIET_TIMES) return [];
  const median = Float64Array.from(lengths).sort()[Math.floor(lengths.length / 2)] ?? 0;
  const least = Math.max(HOUR, QUIET_TIMES * median);
  const long: { readonly length: number; readonly before: Act; readonly after: Act }[] = [];
  lengths.forEach((length, at) => {
    const [before, after] = [timed[at], timed[at + 1]];
    if (length > least && before !== undefined && after !== undefined) long.push({ length, before, after });
  });
  const usual = [HOUR, DAY].map((length) => new UsualSlots(times, length));
  return long
    .filter(({ before, after }) => usual.some((slots) => slots.areBusyBetween(before.row.time, after.row.time)))
    .sort((left, right) => right.length - left.length)
    .slice(0, MOST_GAPS)
    .flatMap(({ length, before, after }) => told(length, before, after) ?? []);
}

function told(length: number, before: Act, after: Act): Finding | undefined {
  const hours = Math.round(length / HOUR);
  return findingOf([before, after], ([first]) => ({
    kind: 'pause',
    weight: 'medium',
    summary: `Nothing of WorkMail for ${hours} hours, from ${secondText(before.row.time)} to ${secondText(after.row.time)} UTC, though most other days had calls in that time.`,
    label: rowLabel(`nothing of WorkMail for ${hours} hours`, [first]),
    entities: [],
  }));
}

/** Slots of a day, in UTC: of how many days each had calls. Week-ends are days of another kind. */
class UsualSlots {
  readonly #length: number;
  /** By kind of day and slot. */
  readonly #busy = new Map<number, Set<number>>();
  readonly #days: readonly number[];

  /**
   * @param times of calls in their order, in milliseconds since 1970
   * @param length of a slot, in milliseconds: days are made of whole ones
   */
  constructor(times: Float64Array, length: number) {
    this.#length = length;
    const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
    const day = Math.floor(first / DAY);
    // Days without a call are days, too.
    const days = Math.floor(last / DAY) - day + 1;
    const ends = weekendDays(day, days);
    this.#days = [days - ends, ends];
    for (const time of times) {
      const slot = this.#slotOf(time);
      const known = this.#busy.get(slot);
      if (known === undefined) this.#busy.set(slot, new Set([Math.floor(time / DAY)]));
      else known.add(Math.floor(time / DAY));
    }
  }

  /** Whether a slot that lies between two times as a whole had calls on most other days of its kind. */
  areBusyBetween(from: number, to: number): boolean {
    const begin = Math.ceil(from / this.#length) * this.#length;
    // Behind a week every slot has come.
    const end = Math.min(to, begin + 7 * DAY);
    for (let time = begin; time + this.#length <= end; time += this.#length) {
      const days = (this.#days[kindOfDay(time)] ?? 0) - 1;
      if (days >= LEAST_DAYS && (this.#busy.get(this.#slotOf(time))?.size ?? 0) > days / 2) return true;
    }
    return false;
  }

  #slotOf(time: number): number {
    return 2 * Math.floor((time % DAY) / this.#length) + kindOfDay(time);
  }
}

/** 1 on Saturdays and Sundays, else 0. */
function kindOfDay(time: number): 0 | 1 {
  return isWeekend(Math.floor(time / DAY)) ? 1 : 0;
}

/** @param day days since 1970, which began on a Thursday */
function isWeekend(day: number): boolean {
  const ofWeek = (((day + 4) % 7) + 7) % 7;
  return ofWeek === 0 || ofWeek === 6;
}

function weekendDays(first: number, days: number): number {
  let count = 2 * Math.floor(days / 7);
  for (let day = first; day < first + (days % 7); day++) if (isWeekend(day)) count++;
  return count;
}
