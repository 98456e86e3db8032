import { grownNumbers } from '../grownNumbers';
import { hashOf, NO_HASH } from '../textNumbers';
import type { TextTable } from '../texts';
import { areMarkedAlike, NumbersByMark } from './numbersByMark';

const FIRST_ROOM = 2048;

/**
 * Numbers of texts that mean the same in all tables; 0 is the empty text. Where there is but one table they are its own, and no text is
 * looked at. Of several only those are looked at that somebody asks for: they are told apart by their marks, or most by what their bytes come
 * to, and none is made.
 */
export class SameNumbers {
  readonly #seed: number;
  readonly #only: TextTable | undefined;
  readonly #tables: readonly TextTable[];
  /** Where a text was met first, by number: the position of the table, and its number there. */
  #positions: Uint32Array = new Uint32Array(FIRST_ROOM);
  #numbers: Uint32Array = new Uint32Array(FIRST_ROOM);
  #size = 1;
  /** What is known of a table, by its numbers; 0 where nothing is. Tables grow. */
  readonly #known = new Map<TextTable, Int32Array>();
  /** The first text of each hash: its number, and then the hash, by places that the hash gives; at most half full. */
  #slots = new Int32Array(2 * FIRST_ROOM);
  #filled = 0;
  /** Where all tables have marks by one secret, texts are told apart by these, and none is looked at. */
  readonly #byMark: NumbersByMark | undefined;
  /** Those behind another one of the same hash, or without one: nobody can make these slow. */
  readonly #others = new Map<string, number>();

  /** @param tables all that will be asked for @param seed a number that nobody who writes logs can know */
  constructor(tables: ReadonlySet<TextTable>, seed: number) {
    this.#seed = seed;
    this.#tables = Array.from(tables);
    this.#only = tables.size === 1 ? this.#tables[0] : undefined;
    this.#byMark = areMarkedAlike(tables) ? new NumbersByMark() : undefined;
  }

  /** All numbers are below. */
  get size(): number {
    return this.#only?.size ?? this.#size;
  }

  textOf(number: number): string {
    if (this.#only !== undefined) return this.#only.textOf(number);
    return number === 0 ? '' : this.#tableOf(number).textOf(this.#numbers[number] ?? 0);
  }

  /** Those of some texts of a table. @param numbers of the table */
  of(table: TextTable, numbers: Uint32Array): Uint32Array {
    if (table === this.#only) return numbers;
    const known = this.#knownOf(table);
    const found = new Uint32Array(numbers.length);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      if (number === 0) continue;
      const same = known[number] ?? 0;
      found[at] = same === 0 ? this.#learn(table, known, number) : same;
    }
    return found;
  }

  /** Those of some texts of several tables. @param from the position in `tables` of the table of each @param numbers of its text in there */
  ofSome(from: Uint32Array, tables: readonly { readonly table: TextTable }[], numbers: Uint32Array): Uint32Array {
    if (this.#only !== undefined) return numbers;
    const found = new Uint32Array(numbers.length);
    const known = tables.map(({ table }) => this.#knownOf(table));
    for (let at = 0; at < from.length; at++) {
      const number = numbers[at] ?? 0;
      const ofTable = known[from[at] ?? 0];
      if (number === 0 || ofTable === undefined) continue;
      const same = ofTable[number] ?? 0;
      found[at] = same === 0 ? this.#learn(tables[from[at] ?? 0]?.table, ofTable, number) : same;
    }
    return found;
  }

  #learn(table: TextTable | undefined, known: Int32Array, number: number): number {
    if (table === undefined) return 0;
    const same = this.#byMark === undefined ? this.#numberOf(table, number) : this.#numberByMark(table, number);
    known[number] = same;
    return same;
  }

  #numberByMark(table: TextTable, number: number): number {
    const marks = table.marks?.numbers;
    const same = this.#byMark?.numberOf(marks?.[2 * number] ?? 0, marks?.[2 * number + 1] ?? 0, this.#size) ?? 0;
    return same === this.#size ? this.#add(table, number) : same;
  }

  #knownOf(table: TextTable): Int32Array {
    const known = this.#known.get(table);
    if (known !== undefined && known.length >= table.size) return known;
    const more = new Int32Array(Math.max(table.size, 2 * (known?.length ?? 0)));
    if (known !== undefined) more.set(known);
    this.#known.set(table, more);
    return more;
  }

  #numberOf(table: TextTable, number: number): number {
    const hash = table.hashAt?.(number) ?? hashOf(table.textOf(number));
    if (hash === NO_HASH) return this.#other(table, number);
    const place = this.#placeOf(hash);
    const first = this.#slots[place] ?? 0;
    if (first === 0) {
      const same = this.#add(table, number);
      this.#slots[place] = same;
      this.#slots[place + 1] = hash;
      if (4 * ++this.#filled > this.#slots.length) this.#widen();
      return same;
    }
    return this.#isSame(table, number, first) ? first : this.#other(table, number);
  }

  #isSame(table: TextTable, number: number, same: number): boolean {
    const other = this.#tableOf(same);
    const otherNumber = this.#numbers[same] ?? 0;
    return table.isSameAs?.(number, other, otherNumber) ?? table.textOf(number) === other.textOf(otherNumber);
  }

  #other(table: TextTable, number: number): number {
    const text = table.textOf(number);
    const known = this.#others.get(text);
    if (known !== undefined) return known;
    const same = this.#add(table, number);
    this.#others.set(text, same);
    return same;
  }

  #add(table: TextTable, number: number): number {
    const same = this.#size++;
    this.#numbers = grownNumbers(this.#numbers, same);
    this.#positions = grownNumbers(this.#positions, same);
    this.#numbers[same] = number;
    this.#positions[same] = this.#tables.indexOf(table);
    return same;
  }

  #tableOf(same: number): TextTable {
    const table = this.#tables[this.#positions[same] ?? 0];
    if (table === undefined || same >= this.#size) throw new RangeError(`There is no text ${same}.`);
    return table;
  }

  /** Of the text that a hash was met with first, or where it would be put. */
  #placeOf(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let place = (2 * mixed(hash, this.#seed)) & mask;
    while (slots[place] !== 0 && slots[place + 1] !== hash) place = (place + 2) & mask;
    return place;
  }

  #widen(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    for (let place = 0; place < before.length; place += 2) {
      const [same, hash] = [before[place] ?? 0, before[place + 1] ?? 0];
      if (same === 0) continue;
      const to = this.#placeOf(hash);
      this.#slots[to] = same;
      this.#slots[to + 1] = hash;
    }
  }
}

function mixed(hash: number, seed: number): number {
  let mix = Math.imul(hash ^ seed, 0xcc9e2d51);
  mix = Math.imul(mix ^ (mix >>> 15) ^ seed, 0x1b873593);
  mix = Math.imul(mix ^ (mix >>> 13), 0x85ebca6b);
  return mix ^ (mix >>> 16);
}
