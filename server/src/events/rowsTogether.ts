import {
  byWholeness,
  distinctKey,
  type Entities,
  type EventInLog,
  learningOf,
  readDistinctKey,
  requestKey,
} from '../core/index';
import { TimesInSeconds } from '../core/store/own/timesInSeconds';
import type { EventLog } from '../documents/eventLog';
import { EventTable } from '../documents/logIndex/eventTable';
import { ActionPartition } from './actionPartition';
import { callsInRows } from './callsInRows';
import { GroupCounts } from './groupCounts';
import { type InChunk, inChunks } from './inChunks';
import { NumberedRows } from './numberedRows';
import { ownPartsAmong } from './ownParts';
import { meetingRows, type OwnSketches, ownSketches } from './ownSketches';

/** Which rows answer a question, by number: 1 for those that do. */
export type Picks = Uint8Array;

/**
 * The events of some logs looked at together, made from columns: each once, however often it was delivered, and by group. The copy
 * that speaks for an event stands in its group, the others are found through it. A keystroke makes all of it anew for the logs
 * that are open, so it must not look at every record of a large log as an object. Rows of all logs are numbered through.
 */
export class RowsTogether {
  readonly rows: NumberedRows;
  readonly #table: EventTable;
  /** Of no group are rows that only repeat another one. */
  readonly byAction: ActionPartition;
  /** What is counted of all groups by action. */
  readonly counts = new GroupCounts();
  /** Rows that only repeat an event that another one speaks for, witnesses of a call and records with fields left out among them. */
  readonly #silent = new Set<number>();
  /** The speaking record of an event, by the key of another one that says less of it. */
  readonly #speakingOf = new Map<string, EventInLog>();
  /** All records that say less of an event, by its key. */
  readonly #poorerOf = new Map<string, EventInLog[]>();
  /** Of sketches: nobody who writes logs can know which records have the same. */
  readonly seed = Math.floor(Math.random() * 2 ** 32);
  #sketches: OwnSketches | undefined;
  #inChunks: readonly InChunk[] | undefined;
  #teaching: readonly EventInLog[] | undefined;
  #entities: Entities | undefined;

