import {
  type ActionGroup,
  actionGroup,
  byTime,
  byWholeness,
  distinctKey,
  type EventInLog,
  groupKeyOf,
  readDistinctKey,
  requestKey,
  type Together,
} from '../core/index';
import { type Analysis, factsAt } from '../documents/analysis';
import { EventTable } from '../documents/logIndex/eventTable';
import type { RequestIds } from '../documents/logIndex/requestIds';
import { callsInRows } from './callsInRows';

/** The same in every record that belongs to one group. */
interface Group {
  readonly key: string;
  readonly number: number;
  count: number;
  failed: number;
  malformed: number;
  /** Records that speak for the group: any one, the earliest and the latest. */
  any: number;
  first: number;
  last: number;
  firstTime: number;
  lastTime: number;
}

/**
 * The events of open logs looked at together, made from the columns of their indexes: a keystroke makes all of it anew, so it
 * must not look at every record of a large log as an object. Records of all logs are numbered through.
 */
export class RowsTogether implements Together {
  readonly #logs: readonly Analysis[];
  /** Position of the first log, and the number of the first record of each. */
  readonly #firstLog: number;
  readonly #offsets: readonly number[];
  readonly #table: EventTable;
  readonly #groups = new Map<string, Group>();
  /** The group of each record; -1 for those that only repeat another one. */
  readonly #groupOf: Int32Array;
  readonly #events = new Map<number, EventInLog>();
  readonly #inOrder = new Map<string, readonly EventInLog[]>();
  /** Records that only repeat an event that another one speaks for, witnesses of a call among them. */
  readonly #silent = new Set<number>();
  readonly #requestIds: RequestIds;
  /** The speaking record of a call, by the key of its witness. */
  readonly #callOf = new Map<string, EventInLog>();
  /** All records of its witnesses, by the key of a call. */
  readonly #witnessesOf = new Map<string, EventInLog[]>();

  private constructor(logs: readonly Analysis[], firstLog: number, requestIds: RequestIds) {
    const offsets: number[] = [];
    let count = 0;
    for (const { recordCount } of logs) {
      offsets.push(count);
      count += recordCount;
    }
    this.#logs = logs;
    this.#firstLog = firstLog;
    this.#requestIds = requestIds;
    this.#offsets = offsets;
    this.#table = new EventTable(count);
    this.#groupOf = new Int32Array(count).fill(-1);
  }

  /**
   * Yields now and then, because a million records take a while.
   *
   * @param firstLog position of the first log
   * @param requestIds of records that were looked at for earlier versions
   */
  static *collect(logs: readonly Analysis[], firstLog: number, requestIds: RequestIds): Generator<void, RowsTogether> {
    const together = new RowsTogether(logs, firstLog, requestIds);
    yield* together.#tellApart();
    yield* together.#joinWitnesses();
    yield* together.#sort();
    return together;
  }

