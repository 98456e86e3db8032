import { grownNumbers } from '../../core/store/grownNumbers';
import {
  ERROR_MESSAGE,
  LEARNED_SHIFT,
  ORGANIZATION,
  type ParticularNumbers,
  TARGETS_SHIFT,
  THINGS,
} from '../../core/store/particularNumbers';
import { describedLesson } from '../../core/store/particularsWriter';
import type { FlatEntries, FlatLines } from './flatLines';
import type { FlatPlan } from './flatPlan';

/** What rows of flat records say beyond their columns, as `ParticularsWriter` writes it. */
export class FlatParticulars {
  readonly #lines: FlatLines;
  readonly #areAddresses = new Map<number, boolean>();
  #rows: Uint32Array;
  #ends: Uint32Array;
  #numbers: Uint32Array = new Uint32Array(4096);
  #count = 0;
  #length = 0;

  /** @param room the most rows between two `take` */
  constructor(lines: FlatLines, room: number) {
    this.#lines = lines;
    this.#rows = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
  }

  /** @param at where the entry begins @param truth 1 allowed, 2 refused, 0 not said */
  add(row: number, { numbers }: FlatEntries, at: number, plan: FlatPlan, organization: number, truth: number): void {
    const said = (place: number): number => (place < 0 ? 0 : (numbers[at + place] ?? 0));
    const error = truth === 1 ? 0 : said(plan.reason);
    const owner = said(plan.owner);
    this.#numbers = grownNumbers(this.#numbers, this.#length + 16 + plan.named.length);
    const into = this.#numbers;
    const begin = this.#length;
    let end = begin + 1;
    let flags = 0;
    if (error !== 0) {
      flags |= ERROR_MESSAGE;
      into[end++] = error;
    }
    if (organization !== 0) {
      flags |= ORGANIZATION;
      into[end++] = organization;
    }
    if (owner !== 0) {
      flags |= 1 << TARGETS_SHIFT;
      into[end++] = owner;
      into[end++] = plan.described;
    }
    const user = said(plan.user);
    const name = said(plan.name);
    if (user !== 0 && name !== 0 && (truth === 1 ? plan.teaches.allowed : plan.teaches.else)) {
      flags |= 1 << LEARNED_SHIFT;
      into[end++] = user;
      into[end++] = name;
      into[end++] = describedLesson('user', this.#isAddress(name));
    }
    const things = end;
    if (organization !== 0) into[end++] = organization;
    for (const place of plan.named) {
      const number = numbers[at + place] ?? 0;
      if (number === 0 || number === owner) continue;
      let each = things;
      while (each < end && into[each] !== number) each++;
      if (each === end) into[end++] = number;
    }
    if (end > things) {
      flags |= THINGS;
      into[end] = end - things;
      end++;
    }
    if (flags === 0) return;
    into[begin] = flags;
    this.#length = end;
    this.#rows[this.#count] = row;
    this.#ends[this.#count++] = end;
  }

  /** Those since the last time. */
  take(): ParticularNumbers {
    const taken = {
      rows: this.#rows.slice(0, this.#count),
      ends: this.#ends.slice(0, this.#count),
      numbers: this.#numbers.slice(0, this.#length),
      // These go to another thread: each time others.
      contents: { rows: new Uint32Array(0), ends: new Uint32Array(0), bytes: new Uint8Array(0) },
    };
    this.#count = 0;
    this.#length = 0;
    return taken;
  }

  #isAddress(name: number): boolean {
    const known = this.#areAddresses.get(name);
    if (known !== undefined) return known;
    const isAddress = this.#lines.textOf(name).includes('@');
    this.#areAddresses.set(name, isAddress);
    return isAddress;
  }
}
