import { columns } from '../core/index';
import type { PickedInChunk } from './pickRows';

/** The earliest of many rows, and how many there are. Costs little for those that are not among them. */
export class Earliest {
  readonly #most: number;
  readonly #silenced: ReadonlySet<number>;
  #times: number[] = [];
  #numbers: number[] = [];
  /** No row from this time on is among them, in milliseconds. */
  #limit = Number.POSITIVE_INFINITY;
  #count = 0;

  /**
   * @param most so many are kept
   * @param silenced rows for which an event elsewhere speaks
   */
  constructor(most: number, silenced: ReadonlySet<number>) {
    this.#most = most;
    this.#silenced = silenced;
  }

  get count(): number {
    return this.#count;
  }

  add({ chunk, positions, numberOf }: PickedInChunk): void {
    const seconds = chunk.column(columns.time);
    for (const position of positions) {
      const number = numberOf(position);
      if (this.#silenced.size > 0 && this.#silenced.has(number)) continue;
      this.#count++;
      const second = seconds[position] ?? 0;
      const time = second === 0 ? knownTime(chunk.time(position)) : 1000 * second;
      if (time > this.#limit) continue;
      this.#times.push(time);
      this.#numbers.push(number);
      if (this.#numbers.length >= 2 * this.#most) this.#cut();
    }
  }

  /** Numbers and times of the rows, the earliest first; times that can't be read are infinite. */
  taken(): readonly { readonly number: number; readonly time: number }[] {
    this.#cut();
    return this.#numbers.map((number, at) => ({ number, time: this.#times[at] ?? Number.POSITIVE_INFINITY }));
  }

  #cut(): void {
    const [times, numbers] = [this.#times, this.#numbers];
    const order = Array.from(numbers.keys()).sort(
      (a, b) => (times[a] ?? 0) - (times[b] ?? 0) || (numbers[a] ?? 0) - (numbers[b] ?? 0),
    );
    const kept = order.slice(0, this.#most);
    this.#times = kept.map((at) => times[at] ?? 0);
    this.#numbers = kept.map((at) => numbers[at] ?? 0);
    if (kept.length === this.#most) this.#limit = this.#times.at(-1) ?? Number.POSITIVE_INFINITY;
  }
}

function knownTime(time: number): number {
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}
