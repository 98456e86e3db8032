import type { TextTable } from '../texts';

const FIRST_PLACES = 4096;
/** Of a place: the number, and the two of the mark. */
const WIDTH = 3;

/** Whether texts of some tables, two at least, can be told apart by their marks: see `TextMarks`. One table tells its own texts apart by their numbers. */
export function areMarkedAlike(tables: ReadonlySet<TextTable>): boolean {
  const [first, ...others] = Array.from(tables, ({ marks }) => marks?.by);
  return first !== undefined && others.length > 0 && others.every((by) => by === first);
}

/** Numbers of texts by their marks, of which nobody who writes logs can choose where they lie. */
export class NumbersByMark {
  /** At most half full; 0 where nothing is. */
  #slots: Uint32Array = new Uint32Array(WIDTH * FIRST_PLACES);
  #filled = 0;

  /**
   * @param one of the mark, and `two` the other
   * @param next the number of a text that is new, not 0
   * @returns that of the first text with the mark
   */
  numberOf(one: number, two: number, next: number): number {
    const slots = this.#slots;
    const slot = placeOf(slots, one, two);
    const known = slots[slot] ?? 0;
    if (known !== 0) return known;
    put(slots, slot, next, one, two);
    if (2 * WIDTH * ++this.#filled > slots.length) this.#widen();
    return next;
  }

  #widen(): void {
    const before = this.#slots;
    const slots = new Uint32Array(2 * before.length);
    for (let slot = 0; slot < before.length; slot += WIDTH) {
      const number = before[slot] ?? 0;
      const one = before[slot + 1] ?? 0;
      const two = before[slot + 2] ?? 0;
      if (number !== 0) put(slots, placeOf(slots, one, two), number, one, two);
    }
    this.#slots = slots;
  }
}

/** Where a mark stands, or would be put. */
function placeOf(slots: Uint32Array, one: number, two: number): number {
  const places = slots.length / WIDTH;
  let place = one & (places - 1);
  let slot = WIDTH * place;
  while (slots[slot] !== 0 && (slots[slot + 1] !== one || slots[slot + 2] !== two)) {
    place = (place + 1) & (places - 1);
    slot = WIDTH * place;
  }
  return slot;
}

function put(slots: Uint32Array, slot: number, number: number, one: number, two: number): void {
  slots[slot] = number;
  slots[slot + 1] = one;
  slots[slot + 2] = two;
}
