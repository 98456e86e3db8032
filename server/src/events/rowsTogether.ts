import {
  type ActionGroup,
  byWholeness,
  distinctKey,
  type EventInLog,
  groupKeyOf,
  readDistinctKey,
  requestKey,
} from '../core/index';
import type { EventLog, NamesOfRows } from '../documents/eventLog';
import { EventTable } from '../documents/logIndex/eventTable';
import { callsInRows } from './callsInRows';
import { RowList } from './eventList';
import { chunksOf, type InChunk, speakingIn } from './inChunks';
import { NumberedRows } from './numberedRows';
import { emptyGroup, type RowGroup } from './rowGroup';

/** Which rows answer a question, by number: 1 for those that do. */
export type Picks = Uint8Array;

/** The part of a group that somebody asks for. */
export interface GroupPart {
  /** Absent: all rows. */
  readonly picks?: Picks;
  /** Rows for which an event outside of these logs speaks. */
  readonly silenced: ReadonlySet<number>;
}

/**
 * The events of some logs looked at together, made from columns: each once, however often it was delivered, and by group. The copy
 * that speaks for an event stands in its group, the others are found through it. A keystroke makes all of it anew for the logs
 * that are open, so it must not look at every record of a large log as an object. Rows of all logs are numbered through.
 */
export class RowsTogether {
  readonly rows: NumberedRows;
  readonly #table: EventTable;
  readonly #groups = new Map<string, RowGroup>();
  /** The group of each row; -1 for those that only repeat another one. */
  readonly #groupOf: Int32Array;
  /** Rows that only repeat an event that another one speaks for, witnesses of a call among them. */
  readonly #silent = new Set<number>();
  /** The speaking record of a call, by the key of its witness. */
  readonly #callOf = new Map<string, EventInLog>();
  /** All records of its witnesses, by the key of a call. */
  readonly #witnessesOf = new Map<string, EventInLog[]>();
  readonly #lists = new Map<string, RowList>();
  #inChunks: readonly InChunk[] | undefined;

  private constructor(rows: NumberedRows) {
    this.rows = rows;
    this.#table = new EventTable(rows.count);
    this.#groupOf = new Int32Array(rows.count).fill(-1);
  }

  /**
   * Yields now and then, because a million rows take a while.
   *
   * @param firstLog position of the first log
   */
  static *collect(logs: readonly EventLog[], firstLog: number): Generator<void, RowsTogether> {
    const together = new RowsTogether(new NumberedRows(logs, firstLog));
    yield* together.#tellApart();
    yield* together.#joinWitnesses();
    yield* together.#sort();
    return together;
  }

  /** Events that teach something about ids, each once. */
  get teaching(): readonly EventInLog[] {
    return Array.from(this.rows.teaching())
      .filter((row) => this.speaks(row))
      .map((row) => this.rows.event(row));
  }

  /** Keys of the groups there are. */
  get groupKeys(): Iterable<string> {
    return this.#groups.keys();
  }

  /** What tells the events apart. */
  get keys(): Iterable<string> {
    return this.#speakingKeys();
  }

