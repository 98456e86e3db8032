import { hashOf, NO_HASH } from './textNumbers';
import type { TextTable } from './texts';

/**
 * Numbers some texts of several tables from 0 on, so that the same text has the same number whichever table it stands in. Few of the
 * texts are made: most are told apart by what their bytes come to.
 */
export class SameTexts {
  /** The first text of each hash. */
  readonly #first = new Map<number, number>();
  /** Those that stand behind another one of the same hash, or have none: nobody can make these slow. */
  readonly #others = new Map<string, number>();
  readonly #tables: TextTable[] = [];
  readonly #numbers: number[] = [];

  get size(): number {
    return this.#tables.length;
  }

  textOf(same: number): string {
    return this.#tables[same]?.textOf(this.#numbers[same] ?? 0) ?? '';
  }

  /** The number of a text of a table, which is given one where it has none. */
  numberOf(table: TextTable, number: number): number {
    return this.#find(table, number) ?? this.#add(table, number);
  }

  /** The same of a text that may have none: negative there. */
  known(table: TextTable, number: number): number {
    return this.#find(table, number) ?? -1;
  }

  #find(table: TextTable, number: number): number | undefined {
    const hash = hashIn(table, number);
    const first = hash === NO_HASH ? undefined : this.#first.get(hash);
    if (first === undefined && hash !== NO_HASH) return undefined;
    const text = table.textOf(number);
    return first !== undefined && this.textOf(first) === text ? first : this.#others.get(text);
  }

  #add(table: TextTable, number: number): number {
    const same = this.#tables.push(table) - 1;
    this.#numbers.push(number);
    const hash = hashIn(table, number);
    if (hash === NO_HASH || this.#first.has(hash)) this.#others.set(table.textOf(number), same);
    else this.#first.set(hash, same);
    return same;
  }
}

function hashIn(table: TextTable, number: number): number {
  return table.hashAt?.(number) ?? hashOf(table.textOf(number));
}
