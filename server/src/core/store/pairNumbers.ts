import { grownNumbers } from './grownNumbers';

const FIRST_ROOM = 1024;
/** While there can't be more different pairs than this, each has a place of its own. */
const MOST_PLACES = 1 << 16;

/**
 * Numbers pairs of numbers from 0 on, in the order in which they are met: by a table with a place for each pair there can be, and when
 * these are too many, by a hash table with open addressing, at most half full.
 * The seed is a number that nobody who writes logs can know, so that nobody can choose what meets in one place.
 */
export class PairNumbers {
  readonly #seed: number;
  /** The number of a pair, plus one. */
  #slots = new Uint32Array(2 * FIRST_ROOM);
  /** The same for all pairs there can be: `places[left * width + right]`. */
  #places = new Uint32Array(0);
  #width = 0;
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

  /**
   * Writes the numbers of the first `count` pairs over their left sides.
   *
   * @param most all left sides are below the first of these, all right sides below the second; neither becomes smaller
   */
  combine(lefts: Uint32Array, rights: Uint32Array, count: number, most: readonly [left: number, right: number]): void {
    if (this.#hasPlaces(most)) this.#combineByPlace(lefts, rights, count);
    else this.#combineByHash(lefts, rights, count);
  }

  /** Whether all pairs have places of their own, which are made. */
  #hasPlaces([left, right]: readonly [number, number]): boolean {
    if (left * right > MOST_PLACES) return false;
    if (right > this.#width || left * this.#width > this.#places.length) {
      // Room for as many again on both sides, if there can be.
      this.#width = Math.max(right, Math.min(2 * right, Math.floor(MOST_PLACES / left)));
      this.#places = new Uint32Array(Math.max(left * this.#width, Math.min(2 * left * this.#width, MOST_PLACES)));
      for (let pair = 0; pair < this.#size; pair++)
        this.#places[this.left(pair) * this.#width + this.right(pair)] = pair + 1;
    }
    return true;
  }

  #combineByPlace(lefts: Uint32Array, rights: Uint32Array, count: number): void {
    const places = this.#places;
    const width = this.#width;
    for (let at = 0; at < count; at++) {
      const left = lefts[at] ?? 0;
      const right = rights[at] ?? 0;
      const known = places[left * width + right] ?? 0;
      if (known !== 0) lefts[at] = known - 1;
      else {
        lefts[at] = this.#numberOf(left, right);
        places[left * width + right] = this.#size;
      }
    }
  }

  #combineByHash(lefts: Uint32Array, rights: Uint32Array, count: number): void {
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
