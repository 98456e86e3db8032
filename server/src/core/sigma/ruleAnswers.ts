import type { JsonObject } from '../record';
import { DistinctRows } from '../store/distinctRows';
import type { RowChunk } from '../store/rowChunk';
import type { Stretch } from '../store/stretch';
import { ColumnRules, sizeOf } from './columnRules';
import { Correlated } from './correlated';
import { isTold, readField, toldField } from './fieldOfRow';
import type { FieldPath } from './fieldPath';
import { holds } from './holds';
import { neededFields } from './neededFields';
import { AskedRecord } from './recordValues';
import type { Rule } from './rule';

/** Rows of a log that follow each other there and in a chunk. */
type LogStretch = Pick<Stretch, 'chunk' | 'from' | 'to' | 'index'>;

/** A row whose record has to be read, for columns do not tell what some rules ask. */
export interface UnreadRow {
  readonly chunk: RowChunk;
  readonly row: number;
  /** Position among the records of its log. */
  readonly index: number;
  /** Positions of the rules. */
  readonly rules: number[];
}

/** An event that a rule hits, as the copy of it that speaks for all. */
export interface EventOfRule<L> {
  readonly log: L;
  readonly chunk: RowChunk;
  readonly row: number;
  readonly index: number;
  /** In milliseconds since 1970; not a number where it can't be read. */
  readonly time: number;
}

/** What came of a rule. */
export interface AnswerOfRule<L> {
  readonly rule: Rule;
  /** In the order of time. */
  readonly events: readonly EventOfRule<L>[];
  /** Why there are none, in sentences; empty for a rule that was asked. */
  readonly unsupported: readonly string[];
}

/** Rows that a rule hits and that follow each other. */
type Hit = { -readonly [name in keyof Stretch]: Stretch[name] };

/** What rules hit in one log. */
interface LogAnswers<L> {
  readonly log: L;
  /** Position among the logs as they came. */
  readonly number: number;
  /** By the position of the rule. */
  readonly hits: Map<number, Hit[]>;
}

/** What is left to be read of a log. */
export interface LogReading {
  /** In the order of the log. */
  readonly rows: readonly UnreadRow[];
  /**
   * Tells what stands in the record of a row.
   *
   * @param event undefined where nothing of it can be read: then no rule hits it
   */
  readonly read: (row: UnreadRow, event: JsonObject | undefined) => void;
}

/** Asks rules of logs that come in any order, in columns first, and of the records themselves where that is not enough. */
export class RuleAnswers<L> {
  readonly #rules: readonly Rule[];
  readonly #seed: number;
  readonly #asked: ColumnRules;
  /** How many leaves the test of a rule has. */
  readonly #sizes: readonly number[];
  readonly #needed: readonly (readonly FieldPath[])[];
  readonly #logs: LogAnswers<L>[] = [];
  /** Values of fields that correlations want and columns do not tell, by their names. */
  readonly #read = new Map<RowChunk, Map<number, ReadonlyMap<string, string | undefined>>>();

  /** @param seed a number that nobody who writes logs can know: see `DistinctRows` */
  constructor(rules: readonly Rule[], seed: number) {
    this.#rules = rules;
    this.#seed = seed;
    this.#asked = new ColumnRules(rules.map(({ asked }) => (asked.kind === 'event' ? asked : undefined)));
    this.#sizes = rules.map(({ asked }) => (asked.kind === 'event' ? sizeOf(asked.test) : 0));
    this.#needed = neededFields(rules);
  }

