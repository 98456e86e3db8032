import { maybeSameHouse } from '../../investigate/own/house';
import type { StretchOfHouse } from '../../investigate/own/ownEvidence';
import { columns } from '../columns';
import { lastNotAbove } from '../lastNotAbove';
import { type AuditColumn, MS_MASK, MS_SHIFT, ROLES_LEFT_OUT } from '../ownColumns';
import type { SpeakingRows } from '../speakingRows';
import type { TextTable } from '../texts';
import { organizationsOf } from './organizationsOf';
import { type ReadRows, ReadRowsFinder } from './readRows';
import { SameNumbers } from './sameNumbers';
import { ThingMarks } from './thingMarks';
import { TupleNumbers } from './tupleNumbers';

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
  /** Numbers of texts of some rows, which ascend. */
  readonly things: (column: 'folder' | 'folderId', of: Uint32Array) => Uint32Array;
  /** Two numbers for each of some rows, which ascend: see `ThingMarks`. */
  readonly marks: (column: 'item' | 'attachment', of: Uint32Array) => Uint32Array;
  readonly chunks: readonly ReadRows[];
  /** The rows that one is of. */
  readonly from: (at: number) => SpeakingRows;
}

/** What rows have in common, by number, in the order in which it was met. What rows of several threads have in common may stand here twice. */
export interface ReadTuples {
  readonly size: number;
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
  /** Earliest and latest of its rows, in milliseconds since 1970; not a number where no time can be read. */
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Positions in a tuple, while it has numbers of one table. */
const [HOUSE, USER, OWNER, ROLE, PROTOCOL, ADDRESS, AGENT, BLIND] = [0, 1, 2, 3, 4, 5, 6, 7];
const TUPLE_WIDTH = 8;

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
  const tuples = new TupleNumbers(TUPLE_WIDTH, seed);
  const houses = new Houses();
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
    tuplesIn(read, houses, blindOf(own, blind), tuples, tupleOf.subarray(count, end));
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
  const placeOf = lastPlace(begins);
  return {
    ...found,
    tupleOf: ofRows,
    tuples: toldTuples(tuples, houses.list, texts, found.times, ofRows),
    texts,
    things: (column, of) => {
      const numbered = new Uint32Array(of.length);
      for (const { table, numbers, from } of textsOf(chunks, begins, column, of))
        numbered.set(texts.of(table, numbers), from);
      return numbered;
    },
    marks: (column, of) => {
      const marked = new Uint32Array(2 * of.length);
      for (const { table, numbers, from } of textsOf(chunks, begins, column, of))
        marks.put(table, numbers, marked, 2 * from);
      return marked;
    },
    chunks,
    from: (at) => {
      const chunk = chunks[placeOf(at)];
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

/** What a column has for some rows, which ascend: the numbers of texts of one chunk after the other. @param begins of chunks */
function* textsOf(
  chunks: readonly ReadRows[],
  begins: readonly number[],
  column: AuditColumn,
  of: Uint32Array,
): Generator<{ readonly table: TextTable; readonly numbers: Uint32Array; readonly from: number }> {
  let from = 0;
  for (const [at, { each, places }] of chunks.entries()) {
    const first = begins[at] ?? 0;
    const behind = first + places.length;
    const all = each.chunk.own.audit(column);
    const found = new Uint32Array(Math.min(places.length, of.length - from));
    let count = 0;
    for (let row = of[from] ?? behind; row < behind; row = of[from + count] ?? behind)
      found[count++] = all[places[row - first] ?? 0] ?? 0;
    if (count > 0) yield { table: each.chunk.own.texts, numbers: found.subarray(0, count), from };
    from += count;
  }
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

/** Whether a row of an organization is of a time in which its log was thinned out, as calls tell; one that does not say when it was may be. */
type IsBlind = (at: number, organization: string) => boolean;

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

/** A table of texts, and the number of an organization in it. */
interface House {
  readonly table: TextTable;
  readonly organization: number;
}

/** Numbers tables with their organizations; mostly there are few of both. */
class Houses {
  readonly list: House[] = [];
  readonly #known = new Map<TextTable, Map<number, number>>();

  numberOf(table: TextTable, organization: number): number {
    const known = this.#known.get(table) ?? new Map<number, number>();
    this.#known.set(table, known);
    const number = known.get(organization) ?? this.list.push({ table, organization }) - 1;
    known.set(organization, number);
    return number;
  }
}

/** What the rows of a chunk have in common with others. @param into the number of each */
function tuplesIn(
  { each: { chunk }, places }: ReadRows,
  houses: Houses,
  isBlind: IsBlind | undefined,
  tuples: TupleNumbers,
  into: Uint32Array,
): void {
  const { own } = chunk;
  const [users, owners, roles, protocols] = [
    own.audit('user'),
    own.audit('owner'),
    own.audit('impersonator'),
    own.audit('protocol'),
  ];
  const states = own.audit('state');
  const [addresses, agents] = [chunk.column(columns.address), chunk.column(columns.userAgent)];
  const tuple = new Uint32Array(TUPLE_WIDTH);
  const organizations = organizationsOf(chunk, places);
  let last = organizations[0] ?? 0;
  tuple[HOUSE] = houses.numberOf(own.texts, last);
  for (let at = 0; at < into.length; at++) {
    const place = places[at] ?? 0;
    const row = own.rows[place] ?? 0;
    const organization = organizations[at] ?? 0;
    if (organization !== last) {
      last = organization;
      tuple[HOUSE] = houses.numberOf(own.texts, last);
    }
    const [role, protocol] = [roles[place] ?? 0, protocols[place] ?? 0];
    const [address, agent] = [addresses[row] ?? 0, agents[row] ?? 0];
    tuple[USER] = users[place] ?? 0;
    tuple[OWNER] = owners[place] ?? 0;
    tuple[ROLE] = role;
    tuple[PROTOCOL] = protocol;
    tuple[ADDRESS] = address;
    tuple[AGENT] = agent;
    // Where it says neither from where, nor by what, nor through which role, nobody was asked to write it down.
    const isBare = protocol === 0 && address === 0 && agent === 0;
    // Whose role was used may stand there as the one whose mailbox it is.
    const isLeftOut = tuple[USER] === tuple[OWNER] && ((states[place] ?? 0) & ROLES_LEFT_OUT) !== 0;
    tuple[BLIND] = role === 0 && (isBare || isLeftOut || isBlind?.(at, own.texts.textOf(organization))) ? 1 : 0;
    into[at] = tuples.numberOf(tuple);
  }
}

/** The same with numbers of texts that mean the same in all tables, and when each was met. */
function toldTuples(
  tuples: TupleNumbers,
  houses: readonly House[],
  texts: SameNumbers,
  times: Float64Array,
  tupleOf: Uint32Array,
): ReadTuples {
  const { size } = tuples;
  const from = new Float64Array(size).fill(Number.NaN);
  const to = new Float64Array(size).fill(Number.NaN);
  for (let at = 0; at < times.length; at++) {
    const tuple = tupleOf[at] ?? 0;
    const time = times[at] ?? Number.NaN;
    if (Number.isNaN(time)) continue;
    if (!((from[tuple] ?? 0) <= time)) from[tuple] = time;
    if (!((to[tuple] ?? 0) >= time)) to[tuple] = time;
  }
  const ofAll = (position: number): Uint32Array => {
    const all = new Uint32Array(size);
    for (let tuple = 0; tuple < size; tuple++) {
      const house = houses[tuples.at(tuple, HOUSE)];
      if (house === undefined) continue;
      const number = position === HOUSE ? house.organization : tuples.at(tuple, position);
      all[tuple] = texts.ofOne(house.table, number);
    }
    return all;
  };
  const blindness = new Uint32Array(size);
  for (let tuple = 0; tuple < size; tuple++) blindness[tuple] = tuples.at(tuple, BLIND);
  return {
    size,
    organizations: ofAll(HOUSE),
    users: ofAll(USER),
    owners: ofAll(OWNER),
    roles: ofAll(ROLE),
    protocols: ofAll(PROTOCOL),
    addresses: ofAll(ADDRESS),
    agents: ofAll(AGENT),
    blindness,
    from,
    to,
  };
}
