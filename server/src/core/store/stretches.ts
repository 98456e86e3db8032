import { lastNotAbove } from './lastNotAbove';
import type { RowChunk } from './rowChunk';
import { StoredRow } from './storedRow';
import type { Stretch } from './stretch';

/** A row of a stretch, by its position in the chunk. */
export interface RowOfStretch {
  readonly stretch: Stretch;
  readonly row: number;
}

/** Stretches one behind the other, whose rows are numbered through. */
export class Stretches {
  readonly #stretches: Stretch[] = [];
  /** The number of the first row of each. */
  readonly #begins: number[] = [];
  readonly #ofChunk = new Map<RowChunk, Stretch[]>();
  readonly #inOrder = new WeakSet<Stretch[]>();
  #count = 0;

  /** Of rows. */
  get count(): number {
    return this.#count;
  }

  [Symbol.iterator](): IterableIterator<Stretch> {
    return this.#stretches[Symbol.iterator]();
  }

  add(stretch: Stretch): void {
    if (stretch.to <= stretch.from) return;
    this.#stretches.push(stretch);
    this.#begins.push(this.#count);
    this.#count += stretch.to - stretch.from;
    const known = this.#ofChunk.get(stretch.chunk) ?? [];
    known.push(stretch);
    this.#inOrder.delete(known);
    this.#ofChunk.set(stretch.chunk, known);
  }

  /** @throws RangeError when there is no row of that number */
  at(number: number): RowOfStretch {
    const place = lastNotAbove(this.#begins.length, (each) => this.#begins[each] ?? 0, number);
    const stretch = this.#stretches[place];
    if (stretch === undefined || number >= this.#count) throw new RangeError(`There is no row ${number}.`);
    return { stretch, row: stretch.from + number - (this.#begins[place] ?? 0) };
  }

  /** The number of a row of the stretch that was added as the `place`th. */
  numberOf(place: number, row: number): number {
    return (this.#begins[place] ?? 0) + row - (this.#stretches[place]?.from ?? 0);
  }

  /**
   * The stretch that holds a row of a chunk.
   *
   * @throws RangeError when none does
   */
  holding(chunk: RowChunk, row: number): Stretch {
    const known = this.#ofChunk.get(chunk) ?? [];
    if (!this.#inOrder.has(known)) {
      known.sort((left, right) => left.from - right.from);
      this.#inOrder.add(known);
    }
    const stretch = known[lastNotAbove(known.length, (place) => known[place]?.from ?? 0, row)];
    if (stretch === undefined || row < stretch.from || row >= stretch.to)
      throw new RangeError(`No log holds row ${row} of the chunk.`);
    return stretch;
  }

  /** @param fileOf the name of a log, as it is shown */
  row(chunk: RowChunk, row: number, fileOf: (log: number) => string): StoredRow {
    const { log, index, from, base } = this.holding(chunk, row);
    return new StoredRow(chunk, row, { index: index + row - from, file: fileOf(log), base });
  }
}
