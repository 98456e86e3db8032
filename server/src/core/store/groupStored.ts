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

const FIRST_ROOM = 256;

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
  #counts: Uint32Array = new Uint32Array(FIRST_ROOM);
  #failed: Uint32Array = new Uint32Array(FIRST_ROOM);
  /** In seconds since 1970; 0 where there is none. */
  #first: Uint32Array = new Uint32Array(FIRST_ROOM);
  #last: Uint32Array = new Uint32Array(FIRST_ROOM);
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
    const most = this.size;
    const counts = grownNumbers(this.#counts, most);
    const failed = grownNumbers(this.#failed, most);
    const first = grownNumbers(this.#first, most);
    const last = grownNumbers(this.#last, most);
    const states = chunk.column(columns.state);
    const times = chunk.column(columns.time);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const group = groupOf[at] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
      if (outcomeBits(states[row] ?? 0) === FAILED) failed[group] = (failed[group] ?? 0) + 1;
      const time = times[row] ?? 0;
      if (time === 0) this.#addOdd(group, chunk, row);
      else {
        // An absent first is 0, which this makes the largest of all.
        if (time - 1 < ((first[group] ?? 0) - 1) >>> 0) first[group] = time;
        if (time > (last[group] ?? 0)) last[group] = time;
      }
    }
    this.#counts = counts;
    this.#failed = failed;
    this.#first = first;
    this.#last = last;
  }

  /** @returns the largest first, of one size in the order in which they were met */
  groups(): readonly RowGroup[] {
    const order = Uint32Array.from({ length: this.size }, (_, group) => group);
    const counts = this.#counts;
    order.sort((left, right) => (counts[right] ?? 0) - (counts[left] ?? 0) || left - right);
    return Array.from(order, (group) => this.#told(group));
  }

  #groupsOf(chunk: RowChunk, rows: Uint32Array): Uint32Array {
    this.#groupOf = roomFor(this.#groupOf, rows.length);
    const [first, ...others] = this.#parts;
    first?.numbers.write(chunk, rows, this.#groupOf);
    if (others.length > 0) this.#other = roomFor(this.#other, rows.length);
    for (const [at, part] of others.entries()) {
      part.numbers.write(chunk, rows, this.#other);
      this.#pairs[at]?.combine(this.#groupOf, this.#other, rows.length);
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
    const first = this.#first[group] ?? 0;
    const odd = this.#odd.get(group) ?? { first: '', last: '' };
    return {
      values,
      count: this.#counts[group] ?? 0,
      failed: this.#failed[group] ?? 0,
      first: earlier(first === 0 ? '' : isoSecond(1000 * first), odd.first),
      last: later(first === 0 ? '' : isoSecond(1000 * (this.#last[group] ?? 0)), odd.last),
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
