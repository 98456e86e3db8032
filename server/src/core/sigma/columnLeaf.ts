import { columns } from '../store/columns';
import type { RowChunk } from '../store/rowChunk';
import { readOnlyIn } from '../store/rowState';
import type { RowTables } from '../store/rowTables';
import type { FieldColumn } from './fieldPath';
import type { Leaf, Scalar } from './test';

/** What columns say of a row: it does not answer, they don't know, it answers. In this order, so that `and` is the least of them. */
export const NO = 0;
export const OPEN = 1;
export const YES = 2;

export type Answer = typeof NO | typeof OPEN | typeof YES;

/** Asks rows of one chunk. */
export type OfRow = (row: number) => Answer;

const FEWEST = 1024;

/** A leaf as columns are asked it: every text, or tuple of texts, is looked at once, however many rows have it. */
export class ColumnLeaf {
  readonly #leaf: Leaf;
  readonly #column: FieldColumn | undefined;
  readonly #known = new WeakMap<RowTables, Uint8Array>();

  constructor(leaf: Leaf) {
    this.#leaf = leaf;
    this.#column = leaf.other === undefined ? leaf.path?.column : undefined;
  }

  /** What a call says, where its texts are as the record has them. */
  ofCall(tables: RowTables, call: number): Answer {
    const column = this.#column;
    return column?.kind === 'call' ? this.#told(tables.callText(call, column.name)) : OPEN;
  }

  ofRows(chunk: RowChunk): OfRow {
    const column = this.#column;
    if (column === undefined) return () => OPEN;
    const states = chunk.column(columns.state);
    const { odd } = column;
    const isOdd = (row: number): boolean => ((states[row] ?? 0) & odd) !== 0;
    switch (column.kind) {
      case 'call':
        return this.#byNumber(chunk, chunk.column(columns.call), isOdd, (call) =>
          chunk.tables.callText(call, column.name),
        );
      case 'identity':
        return this.#byNumber(chunk, chunk.column(columns.identity), isOdd, (identity) =>
          chunk.tables.identityText(identity, column.name),
        );
      case 'text':
        return this.#byNumber(chunk, chunk.column(column.column), isOdd, (number) => chunk.tables.text(number));
      case 'readOnly':
        return (row) => (isOdd(row) ? OPEN : this.#answer(readOnlyIn(states[row] ?? 0)));
      case 'eventTime':
        return (row) =>
          isOdd(row) || chunk.number(row, columns.time) === 0 ? OPEN : this.#answer(chunk.eventTime(row));
      case 'eventID':
        return (row) => (isOdd(row) ? OPEN : this.#told(chunk.eventID(row)));
      case 'requestID':
        return (row) => (isOdd(row) ? OPEN : this.#told(chunk.requestID(row)));
    }
  }

  #byNumber(
    chunk: RowChunk,
    numbers: Uint32Array,
    isOdd: (row: number) => boolean,
    textOf: (number: number) => string,
  ): OfRow {
    const { tables } = chunk;
    let known = this.#known.get(tables) ?? new Uint8Array(FEWEST);
    this.#known.set(tables, known);
    return (row) => {
      if (isOdd(row)) return OPEN;
      const number = numbers[row] ?? 0;
      if (number >= known.length) {
        const more = new Uint8Array(Math.max(2 * known.length, number + 1));
        more.set(known);
        known = more;
        this.#known.set(tables, known);
      }
      // Answers are kept with one added, so that 0 says that none is.
      if (known[number] === 0) known[number] = this.#told(textOf(number)) + 1;
      return known[number] === YES + 1 ? YES : NO;
    };
  }

  /** An empty text stands for a field that is absent or null. */
  #told(text: string): Answer {
    return this.#answer(text === '' ? undefined : text);
  }

  #answer(value: Scalar | undefined): Answer {
    return this.#leaf.holds(value) ? YES : NO;
  }
}
