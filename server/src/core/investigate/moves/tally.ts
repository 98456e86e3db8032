const HOUR = 3_600_000;
const MANY_CARRIED = 5;
/** A help desk does more of its own, beside so many mailboxes. */
const SOME_HELP = 0.2;
/** From the first to the last day of a help desk's work: what is done in one stretch tells little. */
const SOME_DAYS = 4;
/** Days on which nothing is done but daily work or looking. */
const MANY_DAYS = 3;
/** Calls of one who does the same again and again, and how long. */
const MANY_CALLS = 10;
const MANY_HOURS = 6 * HOUR;
/** What is done within this time is done in one go: it says nothing of what else is done in it. */
const ONE_GO = 24 * HOUR;
/** What a call tells of who makes it, and of where it comes from, as bits: a store has many calls. */
export const SAID = {
  /** It is a step of a move or of the work of those who look after mail. */
  step: 1,
  /** Such a step takes a mailbox along. */
  carried: 1 << 1,
  /** It is what a help desk does every day. */
  daily: 1 << 2,
  odd: 1 << 3,
  /** Refused, or opening a mailbox without being a step of anything. */
  unusual: 1 << 4,
  /** Something is done, not only looked at. */
  busy: 1 << 5,
  quiet: 1 << 6,
  /** Somebody else than the one before does such work there. */
  another: 1 << 7,
} as const;

/**
 * Where each number is that is counted of one. All of one lie side by side, so that a call that is added touches one place in memory:
 * of many who act, and many addresses, each call is of another one than the last.
 */
const COUNTS = {
  calls: 0,
  steps: 1,
  /** Of the steps. */
  carried: 2,
  oddities: 3,
  unusual: 4,
  /** What is done that a help desk does. */
  helping: 5,
  /** Work of those who look after mail. */
  works: 6,
  /** Whether such work is done on other days as well, or by several. */
  again: 7,
  /** Days on which nothing odd was done; of the latest day, and of day 0, it is known so far. */
  quietDays: 8,
  quiet: 9,
  /** See `Days`, each of five numbers. */
  days: 10,
  daily: 15,
  busy: 20,
} as const;
const WIDTH = 25;
/** The same of times: of the first and the last call, and of the first work. In milliseconds since 1970. */
const TIMES = { from: 0, to: 1, worked: 2 } as const;
const WIDTH_OF_TIMES = 3;

/** Of days: how many, the first, the last and the latest that was added, and whether day 0 was. */
const [DAYS, FIRST, LAST, LATEST, ZERO] = [0, 1, 2, 3, 4] as const;

/**
 * Days on which something happens. Calls come as they happened, so that a day is new where it is another than the one before; but day 0
 * may come again at the end, with calls whose time can't be read.
 */
class Days {
  readonly #counts: Int32Array;
  readonly #from: number;

  /** @param from where its numbers are among those of one */
  constructor(counts: Int32Array, from: number) {
    this.#counts = counts;
    this.#from = from;
  }

  /** @returns whether the day is new */
  add(number: number, day: number): boolean {
    const counts = this.#counts;
    const at = WIDTH * number + this.#from;
    const count = counts[at + DAYS] ?? 0;
    if (day === 0) {
      if (counts[at + ZERO] === 1) return false;
      counts[at + ZERO] = 1;
    } else {
      if (day === counts[at + LATEST]) return false;
      counts[at + LATEST] = day;
    }
    counts[at + DAYS] = count + 1;
    if (count === 0 || day < (counts[at + FIRST] ?? 0)) counts[at + FIRST] = day;
    if (count === 0 || day > (counts[at + LAST] ?? 0)) counts[at + LAST] = day;
    return true;
  }

  count(number: number): number {
    return this.#counts[WIDTH * number + this.#from + DAYS] ?? 0;
  }

  /** From the first to the last. */
  length(number: number): number {
    const at = WIDTH * number + this.#from;
    return (this.#counts[at + LAST] ?? 0) - (this.#counts[at + FIRST] ?? 0);
  }
}

const LATEST_QUIET = 1;
const ZERO_QUIET = 2;

/**
 * What is counted of everybody who acts, or of every address, by number. Of a store with as many sessions as calls there are so many of
 * them that each is a place in two arrays, and no object.
 */
export class Tallies {
  readonly #size: number;
  readonly #counts: Int32Array;
  readonly #times: Float64Array;
  readonly #days: Days;
  readonly #daily: Days;
  readonly #busy: Days;

  /** @param size one more than the largest number */
  constructor(size: number) {
    this.#size = size;
    this.#counts = new Int32Array(WIDTH * size);
    this.#times = new Float64Array(WIDTH_OF_TIMES * size);
    this.#days = new Days(this.#counts, COUNTS.days);
    this.#daily = new Days(this.#counts, COUNTS.daily);
    this.#busy = new Days(this.#counts, COUNTS.busy);
  }