  private constructor(rows: NumberedRows) {
    this.rows = rows;
    this.#table = new EventTable(rows.count, (number) => {
      const { numbered, row } = rows.slot(number);
      const { rows: block, names } = numbered.piece;
      return { block, row, names, whole: numbered.piece };
    });
    this.byAction = new ActionPartition(rows.count);
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
    together.#joinParts();
    yield* together.#sort();
    return together;
  }

  /** Events that teach something about ids, each once. */
  get teaching(): readonly EventInLog[] {
    this.#teaching ??= Array.from(this.rows.teaching())
      .filter((row) => this.speaks(row))
      .map((row) => this.rows.event(row));
    return this.#teaching;
  }

  /** What these logs alone teach about ids. */
  get entities(): Entities {
    const learning = this.learning();
    for (let next = learning.next(); ; next = learning.next()) if (next.done) return next.value;
  }

  /** The same in steps; made once. */
  *learning(): Generator<void, Entities> {
    this.#entities ??= yield* learningOf(this.teaching);
    return this.#entities;
  }

  /** What tells the events apart. */
  get keys(): Iterable<string> {
    return this.#speakingKeys();
  }

  /** Pieces that lie in one chunk, with the rows of it that speak for an event; made once, since every question asks for them. */
  get inChunks(): readonly InChunk[] {
    this.#inChunks ??= inChunks(this.rows.pieces, (row) => this.speaks(row));
    return this.#inChunks;
  }

  /** Whether a row speaks for an event. */
  speaks(row: number): boolean {
    return (this.byAction.groupOf[row] ?? -1) >= 0;
  }

  /** All copies of an event, the speaking one first; none for an event that is not here. */
  copies(key: string): readonly EventInLog[] {
    const speaking = this.#speakingOf.get(key);
    const own = speaking === undefined ? key : distinctKey(speaking);
    const poorer = this.#poorerOf.get(own) ?? [];
    const copies = this.#rowsOf(own).map((row) => this.rows.event(row));
    return [...copies.sort(byWholeness), ...poorer.sort(byWholeness)];
  }

  /** The key of the event that speaks for another one, which says less; undefined where none here does. */
  speakingKey(key: string): string | undefined {
    const speaking = this.#speakingOf.get(key);
    return speaking && distinctKey(speaking);
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

  /** Sketches of the rows of WorkMail's own logs that speak. @param seed another one than these rows have, where they meet others */
  sketches(seed = this.seed): OwnSketches {
    const make = (): OwnSketches => ownSketches(this.rows, seed, (row) => this.#silent.has(row));
    if (seed !== this.seed) return make();
    this.#sketches ??= make();
    return this.#sketches;
  }

  *#speakingKeys(): Generator<string> {
    for (let row = 0; row < this.rows.count; row++) if (this.speaks(row)) yield distinctKey(this.rows.event(row));
  }

  *#tellApart(): Generator<void> {
    for (const { piece, first } of this.rows.pieces) {
      const { rows: block, names } = piece;
      for (let row = piece.from; row < piece.to; row++)
        this.#table.add(first + row - piece.from, { block, row, names, whole: piece });
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
      if (found !== undefined) this.#join(witness, this.rows.event(found));
    }
  }

  /** Puts records of WorkMail's own logs with fields left out to those that say more. */
  #joinParts(): void {
    const inSeconds = new TimesInSeconds();
    for (const numbers of meetingRows(this.sketches())) {
      const same = numbers.map((number) => ({ rows: this.rows, number }));
      for (const { part, speaking } of ownPartsAmong(same, inSeconds)) this.#join(part, speaking);
    }
    this.#sketches = undefined;
  }

  /** Lets an event speak for another one, and for all copies of that. */
  #join(poorer: EventInLog, speaking: EventInLog): void {
    const key = distinctKey(poorer);
    const own = distinctKey(speaking);
    this.#speakingOf.set(key, speaking);
    const known = this.#poorerOf.get(own) ?? [];
    for (const row of this.#rowsOf(key)) {
      known.push(this.rows.event(row));
      this.#silent.add(row);
    }
    this.#poorerOf.set(own, known);
  }

  /** The speaking records of network activity events that have no call, as far as calls were looked for. */
  *#network(): Generator<number> {
    for (const row of this.rows.network()) if (!this.#silent.has(row)) yield row;
  }

  *#sort(): Generator<void> {
    const { byAction, counts } = this;
    const { groupOf } = byAction;
    for (const numbered of this.rows.pieces) {
      const { piece, first } = numbered;
      const { rows, from, to } = piece;
      const known = byAction.knownIn(numbered);
      for (let row = from, number = first; row < to; row++, number++) {
        if (this.#silent.has(number)) continue;
        const kind = rows.kind(row);
        let group = known.get(kind);
        if (group === undefined) {
          group = byAction.groupFor(numbered, row);
          known.set(kind, group);
          counts.makeRoom(byAction.size);
        }
        groupOf[number] = group;
        byAction.weigh(number, numbered, row);
        counts.add(group, rows, row, number, byAction.weightOfRow(number));
      }
      yield;
    }
  }

  #rowsOf(key: string): readonly number[] {
    const asked = readDistinctKey(key);
    if (asked === undefined) return [];
    if ('content' in asked) return this.#table.findContent(asked.content);
    if ('eventID' in asked) return this.#table.find(asked.eventID, asked.eventName, asked.eventTime);
    const row = this.rows.numberOf(asked.log, asked.index);
    return row === undefined ? [] : [row];
  }
}

function bySpeaking(left: { readonly event: EventInLog }, right: { readonly event: EventInLog }): number {
  return byWholeness(left.event, right.event);
}
