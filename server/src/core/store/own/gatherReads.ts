import { maybeSameHouse } from '../../investigate/own/house';
import type { StretchOfHouse } from '../../investigate/own/ownEvidence';
import { columns } from '../columns';
import { lastNotAbove } from '../lastNotAbove';
import { type AuditColumn, MS_MASK, MS_SHIFT } from '../ownColumns';
import type { SpeakingRows } from '../speakingRows';
import type { TextTable } from '../texts';
import { pick } from './foundOfAlike';
import { type ReadRows, ReadRowsFinder } from './readRows';
import { type IsBlind, ReadTupleNumbers, TUPLE } from './readTupleNumbers';
import { SameNumbers } from './sameNumbers';
import { ThingMarks } from './thingMarks';
import { type TupleTimes, tupleTimes } from './tupleTimes';

/** Rows of the mailbox access log that tell of reading, of all chunks one behind the other. */
export interface GatheredReads {
  readonly count: number;
  /** See `READ`. */
  readonly kinds: Uint8Array;
  /** In `chunk.own` of the chunk that `from` tells. */
  readonly places: Uint32Array;
  /** In milliseconds since 1970; not a number where none can be read. */
  readonly times: Float64Array;
  /** Who read, in which mailbox, by what and from where: a number of `tuples`. */
  readonly tupleOf: Uint32Array;
  readonly tuples: ReadTuples;
  /** What all numbers of texts stand for. */
  readonly texts: SameNumbers;
  /** Numbers of texts, by row, in the table that its house has. */
  readonly numbers: (column: AuditColumn) => Uint32Array;
  /** Of a number in the table of a house that of `texts`. */
  readonly sameText: (house: number, number: number) => number;
  /** Two numbers for each row: see `ThingMarks`. @param placeOf by row where they go */
  readonly marks: (column: AuditColumn, placeOf: Uint32Array) => Uint32Array;
  readonly chunks: readonly ReadRows[];
  /** The rows that one is of. */
  readonly from: (at: number) => SpeakingRows;
}

/** What rows have in common, by number, in the order in which it was met. What rows of several threads have in common may stand here twice. */
export interface ReadTuples extends TupleTimes {
  readonly size: number;
  /** Each has one table of texts, and names one organization or none. */
  readonly houses: Uint32Array;
  /** Numbers of texts. */
  readonly organizations: Uint32Array;
  readonly users: Uint32Array;
  readonly owners: Uint32Array;
  readonly roles: Uint32Array;
  readonly protocols: Uint32Array;
  readonly addresses: Uint32Array;
  readonly agents: Uint32Array;
  /** 1 where the log did not tell of roles. */
  readonly blindness: Uint32Array;
}

