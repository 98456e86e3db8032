import { bucketAt } from './buckets';
import { NOWHERE, type TimedRows } from './countBuckets';

/** A stretch in which a lane has no row, between two in which it has some. Both in milliseconds since 1970. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** Lanes over the pieces of a stretch of time: of each piece of each lane, how many rows lie in it, and the earliest and the latest of them. */
export class LaneCells {
  readonly counts: Uint32Array;
  readonly #starts: Float64Array;
  readonly #size: number;
  readonly #first: Float64Array;
  readonly #last: Float64Array;

  /** @param starts see `bucketStarts` */
  constructor(lanes: number, starts: Float64Array) {
    this.#starts = starts;
    this.#size = starts.length - 1;
    this.counts = new Uint32Array(lanes * this.#size);
    this.#first = new Float64Array(lanes * this.#size).fill(Number.POSITIVE_INFINITY);
    this.#last = new Float64Array(lanes * this.#size).fill(Number.NEGATIVE_INFINITY);
  }

  /** Counts rows, in one pass. @param laneOf by group: its lane, or `NOWHERE` */
  add({ times, groupOf, asked }: TimedRows, laneOf: Int32Array): void {
    const [counts, firsts, lasts] = [this.counts, this.#first, this.#last];
    for (let row = 0; row < times.length; row++) {
      const group = asked[row] === 0 ? NOWHERE : (groupOf[row] ?? NOWHERE);
      const lane = group < 0 ? NOWHERE : (laneOf[group] ?? NOWHERE);
      if (lane < 0) continue;
      const time = times[row] ?? 0;
      const at = bucketAt(this.#starts, time);
      if (at < 0) continue;
      const place = lane * this.#size + at;
      counts[place] = (counts[place] ?? 0) + 1;
      if (time < (firsts[place] ?? 0)) firsts[place] = time;
      if (time > (lasts[place] ?? 0)) lasts[place] = time;
    }
  }

  /** The pieces of a lane that hold rows, and how many: piece, count, piece, count … */
  acts(lane: number): readonly number[] {
    const acts: number[] = [];
    for (let at = 0; at < this.#size; at++) {
      const count = this.counts[lane * this.#size + at] ?? 0;
      if (count > 0) acts.push(at, count);
    }
    return acts;
  }

  /** The earliest and the latest time of a lane; undefined where it holds nothing. */
  ends(lane: number): Pause | undefined {
    const held = this.#held(lane);
    const [first, last] = [held[0], held.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    return { from: this.#first[first] ?? 0, to: this.#last[last] ?? 0 };
  }

  /** The longest stretches without a row, in the order of time. @param least milliseconds: shorter ones are none */
  pauses(lane: number, least: number, most: number): readonly Pause[] {
    const pauses: Pause[] = [];
    const held = this.#held(lane);
    for (let at = 1; at < held.length; at++) {
      const from = this.#last[held[at - 1] ?? 0] ?? 0;
      const to = this.#first[held[at] ?? 0] ?? 0;
      if (to - from >= least) pauses.push({ from, to });
    }
    pauses.sort((left, right) => right.to - right.from - (left.to - left.from));
    return pauses.slice(0, most).sort((left, right) => left.from - right.from);
  }

  #held(lane: number): readonly number[] {
    const held: number[] = [];
    for (let place = lane * this.#size; place < (lane + 1) * this.#size; place++)
      if ((this.counts[place] ?? 0) > 0) held.push(place);
    return held;
  }
}

/** How long nothing has to happen to be called a pause, by how long all takes: a twelfth of it, as a round length. */
export function leastPause(span: number): number {
  return PAUSES.filter((pause) => pause <= span / 12).at(-1) ?? MINUTE;
}

const MINUTE = 60_000;
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 1440, 2880, 10_080, 40_320, 131_040].map((minutes) => minutes * MINUTE);
