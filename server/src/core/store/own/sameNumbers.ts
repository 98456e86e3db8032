import { SameTexts } from '../sameTexts';
import type { TextTable } from '../texts';

/** Numbers of texts that mean the same in all tables; every text of a table is looked at once. 0 is the empty text. */
export class SameNumbers {
  readonly #same = new SameTexts();
  readonly #ofTable = new Map<TextTable, Int32Array>();

  get size(): number {
    return this.#same.size + 1;
  }

  textOf(number: number): string {
    return number === 0 ? '' : this.#same.textOf(number - 1);
  }

  /** Those of some texts of a table. @param numbers of the table */
  of(table: TextTable, numbers: Uint32Array): Uint32Array<ArrayBuffer> {
    const known = this.#known(table);
    const found = new Uint32Array(numbers.length);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      if (number === 0) continue;
      const same = known[number] ?? 0;
      found[at] = same === 0 ? this.#add(table, number, known) : same;
    }
    return found;
  }

  #add(table: TextTable, number: number, known: Int32Array): number {
    const same = this.#same.numberOf(table, number) + 1;
    known[number] = same;
    return same;
  }

  /** By number of the table; 0 where it was not looked at. Tables grow. */
  #known(table: TextTable): Int32Array {
    const known = this.#ofTable.get(table);
    if (known !== undefined && known.length >= table.size) return known;
    const more = new Int32Array(Math.max(table.size, 2 * (known?.length ?? 0)));
    if (known !== undefined) more.set(known);
    this.#ofTable.set(table, more);
    return more;
  }
}
