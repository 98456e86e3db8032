import { hashOfKey, KEY_WORDS } from './eventKey';
import { grownNumbers } from './grownNumbers';

/** Keys that lie in one piece of memory. */
const PIECE = 65_536;
const FIRST_ROOM = 4096;

/** Numbers events from 0 on by their keys, so that the copies of one have one number. Holds its keys alone: some 45 bytes an event. */
export class SeenEvents {
  readonly #seed: number;
  readonly #pieces: Uint32Array[] = [];
  /** The number of an event, plus one, where its hash or those behind it lead to. */
  #slots: Uint32Array = new Uint32Array(2 * FIRST_ROOM);
  #count = 0;

  /** @param seed a number that nobody who writes logs can know */
  constructor(seed: number) {
    this.#seed = seed;
  }

  /** How many there are: the number of the next one that is new. */
  get count(): number {
    return this.#count;
  }

  /** @param keys holds a key from the place `at` on: see `EventKeys` */
  numberOf(keys: Uint32Array, at: number): number {
    let slot = hashOfKey(keys, this.#seed, at) & (this.#slots.length - 1);
    for (let known = this.#slots[slot] ?? 0; known > 0; known = this.#slots[slot] ?? 0) {
      if (this.#isKey(known - 1, keys, at)) return known - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#add(slot, keys, at);
  }

  /** Whether an event has a number. */
  has(keys: Uint32Array, at: number): boolean {
    let slot = hashOfKey(keys, this.#seed, at) & (this.#slots.length - 1);
    for (let known = this.#slots[slot] ?? 0; known > 0; known = this.#slots[slot] ?? 0) {
      if (this.#isKey(known - 1, keys, at)) return true;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return false;
  }

  #isKey(number: number, keys: Uint32Array, at: number): boolean {
    const piece = this.#pieces[Math.floor(number / PIECE)];
    const from = KEY_WORDS * (number % PIECE);
    for (let word = 0; word < KEY_WORDS; word++) if (piece?.[from + word] !== keys[at + word]) return false;
    return true;
  }

  #add(slot: number, keys: Uint32Array, at: number): number {
    const number = this.#count++;
    const place = number % PIECE;
    if (place === 0) this.#pieces.push(new Uint32Array(number === 0 ? KEY_WORDS * FIRST_ROOM : KEY_WORDS * PIECE));
    const last = this.#pieces.length - 1;
    const room = grownNumbers(this.#pieces[last] ?? new Uint32Array(), KEY_WORDS * (place + 1) - 1);
    this.#pieces[last] = room;
    for (let word = 0; word < KEY_WORDS; word++) room[KEY_WORDS * place + word] = keys[at + word] ?? 0;
    this.#slots[slot] = number + 1;
    if (2 * this.#count > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    for (let number = 0; number < this.#count; number++) {
      const piece = this.#pieces[Math.floor(number / PIECE)] ?? new Uint32Array();
      let slot = hashOfKey(piece, this.#seed, KEY_WORDS * (number % PIECE)) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
