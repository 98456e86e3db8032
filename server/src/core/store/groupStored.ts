import type { EventRow } from '../investigate/eventRow';
import { type RowField, rowFields } from '../investigate/rowFields';
import type { RowGroup } from '../investigate/rowGroups';
import { isoSecond } from '../investigate/utcText';
import { columns } from './columns';
import { grownNumbers } from './grownNumbers';
import { type Keys, keysOfRowField } from './keysOf';
import { PairNumbers } from './pairNumbers';
import type { AsEventRow } from './pickedRows';
import type { RowChunk } from './rowChunk';
import { FAILED, outcomeBits } from './rowState';
import { ValueNumbers } from './valueNumbers';

/** Fields that are read from one place, and where each stands among all fields. */
interface Part {
  readonly places: readonly number[];
  readonly numbers: ValueNumbers<EventRow>;
}

/** The earliest and the latest of the times that are no seconds since 1970, as they are told. */
interface OddTimes {
  readonly first: string;
  readonly last: string;
}

const FIRST_ROOM = 1024;
/** What is known of a group: rows, and those that failed; the earliest and the latest second since 1970, 0 where there is none. */
const SUMS = { count: 0, failed: 1, first: 2, last: 3, width: 4 } as const;

/**
 * Groups rows as `groupRows` does, chunk by chunk: what rows say in fields of one column is looked at once for each number there, and
 * groups are numbers until they are asked for.
 */
export class GroupStored {
  readonly #width: number;
  readonly #parts: readonly Part[];
  /** Numbers the groups of the first two parts, of those and the third, and so on. */
  readonly #pairs: readonly PairNumbers[];
  #groupOf: Uint32Array = new Uint32Array(0);
  #other: Uint32Array = new Uint32Array(0);
  /** Four numbers of each group: see `SUMS`. */
  #sums: Uint32Array = new Uint32Array(FIRST_ROOM);
  readonly #odd = new Map<number, OddTimes>();

  /**
   * @param fields at least one
   * @param seed a number that nobody who writes logs can know
   */
  constructor(fields: readonly RowField[], asRow: AsEventRow, seed: number) {
    this.#width = fields.length;
    this.#parts = partsOf(fields, asRow);
    this.#pairs = this.#parts.slice(1).map(() => new PairNumbers(seed));
  }

  /** How many groups there are. */
  get size(): number {
    return this.#pairs.at(-1)?.size ?? this.#parts[0]?.numbers.size ?? 0;
  }

  /** @param rows positions in the chunk, in ascending order */
  add(chunk: RowChunk, rows: Uint32Array): void {
    const groupOf = this.#groupsOf(chunk, rows);
    const sums = grownNumbers(this.#sums, SUMS.width * this.size);
    const states = chunk.column(columns.state);
    const times = chunk.column(columns.time);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const group = groupOf[at] ?? 0;
      const sum = SUMS.width * group;
      sums[sum] = (sums[sum] ?? 0) + 1;
      if (outcomeBits(states[row] ?? 0) === FAILED) sums[sum + SUMS.failed] = (sums[sum + SUMS.failed] ?? 0) + 1;
      const time = times[row] ?? 0;
      if (time === 0) this.#addOdd(group, chunk, row);
      else {
        // An absent first is 0, which this makes the largest of all.
        if (time - 1 < ((sums[sum + SUMS.first] ?? 0) - 1) >>> 0) sums[sum + SUMS.first] = time;
        if (time > (sums[sum + SUMS.last] ?? 0)) sums[sum + SUMS.last] = time;
      }
    }
    this.#sums = sums;
  }

  /** @returns the largest first, of one size in the order in which they were met */
  groups(): readonly RowGroup[] {
    const order = Uint32Array.from({ length: this.size }, (_, group) => group);
    order.sort((left, right) => this.#sum(right, 'count') - this.#sum(left, 'count') || left - right);
    return Array.from(order, (group) => this.#told(group));
  }

  #sum(group: number, which: 'count' | 'failed' | 'first' | 'last'): number {
    return this.#sums[SUMS.width * group + SUMS[which]] ?? 0;
  }

  #groupsOf(chunk: RowChunk, rows: Uint32Array): Uint32Array {
    this.#groupOf = roomFor(this.#groupOf, rows.length);
    const [first, ...others] = this.#parts;
    first?.numbers.write(chunk, rows, this.#groupOf);
    let groups = first?.numbers.size ?? 0;
    if (others.length > 0) this.#other = roomFor(this.#other, rows.length);
    for (const [at, { numbers }] of others.entries()) {
      const pairs = this.#pairs[at];
      numbers.write(chunk, rows, this.#other);
      pairs?.combine(this.#groupOf, this.#other, rows.length, [groups, numbers.size]);
      groups = pairs?.size ?? 0;
    }
    return this.#groupOf;
  }

  #addOdd(group: number, chunk: RowChunk, row: number): void {
    const note = chunk.notes.times.get(row);
    if (note === undefined || Number.isNaN(note.ms)) return;
    const known = this.#odd.get(group) ?? { first: note.text, last: note.text };
    this.#odd.set(group, { first: earlier(known.first, note.text), last: later(known.last, note.text) });
  }

  #told(group: number): RowGroup {
    const values = new Array<RowGroup['values'][number]>(this.#width).fill(undefined);
    let rest = group;
    for (let at = this.#parts.length - 1; at >= 0; at--) {
      const pairs = at === 0 ? undefined : this.#pairs[at - 1];
      const part = this.#parts[at];
      const said = part?.numbers.values(pairs?.right(rest) ?? rest) ?? [];
      for (const [index, place] of part?.places.entries() ?? []) values[place] = said[index];
      rest = pairs?.left(rest) ?? rest;
    }
    const first = this.#sum(group, 'first');
    const odd = this.#odd.get(group) ?? { first: '', last: '' };
    return {
      values,
      count: this.#sum(group, 'count'),
      failed: this.#sum(group, 'failed'),
      first: earlier(first === 0 ? '' : isoSecond(1000 * first), odd.first),
      last: later(first === 0 ? '' : isoSecond(1000 * this.#sum(group, 'last')), odd.last),
    };
  }
}

/** Fields of one column are looked at together. */
function partsOf(fields: readonly RowField[], asRow: AsEventRow): readonly Part[] {
  const placesOf = new Map<Keys | RowField, number[]>();
  for (const [place, field] of fields.entries()) {
    const source = keysOfRowField[field] ?? field;
    const places = placesOf.get(source) ?? [];
    places.push(place);
    placesOf.set(source, places);
  }
  return Array.from(placesOf, ([source, places]) => {
    const cells = places.flatMap((place) => fields[place] ?? []).map((field) => rowFields[field]);
    const valuesOf = (row: EventRow) => cells.map((cell) => cell(row));
    const keys = typeof source === 'string' ? undefined : source;
    return { places, numbers: new ValueNumbers({ valuesOf, keys, asRow }) };
  });
}

function roomFor(numbers: Uint32Array, count: number): Uint32Array {
  return numbers.length < count ? new Uint32Array(count) : numbers;
}

/** Times of all years that are written in four digits are in the order of their texts; the empty one is none. */
function earlier(left: string, right: string): string {
  return right === '' || (left !== '' && left < right) ? left : right;
}

function later(left: string, right: string): string {
  return left > right ? left : right;
}
