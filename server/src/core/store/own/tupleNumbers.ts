import { grownNumbers } from '../grownNumbers';

const FIRST_ROOM = 1024;

/** Numbers tuples of numbers from 0 on, in the order in which they are met. */
export class TupleNumbers {
  readonly #width: number;
  /** By position, odd. */
  readonly #factors: Int32Array;
  /** The number of a tuple, plus one, by places that its numbers give; at most half full. */
  #slots = new Uint32Array(2 * FIRST_ROOM);
  #members: Uint32Array = new Uint32Array(FIRST_ROOM);
  #size = 0;

  /** @param seed a number that nobody who writes logs can know, so that nobody can choose what meets in one place */
  constructor(width: number, seed: number) {
    this.#width = width;
    this.#factors = Int32Array.from({ length: width }, (_, at) => mixed(seed + Math.imul(at + 1, 0x9e3779b9)) | 1);
  }

  get size(): number {
    return this.#size;
  }

  /** A number of a tuple. */
  at(tuple: number, position: number): number {
    return this.#members[tuple * this.#width + position] ?? 0;
  }

  /** What all tuples have at a position. */
  column(position: number): Uint32Array {
    const members = this.#members;
    const found = new Uint32Array(this.#size);
    for (let tuple = 0, at = position; tuple < found.length; tuple++, at += this.#width)
      found[tuple] = members[at] ?? 0;
    return found;
  }

  /** The tuples that rows make. @param columns as many as a tuple has numbers */
  of(columns: readonly Uint32Array[], rows: number): Uint32Array {
    const found = new Uint32Array(rows);
    const tuple = new Uint32Array(this.#width);
    for (let row = 0; row < rows; row++) {
      for (let position = 0; position < tuple.length; position++) tuple[position] = columns[position]?.[row] ?? 0;
      found[row] = this.numberOf(tuple);
    }
    return found;
  }

  /** @param tuple is not kept */
  numberOf(tuple: Uint32Array): number {
    const width = this.#width;
    const members = this.#members;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = this.#hashOf(tuple, 0) & mask;
    for (let next = slots[slot] ?? 0; next !== 0; next = slots[slot] ?? 0) {
      const begin = (next - 1) * width;
      let same = 0;
      while (same < width && members[begin + same] === tuple[same]) same++;
      if (same === width) return next - 1;
      slot = (slot + 1) & mask;
    }
    const number = this.#size++;
    const begin = number * width;
    this.#members = grownNumbers(members, begin + width);
    this.#members.set(tuple, begin);
    slots[slot] = number + 1;
    if (2 * this.#size > slots.length) this.#widen();
    return number;
  }

  #widen(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = this.#hashOf(this.#members, number * this.#width) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }

  /** None waits for the one before it: a sum of numbers, each times what nobody knows. */
  #hashOf(members: Uint32Array, begin: number): number {
    const factors = this.#factors;
    let sum = 0;
    for (let position = 0; position < factors.length; position++)
      sum = (sum + Math.imul(members[begin + position] ?? 0, factors[position] ?? 0)) | 0;
    return mixed(sum);
  }
}

function mixed(number: number): number {
  let mix = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