  /**
   * Calls are added as they happened.
   *
   * @param said see `SAID`
   * @param at milliseconds since 1970; 0 where no time can be read
   * @param day the same in whole days
   */
  add(number: number, said: number, at: number, day: number): void {
    const counts = this.#counts;
    const own = WIDTH * number;
    if (counts[own + COUNTS.calls] === 0) this.#times[WIDTH_OF_TIMES * number + TIMES.from] = at;
    grow(counts, own + COUNTS.calls);
    this.#times[WIDTH_OF_TIMES * number + TIMES.to] = at;
    if ((said & SAID.unusual) !== 0) grow(counts, own + COUNTS.unusual);
    if ((said & SAID.step) !== 0) grow(counts, own + COUNTS.steps);
    if ((said & SAID.carried) !== 0) grow(counts, own + COUNTS.carried);
    else if ((said & SAID.step) !== 0) this.#work(number, at, (said & SAID.another) !== 0);
    if ((said & SAID.daily) !== 0) grow(counts, own + COUNTS.helping);
    if ((said & SAID.odd) !== 0) grow(counts, own + COUNTS.oddities);
    if ((said & SAID.busy) !== 0) this.#busy.add(number, day);
    if ((said & (SAID.daily | SAID.step)) !== 0) this.#daily.add(number, day);
    this.#see(number, day, (said & SAID.quiet) !== 0);
  }

  #work(number: number, at: number, isAnother: boolean): void {
    const [counts, times] = [this.#counts, this.#times];
    const worked = WIDTH_OF_TIMES * number + TIMES.worked;
    if (counts[WIDTH * number + COUNTS.works] === 0) times[worked] = at;
    grow(counts, WIDTH * number + COUNTS.works);
    if (isAnother || at - (times[worked] ?? 0) >= ONE_GO) counts[WIDTH * number + COUNTS.again] = 1;
  }

  #see(number: number, day: number, isQuiet: boolean): void {
    const counts = this.#counts;
    const own = WIDTH * number;
    const bit = day === 0 ? ZERO_QUIET : LATEST_QUIET;
    const before = counts[own + COUNTS.quiet] ?? 0;
    const isNew = this.#days.add(number, day);
    const wasQuiet = !isNew && (before & bit) !== 0;
    const days = counts[own + COUNTS.quietDays] ?? 0;
    if (isNew && isQuiet) counts[own + COUNTS.quietDays] = days + 1;
    if (wasQuiet && !isQuiet) counts[own + COUNTS.quietDays] = days - 1;
    counts[own + COUNTS.quiet] = isQuiet && (isNew || wasQuiet) ? before | bit : before & ~bit;
  }

  #count(number: number, what: number): number {
    return this.#counts[WIDTH * number + what] ?? 0;
  }

  /** From the first call to the last, in milliseconds. */
  #length(number: number): number {
    const own = WIDTH_OF_TIMES * number;
    return (this.#times[own + TIMES.to] ?? 0) - (this.#times[own + TIMES.from] ?? 0);
  }

  /** Whether hardly anything is done but taking mailboxes along. */
  isMover(number: number): boolean {
    const carried = this.#count(number, COUNTS.carried);
    const helping = this.#count(number, COUNTS.helping);
    return carried >= MANY_CARRIED && carried === this.#count(number, COUNTS.steps) && helping <= SOME_HELP * carried;
  }

  isSeenAgain(number: number): boolean {
    return (
      this.#count(number, COUNTS.calls) !== 0 &&
      this.#count(number, COUNTS.unusual) === 0 &&
      this.#busy.length(number) >= MANY_DAYS
    );
  }

  /** Whether something is done over hours again and again, and nothing odd. */
  isUsual(number: number): boolean {
    if (this.#count(number, COUNTS.oddities) !== 0 || this.#count(number, COUNTS.unusual) !== 0) return false;
    return this.#count(number, COUNTS.calls) >= MANY_CALLS && this.#length(number) >= MANY_HOURS;
  }

  /** Whether little is known, and nothing odd. */
  isSeen(number: number): boolean {
    return this.#count(number, COUNTS.oddities) === 0 && (this.#trusted(number) > 0 || this.#days.count(number) > 1);
  }

  /** Steps that speak for it: whoever steals does some harmless work first, so that work done in one go by one alone says nothing. */
  #trusted(number: number): number {
    const steps = this.#count(number, COUNTS.steps);
    return this.#count(number, COUNTS.again) === 0 ? steps - this.#count(number, COUNTS.works) : steps;
  }

  /** Whether anything speaks for it. */
  isTrusted(number: number): boolean {
    return this.#trusted(number) > 0 || this.#count(number, COUNTS.helping) > 0;
  }

  /** @param least so many steps make it known */
  #isKnown(number: number, least: number): boolean {
    if (this.isUsual(number)) return true;
    const [steps, oddities] = [this.#trusted(number), this.#count(number, COUNTS.oddities)];
    if (steps >= least && steps >= oddities) return true;
    if (steps + this.#daily.count(number) >= oddities && this.#daily.length(number) >= SOME_DAYS) return true;
    const quiet = this.#count(number, COUNTS.quietDays);
    return quiet >= MANY_DAYS && quiet * 2 > this.#days.count(number);
  }

  /** By number: 1 for those that are known by so many steps. */
  known(least: number): Uint8Array {
    const found = new Uint8Array(this.#size);
    for (let number = 0; number < found.length; number++) if (this.#isKnown(number, least)) found[number] = 1;
    return found;
  }
}

function grow(counts: Int32Array, number: number): void {
  counts[number] = (counts[number] ?? 0) + 1;
}
