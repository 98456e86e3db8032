import { byTime, type EventInLog, type EventList } from '../core/index';
import type { NumberedRows } from './numberedRows';

/** An event list whose members can be compared with those of another. */
export interface TimedList extends EventList {
  /** In milliseconds; infinite where it can't be read. */
  time(at: number): number;
}

/** Events by their numbers among the rows of some logs. */
export class RowList implements TimedList {
  readonly #rows: NumberedRows;
  readonly #numbers: Uint32Array;

  /** @param numbers of rows in ascending order */
  constructor(rows: NumberedRows, numbers: Uint32Array) {
    this.#rows = rows;
    this.#numbers = inTimeOrder(rows, numbers);
  }

  get length(): number {
    return this.#numbers.length;
  }

  slice(from = 0, to = this.length): readonly EventInLog[] {
    return Array.from(this.#numbers.subarray(from, to), (number) => this.#rows.event(number));
  }

  indexOf({ log, facts }: EventInLog): number {
    const number = this.#rows.numberOf(log, facts.index);
    return number === undefined ? -1 : this.#numbers.indexOf(number);
  }

  time(at: number): number {
    return timeOf(this.#rows, this.#numbers[at] ?? 0);
  }
}

/** Two lists as one. Where events happened at one time, those of the first come first. */
export class MergedList implements EventList {
  readonly #lists: readonly [TimedList, TimedList];
  /** Positions in the first list, and in the second one as what is missing to -1. */
  readonly #places: Int32Array;

  constructor(first: TimedList, second: TimedList) {
    this.#lists = [first, second];
    this.#places = new Int32Array(first.length + second.length);
    let [left, right] = [0, 0];
    for (let at = 0; at < this.#places.length; at++) {
      const isFirst = right >= second.length || (left < first.length && first.time(left) <= second.time(right));
      this.#places[at] = isFirst ? left++ : -1 - right++;
    }
  }

  get length(): number {
    return this.#places.length;
  }

  slice(from = 0, to = this.length): readonly EventInLog[] {
    const [first, second] = this.#lists;
    return Array.from(this.#places.subarray(from, to)).flatMap((place) =>
      place >= 0 ? first.slice(place, place + 1) : second.slice(-1 - place, -place),
    );
  }

  indexOf(event: EventInLog): number {
    const [first, second] = this.#lists;
    const own = first.indexOf(event);
    const place = own >= 0 ? own : -1 - second.indexOf(event);
    return own < 0 && place === 0 ? -1 : this.#places.indexOf(place);
  }
}

function timeOf(rows: NumberedRows, number: number): number {
  const { numbered, row } = rows.slot(number);
  const time = numbered.piece.rows.time(row);
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

/** By time, then by number, which is the order of logs and of records in them. */
function inTimeOrder(rows: NumberedRows, numbers: Uint32Array): Uint32Array {
  const times = Float64Array.from(numbers, (number) => timeOf(rows, number));
  const { isOrdered, earliest, latest } = reachOf(times);
  if (isOrdered) return numbers;
  // Both in one number, where there is room for them, are sorted many times as fast.
  const unknown = (latest - earliest) / 1000 + 1;
  if ((unknown + 1) * rows.count > Number.MAX_SAFE_INTEGER || !Number.isInteger(unknown)) {
    return numbers.slice().sort((left, right) => byTime(rows.event(left), rows.event(right)));
  }
  const keys = times.map((time, at) => {
    const second = time === Number.POSITIVE_INFINITY ? unknown : (time - earliest) / 1000;
    return second * rows.count + (numbers[at] ?? 0);
  });
  return Uint32Array.from(keys.sort(), (key) => key % rows.count);
}

/** Times are to the second. @returns the earliest and the latest that is known, and whether they are in order as they stand */
function reachOf(times: Float64Array): {
  readonly isOrdered: boolean;
  readonly earliest: number;
  readonly latest: number;
} {
  let isOrdered = true;
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  let before = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    isOrdered &&= time >= before;
    before = time;
    if (time < earliest) earliest = time;
    if (time !== Number.POSITIVE_INFINITY && time > latest) latest = time;
  }
  return { isOrdered, earliest, latest };
}
