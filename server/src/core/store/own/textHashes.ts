import { grownNumbers } from '../grownNumbers';
import { keyedHash } from '../keyedHash';
import type { TextTable } from '../texts';

const FIRST_ROOM = 1024;
/** Numbers kept of a text. */
const KEPT = 2;

/** Two numbers for each text, the same in all tables: see `keyedHash`. Of a table each text is looked at once. */
export class TextHashes {
  readonly #seed: number;
  readonly #hash = new Uint32Array(4);
  /** The characters of a text, two in a number. */
  #units: Uint32Array = new Uint32Array(FIRST_ROOM);
  /** Of a table by number of the text; 0 where the first is not known. */
  readonly #known = new WeakMap<TextTable, Uint32Array>();
  #last: TextTable | undefined;
  #ofLast: Uint32Array = new Uint32Array(0);

  /** @param seed a number that nobody who writes logs can know */
  constructor(seed: number) {
    this.#seed = seed;
  }

  /** @param number of the text in the table @param into is given two numbers from `at` on */
  put(table: TextTable, number: number, into: Uint32Array, at: number): void {
    if (table !== this.#last || KEPT * number >= this.#ofLast.length) this.#turnTo(table, number);
    const known = this.#ofLast;
    if (known[KEPT * number] === 0) this.putText(table.textOf(number), known, KEPT * number);
    into[at] = known[KEPT * number] ?? 0;
    into[at + 1] = known[KEPT * number + 1] ?? 0;
  }

  /** The same of a text that is in no table. */
  putText(text: string, into: Uint32Array, at: number): void {
    const { length } = text;
    this.#units = grownNumbers(this.#units, (length >> 1) + 1);
    const units = this.#units;
    const pairs = (length + 1) >> 1;
    for (let pair = 0; pair < pairs; pair++)
      units[pair] = text.charCodeAt(2 * pair) | ((2 * pair + 1 < length ? text.charCodeAt(2 * pair + 1) : 0) << 16);
    // An odd length and a last character that is 0 are not the same.
    units[pairs] = length;
    keyedHash(units, pairs + 1, this.#seed, this.#hash, 0);
    const [one = 0, two = 0, three = 0, four = 0] = this.#hash;
    into[at] = one ^ three || 1;
    into[at + 1] = two ^ four;
  }

  #turnTo(table: TextTable, number: number): void {
    const known = this.#known.get(table) ?? new Uint32Array(0);
    const room = grownNumbers(known, KEPT * Math.max(number + 1, table.size) - 1);
    this.#known.set(table, room);
    this.#last = table;
    this.#ofLast = room;
  }
}