/** @param seed a number that nobody who writes logs can know */
export function gatherReads(
  rows: readonly SpeakingRows[],
  blind: readonly StretchOfHouse[],
  seed: number,
): GatheredReads {
  const all = rows.filter(({ chunk }) => chunk.own.count > 0);
  // What no row needs of it is never touched.
  const room = all.reduce((sum, { chunk }) => sum + chunk.own.count, 0);
  const kinds = new Uint8Array(room);
  const places = new Uint32Array(room);
  const times = new Float64Array(room);
  const tupleOf = new Uint32Array(room);
  const tables = new Set<TextTable>();
  for (const { chunk } of all) tables.add(chunk.own.texts);
  const texts = new SameNumbers(tables, seed);
  const marks = new ThingMarks(tables, texts);
  const tuples = new ReadTupleNumbers(seed);
  const finder = new ReadRowsFinder();
  const chunks: ReadRows[] = [];
  const begins: number[] = [];
  let count = 0;
  for (const each of all) {
    const found = finder.find(each, kinds.subarray(count), places.subarray(count));
    const end = count + found;
    const read = { each, places: places.subarray(count, end) };
    const own = times.subarray(count, end);
    timesIn(read, own);
    tuples.put(read, blindOf(own, blind), tupleOf.subarray(count, end));
    chunks.push(read);
    begins.push(count);
    count = end;
  }
  const found = {
    count,
    kinds: kinds.subarray(0, count),
    places: places.subarray(0, count),
    times: times.subarray(0, count),
  };
  const ofRows = tupleOf.subarray(0, count);
  const chunkOf = lastPlace(begins);
  const numbersOf = (column: AuditColumn): Uint32Array => {
    const numbers = new Uint32Array(count);
    for (const [at, { each, places: of }] of chunks.entries())
      pick(each.chunk.own.audit(column), of, numbers.subarray(begins[at], (begins[at] ?? 0) + of.length));
    return numbers;
  };
  return {
    ...found,
    tupleOf: ofRows,
    tuples: toldTuples(tuples, texts, found.times, ofRows),
    texts,
    numbers: (column) => numbersOf(column),
    sameText: (house, number) => {
      const table = tuples.houses[house]?.table;
      return table === undefined ? 0 : (texts.of(table, Uint32Array.of(number))[0] ?? 0);
    },
    marks: (column, placeOf) => {
      const numbers = numbersOf(column);
      const marked = new Uint32Array(2 * count);
      for (const [at, { each, places: of }] of chunks.entries()) {
        const [begin, end] = [begins[at] ?? 0, (begins[at] ?? 0) + of.length];
        marks.put(each.chunk.own.texts, numbers.subarray(begin, end), placeOf.subarray(begin, end), marked);
      }
      return marked;
    },
    chunks,
    from: (at) => {
      const chunk = chunks[chunkOf(at)];
      if (chunk === undefined) throw new RangeError(`There is no row ${at}.`);
      return chunk.each;
    },
  };
}

/** The place of the last of some ascending numbers that is not above another. Mostly it is the one that was found last. */
function lastPlace(begins: readonly number[]): (number: number) => number {
  let place = 0;
  return (number) => {
    if (number < (begins[place] ?? 0) || number >= (begins[place + 1] ?? Number.POSITIVE_INFINITY))
      place = lastNotAbove(begins.length, (each) => begins[each] ?? 0, number);
    return place;
  };
}

function timesIn({ each: { chunk }, places }: ReadRows, into: Float64Array): void {
  const { rows } = chunk.own;
  const seconds = chunk.column(columns.time);
  const states = chunk.own.audit('state');
  for (let at = 0; at < into.length; at++) {
    const place = places[at] ?? 0;
    const second = seconds[rows[place] ?? 0] ?? 0;
    into[at] = second === 0 ? Number.NaN : 1000 * second + (((states[place] ?? 0) >> MS_SHIFT) & MS_MASK);
  }
}

/** @param times of rows */
function blindOf(times: Float64Array, blind: readonly StretchOfHouse[]): IsBlind | undefined {
  if (blind.length === 0) return undefined;
  return (at, organization) => {
    const time = times[at] ?? Number.NaN;
    return blind.some(
      ({ from, to, organization: of }) =>
        maybeSameHouse(of, organization) && (Number.isNaN(time) || (time >= from && time < to)),
    );
  };
}

/** The same with numbers of texts that mean the same in all tables, and when each was met. */
function toldTuples(
  { numbers, houses }: ReadTupleNumbers,
  texts: SameNumbers,
  times: Float64Array,
  tupleOf: Uint32Array,
): ReadTuples {
  const { size } = numbers;
  const housesOf = numbers.column(TUPLE.house);
  const ofAll = (position: number): Uint32Array => texts.ofSome(housesOf, houses, numbers.column(position));
  return {
    size,
    houses: housesOf,
    organizations: texts.ofSome(
      housesOf,
      houses,
      housesOf.map((house) => houses[house]?.organization ?? 0),
    ),
    users: ofAll(TUPLE.user),
    owners: ofAll(TUPLE.owner),
    roles: ofAll(TUPLE.role),
    protocols: ofAll(TUPLE.protocol),
    addresses: ofAll(TUPLE.address),
    agents: ofAll(TUPLE.agent),
    blindness: numbers.column(TUPLE.blind),
    ...tupleTimes(times, tupleOf, size),
  };
}