  get teaching(): readonly EventInLog[] {
    const teaching: EventInLog[] = [];
    for (const [log, { index }] of this.#logs.entries()) {
      for (const { block, first } of index.blocks) {
        for (const row of block.teaches.keys()) {
          const record = (this.#offsets[log] ?? 0) + first + row;
          if ((this.#groupOf[record] ?? -1) >= 0) teaching.push(this.#event(record));
        }
      }
    }
    return teaching;
  }

  get groupKeys(): Iterable<string> {
    return this.#groups.keys();
  }

  get keys(): Iterable<string> {
    return this.#speakingKeys();
  }

  copies(key: string): readonly EventInLog[] {
    const call = this.#callOf.get(key);
    const own = call === undefined ? key : distinctKey(call);
    const witnesses = this.#witnessesOf.get(own) ?? [];
    return [...this.#recordsOf(own).map((record) => this.#event(record)), ...witnesses].sort(byWholeness);
  }

  get witnesses(): readonly EventInLog[] {
    return Array.from(this.#network(), (record) => this.#event(record));
  }

  callsFor(witnesses: readonly EventInLog[]): ReadonlyMap<string, EventInLog> {
    const looking = this.#callsOf(witnesses);
    for (let next = looking.next(); ; next = looking.next()) {
      if (next.done) return new Map(Array.from(next.value, ([request, record]) => [request, this.#event(record)]));
    }
  }

  inOrder(groupKey: string): readonly EventInLog[] {
    const known = this.#inOrder.get(groupKey) ?? this.#sorted(groupKey);
    this.#inOrder.set(groupKey, known);
    return known;
  }

  group(groupKey: string): ActionGroup {
    const group = this.#groups.get(groupKey);
    const timed = (record: number): string | undefined =>
      record < 0 ? undefined : this.#event(record).facts.eventTime;
    const any = group && this.#event(group.first < 0 ? group.any : group.first).facts;
    const { count = 0, failed = 0, malformed = 0, first = -1, last = -1 } = group ?? {};
    const counts = { count, failed, malformed, first: timed(first), last: timed(last) };
    return actionGroup(groupKey, any, counts, () => this.inOrder(groupKey));
  }

  *#speakingKeys(): Generator<string> {
    for (const [record, group] of this.#groupOf.entries()) if (group >= 0) yield this.#keyOf(record);
  }

  *#tellApart(): Generator<void> {
    let record = 0;
    for (const { index } of this.#logs) {
      for (const { block } of index.blocks) {
        for (let row = 0; row < block.count; row++) this.#table.add(record++, block, row, index.names);
        yield;
      }
    }
    for (const records of this.#table.repeated()) {
      const [, ...others] = records.map((each) => ({ record: each, event: this.#event(each) })).sort(bySpeaking);
      for (const other of others) this.#silent.add(other.record);
    }
  }

  #callsOf(witnesses: readonly EventInLog[]): Generator<void, ReadonlyMap<string, number>> {
    return callsInRows({ logs: this.#logs, offsets: this.#offsets }, witnesses, this.#silent, this.#requestIds);
  }

  /** Puts witnesses to their calls. Without a witness nothing is looked for. */
  *#joinWitnesses(): Generator<void> {
    const records = Array.from(this.#network());
    const calls = yield* this.#callsOf(records.map((record) => this.#event(record)));
    for (const record of records) {
      const witness = this.#event(record);
      const found = calls.get(requestKey(witness.facts) ?? '');
      if (found === undefined) continue;
      const call = this.#event(found);
      const key = distinctKey(witness);
      const own = distinctKey(call);
      this.#callOf.set(key, call);
      const witnesses = this.#witnessesOf.get(own) ?? [];
      for (const each of this.#recordsOf(key)) witnesses.push(this.#event(each));
      this.#witnessesOf.set(own, witnesses);
      this.#silent.add(record);
    }
  }

  /** The speaking records of network activity events that have no call, as far as calls were looked for. */
  *#network(): Generator<number> {
    for (const [log, { index }] of this.#logs.entries()) {
      for (const { block, first } of index.blocks) {
        for (const row of block.network) {
          const record = (this.#offsets[log] ?? 0) + first + row;
          if (!this.#silent.has(record)) yield record;
        }
      }
    }
  }

  *#sort(): Generator<void> {
    for (const [log, { index }] of this.#logs.entries()) {
      const groupsOfLog = new Map<number, Group>();
      for (const { block, first } of index.blocks) {
        for (let row = 0; row < block.count; row++) {
          const record = (this.#offsets[log] ?? 0) + first + row;
          if (this.#silent.has(record)) continue;
          const group = this.#groupIn(groupsOfLog, block.kind(row), record);
          this.#groupOf[record] = group.number;
          group.count++;
          if (block.outcome(row) === 'failed') group.failed++;
          if (block.malformed(row) !== null) group.malformed++;
          const time = block.time(row);
          if (time < group.firstTime) {
            group.firstTime = time;
            group.first = record;
          }
          if (time > group.lastTime) {
            group.lastTime = time;
            group.last = record;
          }
        }
        yield;
      }
    }
  }

  /** @param kind the same for records of one group, in one log */
  #groupIn(groupsOfLog: Map<number, Group>, kind: number, record: number): Group {
    const known = groupsOfLog.get(kind);
    if (known !== undefined) return known;
    const key = groupKeyOf(this.#event(record).facts);
    const group = this.#groups.get(key) ?? {
      key,
      number: this.#groups.size,
      count: 0,
      failed: 0,
      malformed: 0,
      any: record,
      first: -1,
      last: -1,
      firstTime: Number.POSITIVE_INFINITY,
      lastTime: Number.NEGATIVE_INFINITY,
    };
    this.#groups.set(key, group);
    groupsOfLog.set(kind, group);
    return group;
  }

  #sorted(groupKey: string): readonly EventInLog[] {
    const number = this.#groups.get(groupKey)?.number;
    const events: EventInLog[] = [];
    if (number === undefined) return events;
    for (const [record, group] of this.#groupOf.entries()) if (group === number) events.push(this.#event(record));
    return events.sort(byTime);
  }

  #recordsOf(key: string): readonly number[] {
    const asked = readDistinctKey(key);
    if (asked === undefined) return [];
    if ('eventID' in asked) return this.#table.find(asked.eventID, asked.eventName, asked.eventTime);
    const log = asked.log - this.#firstLog;
    const isThere = asked.index < (this.#logs[log]?.recordCount ?? 0);
    return isThere ? [(this.#offsets[log] ?? 0) + asked.index] : [];
  }

  #keyOf(record: number): string {
    return distinctKey(this.#event(record));
  }

  /** The same object for a record each time. */
  #event(record: number): EventInLog {
    const known = this.#events.get(record);
    if (known !== undefined) return known;
    let log = this.#offsets.length - 1;
    while (log > 0 && (this.#offsets[log] ?? 0) > record) log--;
    const analysis = this.#logs[log];
    const facts = analysis && factsAt(analysis, record - (this.#offsets[log] ?? 0));
    if (facts === undefined) throw new Error('A record that no log has.');
    const event = { log: this.#firstLog + log, facts };
    this.#events.set(record, event);
    return event;
  }
}

function bySpeaking(left: { readonly event: EventInLog }, right: { readonly event: EventInLog }): number {
  return byWholeness(left.event, right.event);
}
