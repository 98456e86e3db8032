import { columns } from '../core/store/columns';
import { RowChunk } from '../core/store/rowChunk';
import { FAILED, malformedIn, outcomeBits } from '../core/store/rowState';
import type { ListedRows } from '../documents/eventLog';
import type { NumberedPiece } from './numberedRows';

const FIRST_ROOM = 64;

/** What is counted of groups of rows, by the numbers of the groups: columns of numbers, since there may be as many groups as rows. */
export class GroupCounts {
  #count = new Uint32Array(FIRST_ROOM);
  #failed = new Uint32Array(FIRST_ROOM);
  #malformed = new Uint32Array(FIRST_ROOM);
  /** The numbers of the earliest and of the latest row, plus one; 0 for none. */
  #first = new Uint32Array(FIRST_ROOM);
  #last = new Uint32Array(FIRST_ROOM);
  #firstTime = new Float64Array(FIRST_ROOM);
  #lastTime = new Float64Array(FIRST_ROOM);
  /** The greatest weight, plus one; 0 where none is known. */
  #weight = new Uint8Array(FIRST_ROOM);

  /** Makes room for so many groups. */
  makeRoom(groups: number): void {
    if (groups <= this.#count.length) return;
    const size = Math.max(groups, 2 * this.#count.length);
    const grown = <T extends Uint32Array | Float64Array | Uint8Array>(made: T, old: T): T => {
      made.set(old);
      return made;
    };
    this.#count = grown(new Uint32Array(size), this.#count);
    this.#failed = grown(new Uint32Array(size), this.#failed);
    this.#malformed = grown(new Uint32Array(size), this.#malformed);
    this.#first = grown(new Uint32Array(size), this.#first);
    this.#last = grown(new Uint32Array(size), this.#last);
    this.#firstTime = grown(new Float64Array(size), this.#firstTime);
    this.#lastTime = grown(new Float64Array(size), this.#lastTime);
    this.#weight = grown(new Uint8Array(size), this.#weight);
  }

  /**
   * Counts a row.
   *
   * @param group for which there is room
   * @param row its position in `rows`
   * @param number by which it is told
   * @param weight of its action: see `weightNumber`
   */
  add(group: number, rows: ListedRows, row: number, number: number, weight: number): void {
    this.#count[group] = (this.#count[group] ?? 0) + 1;
    if (rows.outcome(row) === 'failed') this.#failed[group] = (this.#failed[group] ?? 0) + 1;
    if (rows.malformed(row) !== null) this.#malformed[group] = (this.#malformed[group] ?? 0) + 1;
    if (weight > (this.#weight[group] ?? 0)) this.#weight[group] = weight;
    this.#addTime(group, rows.time(row), number);
  }

  /**
   * Counts rows of a piece that are in groups for which there is room.
   *
   * @param groupOf by number of the row: its group, negative for none
   * @param asked by number of the row: 0 where it is not counted, else the weight of its action plus one
   */
  addPiece(numbered: NumberedPiece, groupOf: Int32Array, asked: Uint8Array): void {
    const { piece, first } = numbered;
    const { rows, from, to } = piece;
    if (rows instanceof RowChunk) {
      this.#addChunk(rows, numbered, groupOf, asked);
      return;
    }
    for (let row = from, number = first; row < to; row++, number++) {
      const group = groupOf[number] ?? -1;
      const weight = (asked[number] ?? 0) - 1;
      if (weight >= 0 && group >= 0) this.add(group, rows, row, number, weight);
    }
  }

  /** The same as row by row: a million rows of folders are counted anew for each thing they are grouped by. */
  #addChunk(chunk: RowChunk, { piece, first }: NumberedPiece, groupOf: Int32Array, asked: Uint8Array): void {
    const [states, times] = [chunk.column(columns.state), chunk.column(columns.time)];
    const [counts, failures, malformations] = [this.#count, this.#failed, this.#malformed];
    const [weights, firsts, firstTimes] = [this.#weight, this.#first, this.#firstTime];
    const [lasts, lastTimes] = [this.#last, this.#lastTime];
    for (let row = piece.from, number = first; row < piece.to; row++, number++) {
      const weight = (asked[number] ?? 0) - 1;
      if (weight < 0) continue;
      const group = groupOf[number] ?? -1;
      if (group < 0) continue;
      counts[group] = (counts[group] ?? 0) + 1;
      const state = states[row] ?? 0;
      if (outcomeBits(state) === FAILED) failures[group] = (failures[group] ?? 0) + 1;
      if (malformedIn(state) !== null) malformations[group] = (malformations[group] ?? 0) + 1;
      if (weight > (weights[group] ?? 0)) weights[group] = weight;
      const time = 1000 * (times[row] ?? 0);
      if (time === 0) this.#addTime(group, chunk.time(row), number);
      else {
        const isFirst = firsts[group] === 0;
        if (isFirst || time < (firstTimes[group] ?? 0)) {
          firstTimes[group] = time;
          firsts[group] = number + 1;
        }
        if (isFirst || time > (lastTimes[group] ?? 0)) {
          lastTimes[group] = time;
          lasts[group] = number + 1;
        }
      }
    }
  }

  #addTime(group: number, time: number, number: number): void {
    if (Number.isNaN(time)) return;
    const isFirst = this.#first[group] === 0;
    if (isFirst || time < (this.#firstTime[group] ?? 0)) {
      this.#firstTime[group] = time;
      this.#first[group] = number + 1;
    }
    if (isFirst || time > (this.#lastTime[group] ?? 0)) {
      this.#lastTime[group] = time;
      this.#last[group] = number + 1;
    }
  }

  count(group: number): number {
    return this.#count[group] ?? 0;
  }

  failed(group: number): number {
    return this.#failed[group] ?? 0;
  }

  malformed(group: number): number {
    return this.#malformed[group] ?? 0;
  }

  /** The number of the earliest row whose time can be read; undefined where there is none. */
  first(group: number): number | undefined {
    return rowOf(this.#first[group]);
  }

  /** The same of the latest row. */
  last(group: number): number | undefined {
    return rowOf(this.#last[group]);
  }

  /** In milliseconds since 1970; says nothing where there is no `first`. */
  firstTime(group: number): number {
    return this.#firstTime[group] ?? Number.NaN;
  }

  /** The same of the latest row. */
  lastTime(group: number): number {
    return this.#lastTime[group] ?? Number.NaN;
  }

  /** Of the weightiest row: see `weightNumber`. */
  weight(group: number): number {
    return this.#weight[group] ?? 0;
  }
}

function rowOf(number = 0): number | undefined {
  return number === 0 ? undefined : number - 1;
}