  /** Asks columns; what they do not tell is left to be read. */
  add(log: L, stretches: readonly LogStretch[]): LogReading {
    const of: LogAnswers<L> = { log, number: this.#logs.length, hits: new Map() };
    const unread = new Map<number, UnreadRow>();
    for (const { chunk, from, to, index } of stretches)
      this.#asked.ask(chunk, from, to, (rule, row, isHit) => {
        // Rules for CloudTrail are not asked of records of WorkMail's own logs.
        if (chunk.own.placeOf(row) >= 0) return;
        const at = index + row - from;
        if (isHit && this.#tellsNeeded(rule, chunk, row)) {
          addHit(of, rule, chunk, row, at);
          return;
        }
        const known = unread.get(at);
        if (known === undefined) unread.set(at, { chunk, row, index: at, rules: [rule] });
        else known.rules.push(rule);
      });
    this.#logs.push(of);
    return {
      rows: [...unread.values()].sort((left, right) => left.index - right.index),
      read: (row, event) => this.#ask(of, row, event),
    };
  }

  #tellsNeeded(rule: number, chunk: RowChunk, row: number): boolean {
    const needed = this.#needed[rule] ?? [];
    return needed.length === 0 || needed.every((field) => isTold(field, chunk, row));
  }

  #ask(of: LogAnswers<L>, { chunk, row, index, rules }: UnreadRow, event: JsonObject | undefined): void {
    if (event === undefined) return;
    const record = new AskedRecord(event);
    for (const rule of rules) {
      const asked = this.#rules[rule]?.asked;
      if (asked?.kind !== 'event') continue;
      asked.work.spend(this.#sizes[rule] ?? 0);
      if (asked.work.isSpent || !holds(asked.test, record)) continue;
      addHit(of, rule, chunk, row, index);
      const needed = this.#needed[rule] ?? [];
      if (needed.length > 0) this.#keep(chunk, row, needed, record);
    }
  }

  /** What came of all rules, in their order, when all logs are added. @param byOrder negative for a log that stands before the other */
  answers(byOrder: (left: L, right: L) => number): readonly AnswerOfRule<L>[] {
    const inOrder = [...this.#logs].sort((left, right) => byOrder(left.log, right.log));
    const correlated = new Correlated<EventOfRule<L>>(
      this.#rules,
      (rule) => this.#events(rule, inOrder),
      (field, event) => this.#value(field, event),
    );
    return this.#rules.map((rule, at) => {
      const unsupported = correlated.reasons(at);
      const isTold = unsupported.length === 0 && !rule.isQuiet;
      return { rule, unsupported, events: isTold ? correlated.events(at) : [] };
    });
  }

  #keep(chunk: RowChunk, row: number, needed: readonly FieldPath[], record: AskedRecord): void {
    const rows = this.#read.get(chunk) ?? new Map<number, ReadonlyMap<string, string | undefined>>();
    this.#read.set(chunk, rows);
    const known = rows.get(row) ?? [];
    rows.set(row, new Map([...known, ...needed.map((field) => [field.name, readField(field, record)] as const)]));
  }

  #value(field: FieldPath, { chunk, row }: EventOfRule<L>): string | undefined {
    if (isTold(field, chunk, row)) return toldField(field, chunk, row);
    return this.#read.get(chunk)?.get(row)?.get(field.name);
  }

  /** The events that a rule hits, each once. */
  #events(rule: number, logs: readonly LogAnswers<L>[]): readonly EventOfRule<L>[] {
    const all = logs.flatMap(({ hits }) => hits.get(rule) ?? NO_HITS);
    const rows = all.reduce((count, { from, to }) => count + to - from, 0);
    if (rows === 0) return [];
    const distinct = new DistinctRows(this.#seed, rows);
    for (const own of logs.map(({ hits }) => hits.get(rule) ?? NO_HITS)) {
      // Rows that were left to be read come behind the others.
      const isInOrder = own.every(({ index }, at) => at === 0 || index > (own[at - 1]?.index ?? 0));
      for (const hit of isInOrder ? own : [...own].sort((left, right) => left.index - right.index)) distinct.add(hit);
    }
    const events: EventOfRule<L>[] = [];
    for (const { chunk, rows: speaking } of distinct.speaking())
      for (const row of speaking) {
        const { log, index, from } = distinct.stretches.holding(chunk, row);
        const of = this.#logs[log];
        if (of !== undefined)
          events.push({ log: of.log, chunk, row, index: index + row - from, time: chunk.time(row) });
      }
    return inTime(events);
  }
}

const NO_HITS: readonly Hit[] = [];

/** Events whose time can't be read are the last ones; those of one second stay in the order of the logs. */
function inTime<L>(events: readonly EventOfRule<L>[]): readonly EventOfRule<L>[] {
  const timeOf = ({ time }: EventOfRule<L>): number => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time);
  return [...events].sort((left, right) => {
    const [one, other] = [timeOf(left), timeOf(right)];
    return one === other ? 0 : one - other;
  });
}

function addHit<L>({ hits, number }: LogAnswers<L>, rule: number, chunk: RowChunk, row: number, index: number): void {
  const known = hits.get(rule);
  const last = known?.at(-1);
  if (last !== undefined && last.chunk === chunk && last.to === row && last.index + row - last.from === index) {
    last.to = row + 1;
    return;
  }
  const hit = { chunk, from: row, to: row + 1, index, log: number, base: 0 };
  if (known === undefined) hits.set(rule, [hit]);
  else known.push(hit);
}