  /** Pieces that lie in one chunk, with the rows of it that speak for an event; made once, since every question asks for them. */
  get inChunks(): readonly InChunk[] {
    this.#inChunks ??= Array.from(chunksOf(this.rows.pieces), (pieces) => ({
      pieces,
      speaking: speakingIn(pieces, (row) => this.speaks(row)),
    }));
    return this.#inChunks;
  }

  /** Whether a row speaks for an event. */
  speaks(row: number): boolean {
    return (this.#groupOf[row] ?? -1) >= 0;
  }

  /** All copies of an event, the speaking one first; none for an event that is not here. */
  copies(key: string): readonly EventInLog[] {
    const call = this.#callOf.get(key);
    const own = call === undefined ? key : distinctKey(call);
    const witnesses = this.#witnessesOf.get(own) ?? [];
    return [...this.#rowsOf(own).map((row) => this.rows.event(row)), ...witnesses].sort(byWholeness);
  }

  /** Events that tell how a VPC endpoint saw a call that is not here, each once. */
  get witnesses(): readonly EventInLog[] {
    return Array.from(this.#network(), (row) => this.rows.event(row));
  }

  /** The calls that such events, of other logs, tell of, by their `requestKey`. */
  callsFor(witnesses: readonly EventInLog[]): ReadonlyMap<string, EventInLog> {
    const looking = callsInRows(this.rows, witnesses, this.#silent);
    for (let next = looking.next(); ; next = looking.next()) {
      if (next.done) return new Map(Array.from(next.value, ([request, row]) => [request, this.rows.event(row)]));
    }
  }

  /** The events of a group in the order they happened. */
  list(groupKey: string, { picks, silenced }: GroupPart): RowList {
    const isWhole = picks === undefined && silenced.size === 0;
    const known = isWhole ? this.#lists.get(groupKey) : undefined;
    if (known !== undefined) return known;
    const number = this.#groups.get(groupKey)?.number ?? Number.NaN;
    const numbers: number[] = [];
    for (const [row, group] of this.#groupOf.entries()) {
      if (group === number && isIn(row, picks, silenced)) numbers.push(row);
    }
    const list = new RowList(this.rows, Uint32Array.from(numbers));
    if (isWhole) this.#lists.set(groupKey, list);
    return list;
  }

  /** The groups and their counts, by their keys. */
  groups({ picks, silenced }: GroupPart): ReadonlyMap<string, RowGroup> {
    if (picks === undefined && silenced.size === 0) return this.#groups;
    const all = Array.from(this.#groups.values());
    const parts = all.map(({ key, number }) => emptyGroup(key, number));
    for (const { piece, first } of this.rows.pieces) {
      for (let row = piece.from; row < piece.to; row++) {
        const number = first + row - piece.from;
        const part = parts[this.#groupOf[number] ?? -1];
        if (part !== undefined && isIn(number, picks, silenced)) countRow(part, piece.rows, row, number);
      }
    }
    return new Map(parts.filter(({ count }) => count > 0).map((part) => [part.key, part]));
  }

  /** What is told of a group by one of its events. */
  eventOf({ first, any }: RowGroup): EventInLog | undefined {
    const row = first < 0 ? any : first;
    return row < 0 ? undefined : this.rows.event(row);
  }

  /** As written: the earliest and the latest time of a group. */
  reachOf({ first, last }: RowGroup): Pick<ActionGroup, 'first' | 'last'> {
    const timed = (row: number): string | undefined => (row < 0 ? undefined : this.rows.event(row).facts.eventTime);
    return { first: timed(first), last: timed(last) };
  }

  *#speakingKeys(): Generator<string> {
    for (const [row, group] of this.#groupOf.entries()) if (group >= 0) yield distinctKey(this.rows.event(row));
  }

  *#tellApart(): Generator<void> {
    for (const { piece, first } of this.rows.pieces) {
      for (let row = piece.from; row < piece.to; row++) {
        this.#table.add(first + row - piece.from, piece.rows, row, piece.names);
      }
      yield;
    }
    for (const rows of this.#table.repeated()) {
      const [, ...others] = rows.map((row) => ({ row, event: this.rows.event(row) })).sort(bySpeaking);
      for (const other of others) this.#silent.add(other.row);
    }
  }

  /** Puts witnesses to their calls. Without a witness nothing is looked for. */
  *#joinWitnesses(): Generator<void> {
    const network = Array.from(this.#network());
    const calls = yield* callsInRows(
      this.rows,
      network.map((row) => this.rows.event(row)),
      this.#silent,
    );
    for (const row of network) {
      const witness = this.rows.event(row);
      const found = calls.get(requestKey(witness.facts) ?? '');
      if (found === undefined) continue;
      const call = this.rows.event(found);
      const key = distinctKey(witness);
      const own = distinctKey(call);
      this.#callOf.set(key, call);
      const witnesses = this.#witnessesOf.get(own) ?? [];
      for (const each of this.#rowsOf(key)) witnesses.push(this.rows.event(each));
      this.#witnessesOf.set(own, witnesses);
      this.#silent.add(row);
    }
  }

  /** The speaking records of network activity events that have no call, as far as calls were looked for. */
  *#network(): Generator<number> {
    for (const row of this.rows.network()) if (!this.#silent.has(row)) yield row;
  }

  *#sort(): Generator<void> {
    const groupsOfNames = new Map<NamesOfRows, Map<number, RowGroup>>();
    for (const { piece, first } of this.rows.pieces) {
      const known = groupsOfNames.get(piece.names) ?? new Map<number, RowGroup>();
      groupsOfNames.set(piece.names, known);
      for (let row = piece.from; row < piece.to; row++) {
        const number = first + row - piece.from;
        if (this.#silent.has(number)) continue;
        const group = this.#groupIn(known, piece.rows.kind(row), number);
        this.#groupOf[number] = group.number;
        countRow(group, piece.rows, row, number);
      }
      yield;
    }
  }

  /** @param kind the same for rows of one group that share their names */
  #groupIn(known: Map<number, RowGroup>, kind: number, row: number): RowGroup {
    const found = known.get(kind);
    if (found !== undefined) return found;
    const key = groupKeyOf(this.rows.event(row).facts);
    const group = this.#groups.get(key) ?? emptyGroup(key, this.#groups.size);
    this.#groups.set(key, group);
    known.set(kind, group);
    return group;
  }

  #rowsOf(key: string): readonly number[] {
    const asked = readDistinctKey(key);
    if (asked === undefined) return [];
    if ('eventID' in asked) return this.#table.find(asked.eventID, asked.eventName, asked.eventTime);
    const row = this.rows.numberOf(asked.log, asked.index);
    return row === undefined ? [] : [row];
  }
}

function isIn(row: number, picks: Picks | undefined, silenced: ReadonlySet<number>): boolean {
  return (picks === undefined || picks[row] === 1) && !silenced.has(row);
}

function countRow(group: RowGroup, rows: EventLog['pieces'][number]['rows'], row: number, number: number): void {
  if (group.any < 0) group.any = number;
  group.count++;
  if (rows.outcome(row) === 'failed') group.failed++;
  if (rows.malformed(row) !== null) group.malformed++;
  const time = rows.time(row);
  if (time < group.firstTime) {
    group.firstTime = time;
    group.first = number;
  }
  if (time > group.lastTime) {
    group.lastTime = time;
    group.last = number;
  }
}

function bySpeaking(left: { readonly event: EventInLog }, right: { readonly event: EventInLog }): number {
  return byWholeness(left.event, right.event);
}
