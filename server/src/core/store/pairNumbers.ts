import { grownNumbers } from './grownNumbers';

const FIRST_ROOM = 1024;

/**
 * Numbers pairs of numbers from 0 on, in the order in which they are met: a hash table with open addressing, at most half full.
 * The seed is a number that nobody who writes logs can know, so that nobody can choose what meets in one place.
 */
export class PairNumbers {
  readonly #seed: number;
  /** The number of a pair, plus one. */
  #slots = new Uint32Array(2 * FIRST_ROOM);
  #lefts: Uint32Array = new Uint32Array(FIRST_ROOM);
  #rights: Uint32Array = new Uint32Array(FIRST_ROOM);
  #size = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  get size(): number {
    return this.#size;
  }

  left(pair: number): number {
    return this.#lefts[pair] ?? 0;
  }

  right(pair: number): number {
    return this.#rights[pair] ?? 0;
  }

  /** Writes the numbers of the first `count` pairs over their left sides. */
  combine(lefts: Uint32Array, rights: Uint32Array, count: number): void {
    let last = -1;
    let lastLeft = 0;
    let lastRight = 0;
    for (let at = 0; at < count; at++) {
      const left = lefts[at] ?? 0;
      const right = rights[at] ?? 0;
      // What follows each other is often alike.
      if (last < 0 || left !== lastLeft || right !== lastRight) {
        last = this.#numberOf(left, right);
        lastLeft = left;
        lastRight = right;
      }
      lefts[at] = last;
    }
  }

  #numberOf(left: number, right: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(left, right, this.#seed) & mask;
    for (let next = slots[slot] ?? 0; next !== 0; next = slots[slot] ?? 0) {
      if (this.#lefts[next - 1] === left && this.#rights[next - 1] === right) return next - 1;
      slot = (slot + 1) & mask;
    }
    const number = this.#size++;
    this.#lefts = grownNumbers(this.#lefts, number);
    this.#rights = grownNumbers(this.#rights, number);
    this.#lefts[number] = left;
    this.#rights[number] = right;
    slots[slot] = number + 1;
    if (2 * this.#size > slots.length) this.#makeRoom();
    return number;
  }

  #makeRoom(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = hashOf(this.left(number), this.right(number), this.#seed) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(left: number, right: number, seed: number): number {
  let hash = Math.imul(left ^ seed, 0xcc9e2d51);
  hash = Math.imul(((hash << 15) | (hash >>> 17)) ^ right, 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 16) ^ seed, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
