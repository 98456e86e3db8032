import type { Act } from '../../investigate/act';
import { housesApart } from '../../investigate/own/housesApart';
import type {
  Door,
  MailboxReads,
  PartOf,
  ProgramSeen,
  ReadCell,
  ReadCounts,
  StretchOfHouse,
} from '../../investigate/own/ownEvidence';
import { actAt, type SpeakingRows } from '../speakingRows';
import { countReads } from './countReads';
import { earliestPlaces } from './earliestPlaces';
import { type GatheredReads, gatherReads } from './gatherReads';
import { GroupedRows } from './groupedRows';
import { type PartedReads, partedReads } from './partedReads';
import { READ } from './readKinds';
import { TupleNumbers } from './tupleNumbers';

/**
 * Who read what in which mailbox, as rows of the mailbox access log tell: loops over columns, and texts only of what differs.
 *
 * @param seed a number that nobody who writes logs can know
 */
export function mailboxReads(
  rows: readonly SpeakingRows[],
  doorOf: (cell: ReadCell) => Door,
  blind: readonly StretchOfHouse[],
  seed: number,
  partOf: PartOf = () => undefined,
): readonly MailboxReads[] {
  const gathered = gatherReads(rows, blind, seed);
  if (gathered.count === 0) return [];
  const reads = partedReads(gathered, partOf);
  const groups = groupsOf(reads, doorOf, seed);
  const groupOf = groupsOfRows(reads, groups.ofTuple);
  const grouped = new GroupedRows(reads.kinds, groupOf, groups.list.length);
  const counts = countReads(reads, groupOf, grouped, seed);
  return groups.list.flatMap((group, number) => {
    // What only might have been refused is told beside what was read, and not alone.
    if (((grouped.all[number] ?? 0) & READ.beside) !== 0) return [];
    return toldGroup(
      reads,
      group,
      { count: grouped.countOf(number), rows: () => grouped.rowsOf(number) },
      counts[number],
    );
  });
}

/** Rows of one group. */
interface Members {
  readonly count: number;
  /** Ascending. */
  readonly rows: () => Uint32Array;
}

function groupsOfRows({ tupleOf }: GatheredReads, ofTuple: Uint32Array): Uint32Array {
  const found = new Uint32Array(tupleOf.length);
  for (let at = 0; at < found.length; at++) found[at] = ofTuple[tupleOf[at] ?? 0] ?? 0;
  return found;
}

function toldGroup(reads: GatheredReads, group: Group, own: Members, counts: ReadCounts | undefined): MailboxReads {
  const { cells, door } = group;
  const [{ user, owner, role } = NO_CELL] = cells;
  return {
    organization: cells.find(({ organization }) => organization !== '')?.organization ?? '',
    user,
    owner,
    role,
    door,
    cells,
    ...(counts ?? NOTHING),
    get programs() {
      return programsOf(reads, group);
    },
    records: own.count,
    times: () =>
      Float64Array.from(own.rows(), (at) => reads.times[at] ?? Number.NaN)
        .filter(isNumber)
        .sort(),
    acts: (most) => actsOf(reads, most === 1 ? [earliestOf(reads, group)] : earliestPlaces(own.rows(), most, reads)),
  };
}

const NOTHING: ReadCounts = {
  items: undefined,
  folders: undefined,
  attachments: undefined,
  refused: undefined,
  previews: false,
};
const NO_CELL = { user: '', owner: '', role: '' };

function programsOf({ tuples, texts }: GatheredReads, group: Group): readonly ProgramSeen[] {
  const found = new Map<number, number>();
  for (const tuple of group.tuples) {
    const agent = tuples.agents[tuple] ?? 0;
    if (agent === 0) continue;
    const time = tuples.from[tuple] ?? Number.NaN;
    const known = found.get(agent);
    // What is no number is later than any time.
    if (known === undefined || time < known || Number.isNaN(known)) found.set(agent, time);
  }
  return Array.from(found, ([number, from]) => ({ program: texts.textOf(number), from })).sort((left, right) =>
    left.program < right.program ? -1 : 1,
  );
}

function isNumber(time: number): boolean {
  return !Number.isNaN(time);
}

