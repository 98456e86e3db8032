const HOUR = 3_600_000;
const MANY_CARRIED = 5;
/** From the first to the last day of a help desk's work: what is done in one stretch tells little. */
const SOME_DAYS = 4;
/** Days on which nothing is done but daily work or looking. */
const MANY_DAYS = 3;
/** Calls of one who does the same again and again, and how long. */
const MANY_CALLS = 10;
const MANY_HOURS = 6 * HOUR;
/** Whoever works from so many addresses works from any. */
const MANY_NETS = 3;

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
} as const;

/**
 * Days as they are met. Calls come as they happened, so that a day is new where it is another than the one before; but day 0 may come again
 * at the end, with calls whose time can't be read.
 */
class Days {
  count = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #latest = Number.NaN;
  #isZeroMet = false;

  /** @returns whether the day is new */
  add(day: number): boolean {
    if (day === this.#latest || (day === 0 && this.#isZeroMet)) return false;
    if (day === 0) this.#isZeroMet = true;
    else this.#latest = day;
    if (day < this.#first) this.#first = day;
    if (day > this.#last) this.#last = day;
    this.count++;
    return true;
  }

  /** From the first to the last. */
  get length(): number {
    return this.count === 0 ? 0 : this.#last - this.#first;
  }
}

/** What is counted of one who acts, or of one address. Calls are added as they happened. */
export class Tally {
  #steps = 0;
  #oddities = 0;
  #calls = 0;
  /** Of the steps. */
  #carried = 0;
  /** Whether it does what a help desk does. */
  #isHelping = false;
  #unusual = 0;
  #from = 0;
  #to = 0;
  readonly #days = new Days();
  /** Days on which nothing odd was done: of the latest day, and of day 0, it is known so far. */
  #quietDays = 0;
  #isLatestQuiet = false;
  #isZeroQuiet = false;
  #daily: Days | undefined;
  #busy: Days | undefined;
  #nets: Set<number> | undefined;

  /**
   * @param said see `SAID`
   * @param at milliseconds since 1970; 0 where no time can be read
   * @param day the same in whole days
   */
  add(said: number, at: number, day: number): void {
    if (this.#calls === 0) this.#from = at;
    this.#calls++;
    this.#to = at;
    if ((said & SAID.unusual) !== 0) this.#unusual++;
    if ((said & SAID.step) !== 0) this.#steps++;
    if ((said & SAID.carried) !== 0) this.#carried++;
    if ((said & SAID.daily) !== 0) this.#isHelping = true;
    if ((said & SAID.odd) !== 0) this.#oddities++;
    if ((said & SAID.busy) !== 0) {
      this.#busy ??= new Days();
      this.#busy.add(day);
    }
    if ((said & (SAID.daily | SAID.step)) !== 0) {
      this.#daily ??= new Days();
      this.#daily.add(day);
    }
    this.#see(day, (said & SAID.quiet) !== 0);
  }

  worksAt(net: number): void {
    this.#nets ??= new Set();
    this.#nets.add(net);
  }

  #see(day: number, isQuiet: boolean): void {
    const isNew = this.#days.add(day);
    const wasQuiet = !isNew && (day === 0 ? this.#isZeroQuiet : this.#isLatestQuiet);
    if (isNew && isQuiet) this.#quietDays++;
    if (wasQuiet && !isQuiet) this.#quietDays--;
    const isStillQuiet = isQuiet && (isNew || wasQuiet);
    if (day === 0) this.#isZeroQuiet = isStillQuiet;
    else this.#isLatestQuiet = isStillQuiet;
  }

  /** Whether nothing is done but taking mailboxes along. */
  isMover(): boolean {
    return this.#carried >= MANY_CARRIED && this.#carried === this.#steps && !this.#isHelping;
  }

  /** Whether something is done at many addresses. */
  roams(): boolean {
    return (this.#nets?.size ?? 0) >= MANY_NETS;
  }

  isSeenAgain(): boolean {
    return this.#unusual === 0 && (this.#busy?.length ?? 0) >= MANY_DAYS;
  }

  /** Whether something is done over hours again and again, and nothing odd. */
  isUsual(): boolean {
    return this.#oddities + this.#unusual === 0 && this.#calls >= MANY_CALLS && this.#to - this.#from >= MANY_HOURS;
  }

  /** Whether little is known, and nothing odd. */
  isSeen(): boolean {
    return this.#oddities === 0 && (this.#steps > 0 || this.#days.count > 1);
  }

  /** @param least so many steps make it known */
  isKnown(least: number): boolean {
    if (this.isUsual()) return true;
    if (this.#steps >= least && this.#steps >= this.#oddities) return true;
    const daily = this.#daily;
    if (daily !== undefined && this.#steps + daily.count >= this.#oddities && daily.length >= SOME_DAYS) return true;
    return this.#quietDays >= MANY_DAYS && this.#quietDays * 2 > this.#days.count;
  }
}

/** Tallies by number. */
export class Tallies {
  readonly #all: (Tally | undefined)[] = [];

  at(number: number): Tally | undefined {
    return this.#all[number];
  }

  of(number: number): Tally {
    const known = this.#all[number];
    if (known !== undefined) return known;
    const tally = new Tally();
    this.#all[number] = tally;
    return tally;
  }

  /** Numbers of those that are known by so many steps. */
  known(least: number): ReadonlySet<number> {
    const found = new Set<number>();
    this.#all.forEach((tally, number) => {
      if (tally?.isKnown(least) === true) found.add(number);
    });
    return found;
  }
}
