import type { Act } from '../../investigate/act';
import type { Door, MailboxReads, ProgramSeen, ReadCell, ReadCounts, Stretch } from '../../investigate/own/ownEvidence';
import { actAt, type SpeakingRows } from '../speakingRows';
import { countReads } from './countReads';
import { earliestPlaces } from './earliestPlaces';
import { type GatheredReads, gatherReads } from './gatherReads';
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
  blind: readonly Stretch[],
  seed: number,
): readonly MailboxReads[] {
  const reads = gatherReads(rows, blind, seed);
  if (reads.count === 0) return [];
  const { cellOf, cells } = cellsOf(reads, seed);
  const groups = groupsOf(cells, doorOf);
  for (let at = 0; at < reads.count; at++) cellOf[at] = groups.ofCell[cellOf[at] ?? 0] ?? 0;
  const counts = countReads(reads, cellOf, groups.list.length, seed);
  const members = membersOf(cellOf, groups.list.length);
  return groups.list.flatMap((group, number) => {
    const own = members(number);
    // What only might have been refused is told beside what was read, and not alone.
    if (own.every((at) => ((reads.kinds[at] ?? 0) & READ.beside) !== 0)) return [];
    return toldGroup(reads, group, own, counts[number]);
  });
}

function toldGroup(reads: GatheredReads, group: Group, own: Uint32Array, counts: ReadCounts | undefined): MailboxReads {
  const { cells, door } = group;
  const [{ user, owner, role } = NO_CELL] = cells;
  return {
    user,
    owner,
    role,
    door,
    cells,
    ...(counts ?? NOTHING),
    get programs() {
      return programsOf(reads, own);
    },
    records: own.length,
    times: () =>
      Float64Array.from(own, (at) => reads.times[at] ?? Number.NaN)
        .filter((time) => !Number.isNaN(time))
        .sort(),
    acts: (most) => actsOf(reads, own, most),
  };
}

const NOTHING: ReadCounts = { items: undefined, folders: undefined, attachments: undefined, refused: undefined };
const NO_CELL = { user: '', owner: '', role: '' };

function programsOf({ agents, times, texts }: GatheredReads, own: Uint32Array): readonly ProgramSeen[] {
  const found = new Map<number, number>();
  for (const at of own) {
    const agent = agents[at] ?? 0;
    if (agent === 0) continue;
    const [time, known] = [times[at] ?? Number.NaN, found.get(agent)];
    // What is no number is later than any time.
    if (known === undefined || time < known || Number.isNaN(known)) found.set(agent, time);
  }
  return Array.from(found, ([number, from]) => ({ program: texts.textOf(number), from })).sort((left, right) =>
    left.program < right.program ? -1 : 1,
  );
}

function actsOf(reads: GatheredReads, own: Uint32Array, most: number): readonly Act[] {
  const acts: Act[] = [];
  for (const at of earliestPlaces(own, most, reads)) {
    const each = reads.from(at);
    const place = reads.places[at] ?? 0;
    acts.push(actAt(each, each.chunk.own.rows[place] ?? 0));
  }
  return acts;
}

/** The places of each group, in the order they were met. */
function membersOf(groupOf: Uint32Array, count: number): (group: number) => Uint32Array {
  const begins = new Uint32Array(count + 1);
  for (const group of groupOf) begins[group + 1] = (begins[group + 1] ?? 0) + 1;
  for (let group = 0; group < count; group++) begins[group + 1] = (begins[group + 1] ?? 0) + (begins[group] ?? 0);
  const next = begins.slice();
  const sorted = new Uint32Array(groupOf.length);
  for (let at = 0; at < groupOf.length; at++) {
    const group = groupOf[at] ?? 0;
    const to = next[group] ?? 0;
    sorted[to] = at;
    next[group] = to + 1;
  }
  return (group) => sorted.subarray(begins[group] ?? 0, begins[group + 1] ?? 0);
}

interface Group {
  readonly door: Door;
  readonly cells: ReadCell[];
}

function groupsOf(
  cells: readonly ReadCell[],
  doorOf: (cell: ReadCell) => Door,
): { readonly list: readonly Group[]; readonly ofCell: Uint32Array } {
  const list: Group[] = [];
  const known = new Map<string, number>();
  const ofCell = new Uint32Array(cells.length);
  for (const [at, cell] of cells.entries()) {
    const door = doorOf(cell);
    const key = [cell.user, cell.owner, cell.role, door].join('\u0000');
    let number = known.get(key);
    if (number === undefined) {
      number = list.push({ door, cells: [] }) - 1;
      known.set(key, number);
    }
    list[number]?.cells.push(cell);
    ofCell[at] = number;
  }
  return { list, ofCell };
}

/** Numbers what has one user, mailbox, role, protocol and address. */
function cellsOf(reads: GatheredReads, seed: number): { readonly cellOf: Uint32Array; readonly cells: ReadCell[] } {
  const { users, owners, roles, protocols, addresses, blindness, texts, times, count } = reads;
  const tuples = new TupleNumbers(6, seed);
  const cellOf = tuples.of([users, owners, roles, protocols, addresses, blindness], count);
  const { size } = tuples;
  const from = new Float64Array(size).fill(Number.NaN);
  const to = new Float64Array(size).fill(Number.NaN);
  for (let at = 0; at < count; at++) {
    const cell = cellOf[at] ?? 0;
    const time = times[at] ?? Number.NaN;
    if (Number.isNaN(time)) continue;
    if (!((from[cell] ?? 0) <= time)) from[cell] = time;
    if (!((to[cell] ?? 0) >= time)) to[cell] = time;
  }
  const cells = Array.from({ length: size }, (_, cell): ReadCell => {
    const text = (position: number): string => texts.textOf(tuples.at(cell, position));
    return {
      user: text(0),
      owner: text(1),
      role: text(2),
      protocol: text(3),
      address: text(4),
      isBlind: tuples.at(cell, 5) === 1,
      from: from[cell] ?? Number.NaN,
      to: to[cell] ?? Number.NaN,
    };
  });
  return { cellOf, cells };
}
