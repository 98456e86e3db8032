import type { ListedRows } from '../documents/eventLog';

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
    const time = rows.time(row);
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
