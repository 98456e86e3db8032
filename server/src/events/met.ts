import { columns } from '../core/index';
import { FAILED, outcomeBits } from '../core/store/rowState';
import type { PickedInChunk } from './pickRows';

/** What is told of many rows together, gone through once. Numbers of rows; -1 where there is none. */
export class Met {
  readonly #silenced: ReadonlySet<number>;
  readonly #time: number;
  count = 0;
  failed = 0;
  /** One of them. */
  some = -1;
  readonly first = new Nearest(-1);
  readonly last = new Nearest(1);
  /** The nearest before and after the time that was asked for. */
  readonly before = new Nearest(1);
  readonly after = new Nearest(-1);

  /**
   * @param silenced rows for which an event elsewhere speaks
   * @param time in milliseconds since 1970, not a number where it is not known
   */
  constructor(silenced: ReadonlySet<number>, time: number) {
    this.#silenced = silenced;
    this.#time = time;
  }

  add({ chunk, positions, numberOf }: PickedInChunk): void {
    const seconds = chunk.column(columns.time);
    const states = chunk.column(columns.state);
    for (const position of positions) {
      const number = numberOf(position);
      if (this.#silenced.size > 0 && this.#silenced.has(number)) continue;
      this.count++;
      this.some = number;
      if (outcomeBits(states[position] ?? 0) === FAILED) this.failed++;
      const second = seconds[position] ?? 0;
      const time = second === 0 ? chunk.time(position) : 1000 * second;
      if (Number.isNaN(time)) continue;
      this.first.offer(time, number);
      this.last.offer(time, number);
      if (time < this.#time) this.before.offer(time, number);
      else if (time > this.#time) this.after.offer(time, number);
    }
  }
}

/** The row of the latest (1) or the earliest (-1) time that was offered; of one time the first. */
export class Nearest {
  readonly #sign: 1 | -1;
  #best = Number.NEGATIVE_INFINITY;
  number = -1;

  constructor(sign: 1 | -1) {
    this.#sign = sign;
  }

  /** In milliseconds; not a number where nothing was offered. */
  get time(): number {
    return this.number < 0 ? Number.NaN : this.#sign * this.#best;
  }

  offer(time: number, number: number): void {
    const signed = this.#sign * time;
    if (signed <= this.#best) return;
    this.#best = signed;
    this.number = number;
  }
}
