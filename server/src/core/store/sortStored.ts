import { byCell, type Cell, type RowField } from '../investigate/rowFields';
import { grownNumbers } from './grownNumbers';
import { lastNotAbove } from './lastNotAbove';
import { orderOfKeys } from './orderOfKeys';
import type { AsEventRow, PickedRows } from './pickedRows';
import type { RowChunk } from './rowChunk';
import { type SortKeys, sortKeysOf } from './sortKeys';

/** What rows are sorted by. */
export interface SortBy {
  readonly field: RowField;
  /** The largest first. */
  readonly isDown: boolean;
}

/** A row where it is kept. */
export interface StoredPlace {
  readonly chunk: RowChunk;
  readonly row: number;
}

const FIRST_ROOM = 4096;

/**
 * Sorts rows as a stable sort with `byField` does, those that say the same in the order in which they were added. Each row gets a
 * key of 32 bits, keys are counted and not compared, and where they leave something open, only rows that somebody asks for are looked at.
 * So any page of a million rows takes as long as the first, and the next one takes nothing.
 */
export class SortStored {
  readonly #by: SortBy;
  readonly #asRow: AsEventRow;
  readonly #source: SortKeys;
  readonly #picked: PickedRows[] = [];
  readonly #begins: number[] = [];
  #keys: Uint32Array = new Uint32Array(FIRST_ROOM);
  #count = 0;

  constructor(by: SortBy, asRow: AsEventRow) {
    this.#by = by;
    this.#asRow = asRow;
    this.#source = sortKeysOf(by.field, asRow);
  }

  /** @param rows positions in the chunk, in ascending order; they are kept, and nobody may write them over */
  add(chunk: RowChunk, rows: Uint32Array): void {
    if (rows.length === 0) return;
    this.#picked.push({ chunk, rows });
    this.#begins.push(this.#count);
    this.#keys = grownNumbers(this.#keys, this.#count + rows.length - 1);
    this.#source.write(chunk, rows, this.#keys, this.#count);
    this.#count += rows.length;
  }

  /** The rows that were added, sorted; nothing is added afterwards. A million rows take some steps of some milliseconds. */
  *sorted(): Generator<undefined, SortedRows> {
    const { isDown } = this.#by;
    const keys = this.#keys.subarray(0, this.#count);
    const ranks = this.#source.ranks?.();
    yield undefined;
    if (ranks !== undefined) for (let at = 0; at < keys.length; at++) keys[at] = ranks[keys[at] ?? 0] ?? 0;
    if (isDown) for (let at = 0; at < keys.length; at++) keys[at] = ~(keys[at] ?? 0);
    yield undefined;
    const order = yield* orderOfKeys(keys);
    const rest = this.#source.rest;
    return new SortedRows(order, (position) => this.#at(position), {
      keys,
      isOpen: (key) => rest?.isOpen(isDown ? ~key >>> 0 : key) === true,
      cellsAt: (position) => {
        const { chunk, row } = this.#at(position);
        return rest?.cellsOf(this.#asRow(chunk, row)) ?? [];
      },
      isDown,
    });
  }

  #at(position: number): StoredPlace {
    const place = lastNotAbove(this.#begins.length, (each) => this.#begins[each] ?? 0, position);
    const picked = this.#picked[place];
    if (picked === undefined) throw new RangeError(`There is no row ${position}.`);
    return { chunk: picked.chunk, row: picked.rows[position - (this.#begins[place] ?? 0)] ?? 0 };
  }
}

/** What decides between rows of one key. */
interface Ties {
  /** In their order. */
  readonly keys: Uint32Array;
  readonly isOpen: (key: number) => boolean;
  readonly cellsAt: (position: number) => readonly Cell[];
  readonly isDown: boolean;
}

/** Rows in an order. */
export class SortedRows {
  readonly #order: Uint32Array;
  readonly #placeOf: (position: number) => StoredPlace;
  readonly #ties: Ties;
  /** Where rows of one key begin that are in order already. */
  readonly #settled = new Set<number>();

  constructor(order: Uint32Array, placeOf: (position: number) => StoredPlace, ties: Ties) {
    this.#order = order;
    this.#placeOf = placeOf;
    this.#ties = ties;
  }

  get count(): number {
    return this.#order.length;
  }

  /** The rows from `offset` on, at most `limit` of them. */
  page(offset: number, limit: number): readonly StoredPlace[] {
    const end = Math.min(offset + limit, this.count);
    for (let at = offset; at < end; ) at = this.#settle(at);
    return Array.from(this.#order.subarray(offset, end), this.#placeOf);
  }

  /** Sees to it that rows of one key are in order. @returns the end of them */
  #settle(at: number): number {
    const { keys, isOpen, cellsAt, isDown } = this.#ties;
    const order = this.#order;
    const key = keys[at] ?? 0;
    if (!isOpen(key)) return at + 1;
    let begin = at;
    while (begin > 0 && keys[begin - 1] === key) begin--;
    let end = at + 1;
    while (end < order.length && keys[end] === key) end++;
    if (end - begin > 1 && !this.#settled.has(begin)) {
      this.#settled.add(begin);
      const tied = Array.from(order.subarray(begin, end), (position) => ({ position, cells: cellsAt(position) }));
      tied.sort((left, right) => (isDown ? byCells(right.cells, left.cells) : byCells(left.cells, right.cells)));
      for (const [place, { position }] of tied.entries()) order[begin + place] = position;
    }
    return end;
  }
}

function byCells(left: readonly Cell[], right: readonly Cell[]): number {
  for (const [at, cell] of left.entries()) {
    const order = byCell(cell, right[at]);
    if (order !== 0) return order;
  }
  return 0;
}
