import { grownNumbers } from '../grownNumbers';

const FIRST_ROOM = 1024;

/** Numbers tuples of numbers from 0 on, in the order in which they are met. */
export class TupleNumbers {
  readonly #width: number;
  readonly #seed: number;
  /** The number of a tuple, plus one, by places that its numbers give; at most half full. */
  #slots = new Uint32Array(2 * FIRST_ROOM);
  #members: Uint32Array = new Uint32Array(FIRST_ROOM);
  #size = 0;

  /** @param seed a number that nobody who writes logs can know, so that nobody can choose what meets in one place */
  constructor(width: number, seed: number) {
    this.#width = width;
    this.#seed = seed;
  }

  get size(): number {
    return this.#size;
  }

  /** A number of a tuple. */
  at(tuple: number, position: number): number {
    return this.#members[tuple * this.#width + position] ?? 0;
  }

  /** The tuples that rows make. @param columns as many as a tuple has numbers */
  of(columns: readonly Uint32Array[], rows: number): Uint32Array {
    const found = new Uint32Array(rows);
    const tuple = new Uint32Array(this.#width);
    for (let row = 0; row < rows; row++) {
      let hash = this.#seed;
      for (let position = 0; position < tuple.length; position++) {
        const number = columns[position]?.[row] ?? 0;
        tuple[position] = number;
        hash = Math.imul(hash ^ number, 0xcc9e2d51);
        hash = Math.imul((hash ^ (hash >>> 15)) + this.#seed, 0x1b873593);
        hash ^= hash >>> 13;
      }
      found[row] = this.#numberOf(tuple, hash);
    }
    return found;
  }

  #numberOf(tuple: Uint32Array, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let next = slots[slot] ?? 0; next !== 0; next = slots[slot] ?? 0) {
      if (this.#is(next - 1, tuple)) return next - 1;
      slot = (slot + 1) & mask;
    }
    const number = this.#size++;
    const begin = number * this.#width;
    this.#members = grownNumbers(this.#members, begin + this.#width);
    this.#members.set(tuple, begin);
    slots[slot] = number + 1;
    if (2 * this.#size > slots.length) this.#widen();
    return number;
  }

  #is(number: number, tuple: Uint32Array): boolean {
    const begin = number * this.#width;
    for (let position = 0; position < tuple.length; position++)
      if (this.#members[begin + position] !== tuple[position]) return false;
    return true;
  }

  #widen(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let hash = this.#seed;
      for (let position = 0; position < this.#width; position++) {
        hash = Math.imul(hash ^ this.at(number, position), 0xcc9e2d51);
        hash = Math.imul((hash ^ (hash >>> 15)) + this.#seed, 0x1b873593);
        hash ^= hash >>> 13;
      }
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
