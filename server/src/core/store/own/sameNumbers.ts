import { grownNumbers } from '../grownNumbers';
import { hashOf, NO_HASH } from '../textNumbers';
import type { TextTable } from '../texts';

const FIRST_ROOM = 1024;

/**
 * Numbers of texts that mean the same in all tables; 0 is the empty text. Those of the first table are its own: where there is but one,
 * no text is looked at. Of others most are told apart by what their bytes come to, and none of them is made.
 */
export class SameNumbers {
  readonly #seed: number;
  #first: TextTable | undefined;
  #firstSize = 1;
  /** Texts of other tables, by number from that size on. */
  readonly #tables: TextTable[] = [];
  readonly #numbers: number[] = [];
  /** What is known of a table, by its numbers; 0 where nothing is. Tables grow. */
  readonly #known = new Map<TextTable, Int32Array>();
  /** The first text of each hash: its number, by places that the hash gives. Nothing stands there before a second table comes. */
  #slots = new Uint32Array(0);
  #hashes: Uint32Array = new Uint32Array(FIRST_ROOM);
  #filled = 0;
  /** Those behind another one of the same hash, or without one: nobody can make these slow. */
  readonly #others = new Map<string, number>();

  /** @param seed a number that nobody who writes logs can know */
  constructor(seed: number) {
    this.#seed = seed;
  }

  /** All numbers are below. */
  get size(): number {
    return this.#firstSize + this.#tables.length;
  }

  textOf(number: number): string {
    if (number < this.#firstSize) return this.#first?.textOf(number) ?? '';
    const at = number - this.#firstSize;
    return this.#tables[at]?.textOf(this.#numbers[at] ?? 0) ?? '';
  }

  /** Those of some texts of a table. @param numbers of the table */
  of(table: TextTable, numbers: Uint32Array): Uint32Array {
    if (this.#first === undefined) {
      this.#first = table;
      this.#firstSize = table.size;
    }
    if (table === this.#first && table.size === this.#firstSize) return numbers;
    const known = this.#knownOf(table);
    const found = new Uint32Array(numbers.length);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      if (number === 0) continue;
      let same = known[number] ?? 0;
      if (same === 0) {
        same = this.#numberOf(table, number);
        known[number] = same;
      }
      found[at] = same;
    }
    return found;
  }

  #knownOf(table: TextTable): Int32Array {
    const known = this.#known.get(table);
    if (known !== undefined && known.length >= table.size) return known;
    const more = new Int32Array(Math.max(table.size, 2 * (known?.length ?? 0)));
    if (known !== undefined) more.set(known);
    else if (table === this.#first) for (let number = 1; number < this.#firstSize; number++) more[number] = number;
    this.#known.set(table, more);
    return more;
  }

  #numberOf(table: TextTable, number: number): number {
    if (this.#slots.length === 0) this.#putFirst();
    const hash = hashIn(table, number);
    const found = this.#find(table, number, hash);
    if (found !== undefined) return found;
    const same = this.#firstSize + this.#tables.push(table) - 1;
    this.#numbers.push(number);
    this.#put(same, hash);
    return same;
  }

  #find(table: TextTable, number: number, hash: number): number | undefined {
    if (hash === NO_HASH) return this.#others.get(table.textOf(number));
    const first = this.#slots[this.#placeOf(hash)] ?? 0;
    if (first === 0) return undefined;
    const [other, otherNumber] = this.#standing(first);
    const isSame = table.isSameAs?.(number, other, otherNumber) ?? table.textOf(number) === other.textOf(otherNumber);
    return isSame ? first : this.#others.size === 0 ? undefined : this.#others.get(table.textOf(number));
  }

  #standing(same: number): readonly [TextTable, number] {
    const at = same - this.#firstSize;
    const table = at < 0 ? this.#first : this.#tables[at];
    if (table === undefined) throw new RangeError(`There is no text ${same}.`);
    return [table, at < 0 ? same : (this.#numbers[at] ?? 0)];
  }

  #putFirst(): void {
    const first = this.#first;
    this.#slots = new Uint32Array(slotsFor(this.#firstSize));
    if (first === undefined) return;
    const hashes = new Int32Array(this.#firstSize);
    first.putHashes?.(1, this.#firstSize, hashes.subarray(1));
    for (let number = 1; number < this.#firstSize; number++)
      this.#put(number, first.putHashes === undefined ? hashIn(first, number) : (hashes[number] ?? 0));
  }

  #put(same: number, hash: number): void {
    this.#hashes = grownNumbers(this.#hashes, same);
    this.#hashes[same] = hash;
    const place = hash === NO_HASH ? -1 : this.#placeOf(hash);
    if (place < 0 || this.#slots[place] !== 0) {
      this.#others.set(this.textOf(same), same);
      return;
    }
    this.#slots[place] = same;
    if (2 * ++this.#filled > this.#slots.length) this.#widen();
  }

  /** Of the text that a hash was met with first, or where it would be put. */
  #placeOf(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let place = mixed(hash, this.#seed) & mask;
    for (let same = slots[place] ?? 0; same !== 0 && this.#hashes[same] !== hash; same = slots[place] ?? 0)
      place = (place + 1) & mask;
    return place;
  }

  #widen(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(2 * before.length);
    for (const same of before) if (same !== 0) this.#slots[this.#placeOf(this.#hashes[same] ?? 0)] = same;
  }
}

function slotsFor(texts: number): number {
  let slots = FIRST_ROOM;
  while (slots < 2 * texts) slots *= 2;
  return slots;
}

function mixed(hash: number, seed: number): number {
  let mix = Math.imul(hash ^ seed, 0xcc9e2d51);
  mix = Math.imul(mix ^ (mix >>> 15) ^ seed, 0x1b873593);
  mix = Math.imul(mix ^ (mix >>> 13), 0x85ebca6b);
  return mix ^ (mix >>> 16);
}

function hashIn(table: TextTable, number: number): number {
  return table.hashAt?.(number) ?? hashOf(table.textOf(number));
}
