import { MARK_WORDS } from './eventMarks';
import { grownNumbers } from './grownNumbers';

/** Marks that lie in one piece of memory. */
const PIECE = 65_536;
const FIRST_ROOM = 4096;

/** Numbers events from 0 on by their marks, so that the copies of one have one number. Holds its marks alone: some 25 bytes an event. */
export class SeenEvents {
  readonly #pieces: Uint32Array[] = [];
  /** The number of an event, plus one, where its mark or those behind it lead to. */
  #slots: Uint32Array = new Uint32Array(2 * FIRST_ROOM);
  #count = 0;

  /** How many there are: the number of the next one that is new. */
  get count(): number {
    return this.#count;
  }

  /** @param marks holds a mark from the place `at` on: see `EventMarks` */
  numberOf(marks: Uint32Array, at: number): number {
    let slot = (marks[at] ?? 0) & (this.#slots.length - 1);
    for (let known = this.#slots[slot] ?? 0; known > 0; known = this.#slots[slot] ?? 0) {
      if (this.#isMark(known - 1, marks, at)) return known - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#add(slot, marks, at);
  }

  /** Whether an event has a number. */
  has(marks: Uint32Array, at: number): boolean {
    let slot = (marks[at] ?? 0) & (this.#slots.length - 1);
    for (let known = this.#slots[slot] ?? 0; known > 0; known = this.#slots[slot] ?? 0) {
      if (this.#isMark(known - 1, marks, at)) return true;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return false;
  }

  #isMark(number: number, marks: Uint32Array, at: number): boolean {
    const piece = this.#pieces[Math.floor(number / PIECE)];
    const from = MARK_WORDS * (number % PIECE);
    for (let word = 0; word < MARK_WORDS; word++) if (piece?.[from + word] !== marks[at + word]) return false;
    return true;
  }

  #add(slot: number, marks: Uint32Array, at: number): number {
    const number = this.#count++;
    const place = number % PIECE;
    if (place === 0) this.#pieces.push(new Uint32Array(number === 0 ? MARK_WORDS * FIRST_ROOM : MARK_WORDS * PIECE));
    const last = this.#pieces.length - 1;
    const room = grownNumbers(this.#pieces[last] ?? new Uint32Array(), MARK_WORDS * (place + 1) - 1);
    this.#pieces[last] = room;
    for (let word = 0; word < MARK_WORDS; word++) room[MARK_WORDS * place + word] = marks[at + word] ?? 0;
    this.#slots[slot] = number + 1;
    if (2 * this.#count > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    for (let number = 0; number < this.#count; number++) {
      const piece = this.#pieces[Math.floor(number / PIECE)] ?? new Uint32Array();
      let slot = (piece[MARK_WORDS * (number % PIECE)] ?? 0) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