/** The first of the earliest rows of a group. */
function earliestOf({ tuples }: GatheredReads, group: Group): number {
  let found = Number.POSITIVE_INFINITY;
  let earliest = Number.POSITIVE_INFINITY;
  for (const tuple of group.tuples) {
    const time = tuples.from[tuple] ?? Number.NaN;
    const from = Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
    const row = tuples.first[tuple] ?? 0;
    if (from > earliest || (from === earliest && row > found)) continue;
    earliest = from;
    found = row;
  }
  return found;
}

function actsOf(reads: GatheredReads, places: readonly number[]): readonly Act[] {
  return places.map((at) => {
    const each = reads.from(at);
    return actAt(each, each.chunk.own.rows[reads.places[at] ?? 0] ?? 0);
  });
}

interface Group {
  readonly door: Door;
  readonly cells: ReadCell[];
  /** Numbers of `reads.tuples`. */
  readonly tuples: number[];
}

/**
 * What has one user, mailbox, role and door, in one organization: where logs tell of several, those that do not say it stand apart. And
 * in one part of the time, where some are asked for.
 */
function groupsOf(
  reads: PartedReads,
  doorOf: (cell: ReadCell) => Door,
  seed: number,
): { readonly list: readonly Group[]; readonly ofTuple: Uint32Array } {
  const list: Group[] = [];
  const known = new Map<string, number>();
  const { cellOf, cells, parts } = cellsOf(reads, seed);
  const houseOf = housesApart(cells.map(({ organization }) => organization));
  const ofCell = cells.map((cell, at) => {
    const door = doorOf(cell);
    const key = [cell.user, cell.owner, cell.role, door, houseOf(cell.organization), parts[at]].join('\u0000');
    let number = known.get(key);
    if (number === undefined) {
      number = list.push({ door, cells: [], tuples: [] }) - 1;
      known.set(key, number);
    }
    list[number]?.cells.push(cell);
    return number;
  });
  const ofTuple = cellOf.map((cell) => ofCell[cell] ?? 0);
  for (const [tuple, group] of ofTuple.entries()) list[group]?.tuples.push(tuple);
  return { list, ofTuple };
}

/** Numbers what has one user, mailbox, role, protocol and address. */
function cellsOf(
  { tuples, texts, partOf }: PartedReads,
  seed: number,
): { readonly cellOf: Uint32Array; readonly cells: readonly ReadCell[]; readonly parts: readonly string[] } {
  const { organizations, users, owners, roles, protocols, addresses, blindness } = tuples;
  const named: string[] = [];
  const numberOfPart = new Map<string, number>();
  const parts = Uint32Array.from({ length: tuples.size }, (_, tuple) => {
    const part = partOf(tuple);
    const number = numberOfPart.get(part) ?? named.push(part) - 1;
    numberOfPart.set(part, number);
    return number;
  });
  const told = [users, owners, roles, protocols, addresses, blindness, organizations, parts];
  const numbers = new TupleNumbers(told.length, seed);
  const cellOf = numbers.of(told, tuples.size);
  const { size } = numbers;
  const from = new Float64Array(size).fill(Number.NaN);
  const to = new Float64Array(size).fill(Number.NaN);
  for (const [tuple, cell] of cellOf.entries()) {
    const first = tuples.from[tuple] ?? Number.NaN;
    const last = tuples.to[tuple] ?? Number.NaN;
    if (Number.isNaN(first)) continue;
    if (!((from[cell] ?? 0) <= first)) from[cell] = first;
    if (!((to[cell] ?? 0) >= last)) to[cell] = last;
  }
  const cells = Array.from({ length: size }, (_, cell): ReadCell => {
    const text = (position: number): string => texts.textOf(numbers.at(cell, position));
    return {
      user: text(0),
      owner: text(1),
      role: text(2),
      protocol: text(3),
      address: text(4),
      isBlind: numbers.at(cell, 5) === 1,
      organization: text(6),
      from: from[cell] ?? Number.NaN,
      to: to[cell] ?? Number.NaN,
    };
  });
  return { cellOf, cells, parts: cells.map((_, cell) => named[numbers.at(cell, 7)] ?? '') };
}
