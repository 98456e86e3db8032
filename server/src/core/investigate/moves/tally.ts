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

/** No day of a call: an array holds 0 where nothing was put. */
const NO_DAY = -(2 ** 31);
const ZERO_MET = 1;

/**
 * Days on which something happens, for many at once: how many, the first and the last. Calls come as they happened, so that a day is new
 * where it is another than the one before; but day 0 may come again at the end, with calls whose time can't be read.
 */
class Days {
  readonly #counts: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #latest: Int32Array;
  readonly #zero: Uint8Array;

  constructor(size: number) {
    this.#counts = new Int32Array(size);
    this.#first = new Int32Array(size);
    this.#last = new Int32Array(size);
    this.#latest = new Int32Array(size).fill(NO_DAY);
    this.#zero = new Uint8Array(size);
  }

  /** @returns whether the day is new */
  add(number: number, day: number): boolean {
    if (day === this.#latest[number]) return false;
    if (day === 0) {
      if (this.#zero[number] === ZERO_MET) return false;
      this.#zero[number] = ZERO_MET;
    } else this.#latest[number] = day;
    const count = this.count(number);
    this.#counts[number] = count + 1;
    if (count === 0 || day < (this.#first[number] ?? 0)) this.#first[number] = day;
    if (count === 0 || day > (this.#last[number] ?? 0)) this.#last[number] = day;
    return true;
  }

  count(number: number): number {
    return this.#counts[number] ?? 0;
  }

  /** From the first to the last. */
  length(number: number): number {
    return (this.#last[number] ?? 0) - (this.#first[number] ?? 0);
  }
}

const LATEST_QUIET = 1;
const ZERO_QUIET = 2;

/**
 * What is counted of everybody who acts, or of every address, by number. Of a store with as many sessions as calls there are so many of
 * them that each is a place in some arrays, and no object.
 */
export class Tallies {
  readonly #size: number;
  readonly #calls: Int32Array;
  readonly #steps: Int32Array;
  /** Of the steps. */
  readonly #carried: Int32Array;
  readonly #oddities: Int32Array;
  readonly #unusual: Int32Array;
  /** What is done that a help desk does. */
  readonly #helping: Int32Array;
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  /** The same of the work of those who look after mail. */
  readonly #worked: Float64Array;
  readonly #works: Int32Array;
  /** Whether such work is done on other days as well, or by several. */
  readonly #again: Uint8Array;
  readonly #days: Days;
  readonly #daily: Days;
  readonly #busy: Days;
  /** Days on which nothing odd was done; of the latest day, and of day 0, it is known so far. */
  readonly #quietDays: Int32Array;
  readonly #quiet: Uint8Array;

  /** @param size one more than the largest number */
  constructor(size: number) {
    const counts = (): Int32Array => new Int32Array(size);
    this.#size = size;
    [this.#calls, this.#steps, this.#carried] = [counts(), counts(), counts()];
    [this.#oddities, this.#unusual, this.#quietDays] = [counts(), counts(), counts()];
    [this.#helping, this.#quiet] = [counts(), new Uint8Array(size)];
    [this.#from, this.#to] = [new Float64Array(size), new Float64Array(size)];
    [this.#works, this.#worked, this.#again] = [counts(), new Float64Array(size), new Uint8Array(size)];
    [this.#days, this.#daily, this.#busy] = [new Days(size), new Days(size), new Days(size)];
  }

  /**
   * Calls are added as they happened.
   *
   * @param said see `SAID`
   * @param at milliseconds since 1970; 0 where no time can be read
   * @param day the same in whole days
   */
  add(number: number, said: number, at: number, day: number): void {
    if (this.#calls[number] === 0) this.#from[number] = at;
    grow(this.#calls, number);
    this.#to[number] = at;
    if ((said & SAID.unusual) !== 0) grow(this.#unusual, number);
    if ((said & SAID.step) !== 0) grow(this.#steps, number);
    if ((said & SAID.carried) !== 0) grow(this.#carried, number);
    else if ((said & SAID.step) !== 0) this.#work(number, at, (said & SAID.another) !== 0);
    if ((said & SAID.daily) !== 0) grow(this.#helping, number);
    if ((said & SAID.odd) !== 0) grow(this.#oddities, number);
    if ((said & SAID.busy) !== 0) this.#busy.add(number, day);
    if ((said & (SAID.daily | SAID.step)) !== 0) this.#daily.add(number, day);
    this.#see(number, day, (said & SAID.quiet) !== 0);
  }

  #work(number: number, at: number, isAnother: boolean): void {
    if (this.#works[number] === 0) this.#worked[number] = at;
    grow(this.#works, number);
    if (isAnother || at - (this.#worked[number] ?? 0) >= ONE_GO) this.#again[number] = 1;
  }

  #see(number: number, day: number, isQuiet: boolean): void {
    const bit = day === 0 ? ZERO_QUIET : LATEST_QUIET;
    const before = this.#quiet[number] ?? 0;
    const isNew = this.#days.add(number, day);
    const wasQuiet = !isNew && (before & bit) !== 0;
    const days = this.#quietDays[number] ?? 0;
    if (isNew && isQuiet) this.#quietDays[number] = days + 1;
    if (wasQuiet && !isQuiet) this.#quietDays[number] = days - 1;
    this.#quiet[number] = isQuiet && (isNew || wasQuiet) ? before | bit : before & ~bit;
  }

  /** Whether hardly anything is done but taking mailboxes along. */
  isMover(number: number): boolean {
    const carried = this.#carried[number] ?? 0;
    const helping = this.#helping[number] ?? 0;
    return carried >= MANY_CARRIED && carried === this.#steps[number] && helping <= SOME_HELP * carried;
  }

  isSeenAgain(number: number): boolean {
    return this.#calls[number] !== 0 && this.#unusual[number] === 0 && this.#busy.length(number) >= MANY_DAYS;
  }

  /** Whether something is done over hours again and again, and nothing odd. */
  isUsual(number: number): boolean {
    if (this.#oddities[number] !== 0 || this.#unusual[number] !== 0) return false;
    return (
      (this.#calls[number] ?? 0) >= MANY_CALLS && (this.#to[number] ?? 0) - (this.#from[number] ?? 0) >= MANY_HOURS
    );
  }

  /** Whether little is known, and nothing odd. */
  isSeen(number: number): boolean {
    return this.#oddities[number] === 0 && (this.#trusted(number) > 0 || this.#days.count(number) > 1);
  }

  /** Steps that speak for it: whoever steals does some harmless work first, so that work done in one go by one alone says nothing. */
  #trusted(number: number): number {
    const steps = this.#steps[number] ?? 0;
    return this.#again[number] === 0 ? steps - (this.#works[number] ?? 0) : steps;
  }

  /** Whether anything speaks for it. */
  isTrusted(number: number): boolean {
    return this.#trusted(number) > 0 || (this.#helping[number] ?? 0) > 0;
  }

  /** @param least so many steps make it known */
  #isKnown(number: number, least: number): boolean {
    if (this.isUsual(number)) return true;
    const [steps, oddities] = [this.#trusted(number), this.#oddities[number] ?? 0];
    if (steps >= least && steps >= oddities) return true;
    if (steps + this.#daily.count(number) >= oddities && this.#daily.length(number) >= SOME_DAYS) return true;
    const quiet = this.#quietDays[number] ?? 0;
    return quiet >= MANY_DAYS && quiet * 2 > this.#days.count(number);
  }

  /** Numbers of those that are known by so many steps. */
  known(least: number): ReadonlySet<number> {
    const found = new Set<number>();
    for (let number = 0; number < this.#size; number++) if (this.#isKnown(number, least)) found.add(number);
    return found;
  }
}

function grow(counts: Int32Array, number: number): void {
  counts[number] = (counts[number] ?? 0) + 1;
}
