import type { Cell } from '../investigate/rowFields';
import { grownNumbers } from './grownNumbers';
import type { Keys } from './keysOf';
import type { RowChunk } from './rowChunk';
import type { RowTables } from './rowTables';

/** What rows say that is numbered. */
export interface NumberedValues<Row> {
  /** As many for every row. */
  readonly valuesOf: (row: Row) => readonly Cell[];
  /** Rows with the same number there say the same, so that one of them is looked at; absent: every row is looked at. */
  readonly keys: Keys | undefined;
  readonly asRow: (chunk: RowChunk, row: number) => Row;
}

const FIRST_ROOM = 1024;

/**
 * Numbers what rows say from 0 on, in the order in which it is met. Rows that say the same have the same number, whichever tables
 * they are written with.
 */
export class ValueNumbers<Row> {
  readonly #numbered: NumberedValues<Row>;
  /** By key: the number of what the rows say, plus one. */
  readonly #known = new WeakMap<RowTables, Uint32Array>();
  readonly #numbers = new Map<Cell, number>();
  readonly #values: (readonly Cell[])[] = [];
  readonly #examples: Row[] = [];

  constructor(numbered: NumberedValues<Row>) {
    this.#numbered = numbered;
  }

  get size(): number {
    return this.#values.length;
  }

  values(number: number): readonly Cell[] {
    return this.#values[number] ?? [];
  }

  /** The first row of each number. */
  get examples(): readonly Row[] {
    return this.#examples;
  }

  /**
   * Writes the numbers of some rows.
   *
   * @param into has room for all of them from `from` on
   */
  write(chunk: RowChunk, rows: Uint32Array, into: Uint32Array, from = 0): void {
    const { keys, asRow } = this.#numbered;
    if (keys === undefined) {
      for (let at = 0; at < rows.length; at++) into[from + at] = this.#numberOf(asRow(chunk, rows[at] ?? 0));
      return;
    }
    const keyOf = keys(chunk);
    let known = this.#known.get(chunk.tables) ?? new Uint32Array(FIRST_ROOM);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const key = keyOf[row] ?? 0;
      // Asked for beyond its end, an array gives its values in a slower way ever after.
      if (key >= known.length) known = grownNumbers(known, key);
      let number = known[key] ?? 0;
      if (number === 0) {
        number = this.#numberOf(asRow(chunk, row)) + 1;
        known[key] = number;
      }
      into[from + at] = number - 1;
    }
    this.#known.set(chunk.tables, known);
  }

  #numberOf(row: Row): number {
    const values = this.#numbered.valuesOf(row);
    const key = values.length === 1 ? values[0] : JSON.stringify(values);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#values.length);
    this.#examples.push(row);
    return this.#values.push(values) - 1;
  }
}
