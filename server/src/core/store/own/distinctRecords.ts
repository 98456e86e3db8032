import { TIME_AROUND } from '../ownColumns';
import { contentKey } from './contentKey';
import type { GatheredReads } from './gatherReads';

/** Records told apart by what they say. Those that are alone at their time are not looked at: they are the most by far. */
export class DistinctRecords {
  readonly #reads: GatheredReads;
  /** By time the only record, or nothing where there are several. */
  readonly #alone = new Map<number, number | undefined>();
  readonly #keys = new Set<string>();
  #size = 0;

  constructor(reads: GatheredReads) {
    this.#reads = reads;
  }

  get size(): number {
    return this.#size;
  }

  /** @returns whether no other one said the same */
  add(at: number): boolean {
    const time = this.#timeOf(at);
    if (time !== undefined) {
      if (!this.#alone.has(time)) {
        this.#alone.set(time, at);
        this.#size++;
        return true;
      }
      const other = this.#alone.get(time);
      if (other !== undefined) this.#keys.add(this.#keyOf(other));
      this.#alone.set(time, undefined);
    }
    const before = this.#keys.size;
    this.#keys.add(this.#keyOf(at));
    if (this.#keys.size === before) return false;
    this.#size++;
    return true;
  }

  /** Undefined where the record itself does not say it. */
  #timeOf(at: number): number | undefined {
    const { chunk } = this.#reads.from(at);
    const state = chunk.own.told.numbers[this.#reads.places[at] ?? 0] ?? 0;
    const time = this.#reads.times[at] ?? Number.NaN;
    return (state & TIME_AROUND) !== 0 || Number.isNaN(time) ? undefined : time;
  }

  #keyOf(at: number): string {
    return contentKey(this.#reads.from(at).chunk, this.#reads.places[at] ?? 0);
  }
}
