import {
  counted,
  countKeyOf,
  type EventFacts,
  type EventRecord,
  type Form,
  isMailCall,
  type JsonObject,
  type LogCounts,
  newCounts,
  type Problem,
  type Seen,
  type Service,
  type TextEdit,
} from '../../core/index';
import { OWN } from '../../core/store/rowState';
import { copyUuid, uuidText } from '../../core/store/uuid';
import { type BlockNotes, splicedNotes } from './blockNotes';
import { BlockWriter, type WrittenRows } from './blockWriter';
import type { Row, Teaching } from './row';
import {
  END,
  EVENT_NAME,
  EVENT_SOURCE,
  formIn,
  ID,
  isNetworkIn,
  LEVEL,
  MET,
  malformedIn,
  metIn,
  NOTHING_MET,
  outcomeIn,
  START,
  STATE,
  STRIDE,
  serviceIn,
  serviceNumber,
} from './rowNumbers';

/** So many records are in a block, or up to twice as many after changes. */
export const BLOCK = 256;

const NONE: readonly never[] = [];

/**
 * The rows of some records that follow each other, as numbers; what few records have stands beside them. A block does not
 * change and does not know where it begins, so that versions of a log share the blocks that an edit did not touch.
 */
export class Block {
  readonly count: number;
  readonly counts: LogCounts;
  /** How many of its rows are of WorkMail or Message Flow, malformed or not. */
  readonly ofWorkMail: number;
  /** The rows that tell how a VPC endpoint saw a call of WorkMail; none in nearly all blocks. */
  readonly network: readonly number[];
  /** What was met at the top of the log while its rows were read. */
  readonly met: Seen;
  /** The furthest reach of its rows. */
  readonly reach: number;
  readonly #numbers: Uint32Array;
  readonly #times: Float64Array;
  readonly #notes: BlockNotes;

  constructor({ numbers, times, notes }: WrittenRows) {
    this.count = times.length;
    this.#numbers = numbers;
    this.#times = times;
    this.#notes = notes;
    const counts = newCounts();
    let met = NOTHING_MET;
    let ofWorkMail = 0;
    let network: number[] | undefined;
    for (let at = 0; at < this.count; at++) {
      const service = this.service(at);
      if (isMailCall(service)) {
        ofWorkMail++;
        if (this.isNetwork(at)) {
          network ??= [];
          network.push(at);
        }
      }
      counts[countKeyOf({ service, malformed: this.malformed(at) })]++;
      if (numbers[at * STRIDE + MET] !== 0) met = sum(met, this.#met(at));
    }
    this.counts = counted(counts);
    this.ofWorkMail = ofWorkMail;
    this.network = network ?? NONE;
    this.met = met;
    let furthest = 0;
    for (const reach of notes.reaches.values()) furthest = Math.max(furthest, reach);
    this.reach = furthest;
  }

  static of(rows: readonly Row[]): Block {
    const writer = new BlockWriter(rows.length);
    for (const row of rows) writer.add(row);
    return new Block(writer.take());
  }

  /**
   * The block with the rows from `from` to `to`, exclusive, replaced, and those behind them moved.
   *
   * @param rows counted from the same base
   */
  spliced(from: number, to: number, rows: readonly Row[], by: number): Block {
    const made = Block.of(rows);
    const count = this.count - (to - from) + rows.length;
    const behind = from + rows.length;
    const numbers = new Uint32Array(count * STRIDE);
    numbers.set(this.#numbers.subarray(0, from * STRIDE));
    numbers.set(made.#numbers, from * STRIDE);
    numbers.set(this.#numbers.subarray(to * STRIDE), behind * STRIDE);
    for (let at = behind * STRIDE; by !== 0 && at < numbers.length; at += STRIDE) {
      numbers[at + START] = (numbers[at + START] ?? 0) + by;
      numbers[at + END] = (numbers[at + END] ?? 0) + by;
    }
    const times = new Float64Array(count);
    times.set(this.#times.subarray(0, from));
    times.set(made.#times, from);
    times.set(this.#times.subarray(to), behind);
    const notes = splicedNotes(this.#notes, made.#notes, { from, to, behind, by });
    return new Block({ numbers, times, notes });
  }

  get problems(): ReadonlyMap<number, readonly Problem[]> {
    return this.#notes.problems;
  }

  get teaches(): ReadonlyMap<number, Teaching> {
    return this.#notes.teaches;
  }

  get gaps(): ReadonlyMap<number, readonly Problem[]> {
    return this.#notes.gaps;
  }

  get reaches(): ReadonlyMap<number, number> {
    return this.#notes.reaches;
  }

  /** What could be saved of damaged records. */
  get saved(): ReadonlyMap<number, JsonObject> {
    return this.#notes.saved;
  }

  start(at: number): number {
    return this.#number(at, START);
  }

  end(at: number): number {
    return this.#number(at, END);
  }

  eventName(at: number): number {
    return this.#number(at, EVENT_NAME);
  }

  eventSource(at: number): number {
    return this.#number(at, EVENT_SOURCE);
  }

  time(at: number): number {
    return this.#times[at] ?? Number.NaN;
  }

  /** As written, where `time` does not say it. */
  writtenTime(at: number): string | undefined {
    return this.#notes.writtenTimes.get(at);
  }

  service(at: number): Service {
    return serviceIn(this.#number(at, STATE));
  }

  malformed(at: number): EventRecord['malformed'] {
    return malformedIn(this.#number(at, STATE));
  }

  outcome(at: number): EventFacts['outcome'] {
    return outcomeIn(this.#number(at, STATE));
  }

  form(at: number): Form {
    return formIn(this.#number(at, STATE));
  }

  /** Whether the row tells how a VPC endpoint saw a call of WorkMail. */
  isNetwork(at: number): boolean {
    return isNetworkIn(this.#number(at, STATE));
  }

  eventID(at: number): string {
    return this.#notes.otherIds.get(at) ?? uuidText({ words: this.#numbers, at: at * STRIDE + ID });
  }

  /** Writes an eventID of AWS's form as numbers; of any other form, gives its text. */
  copyId(at: number, into: Uint32Array, to: number): string | undefined {
    const { otherIds } = this.#notes;
    const other = otherIds.size === 0 ? undefined : otherIds.get(at);
    if (other === undefined) copyUuid({ words: this.#numbers, at: at * STRIDE + ID }, into, to);
    return other;
  }

  /** The same for records of this log that belong to one group of events. */
  kind(at: number): number {
    const service = serviceNumber(this.#number(at, STATE));
    const name = service === 0 || service === OWN ? this.eventSource(at) : this.eventName(at);
    return 8 * name + 2 * service + (this.malformed(at) === null ? 0 : 1);
  }

  mends(at: number): readonly TextEdit[] {
    return this.#notes.mends.get(at) ?? NONE;
  }

  columns(at: number): readonly string[] | undefined {
    return this.#notes.columns.get(at);
  }

  level(at: number): number {
    return this.#number(at, LEVEL);
  }

  row(at: number): Row {
    const { problems, saved, teaches, gaps, reaches, otherIds } = this.#notes;
    return {
      start: this.start(at),
      end: this.end(at),
      form: this.form(at),
      service: this.service(at),
      malformed: this.malformed(at),
      outcome: this.outcome(at),
      isNetwork: this.isNetwork(at),
      eventName: this.eventName(at),
      eventSource: this.eventSource(at),
      time: this.time(at),
      eventTime: this.writtenTime(at),
      eventID: otherIds.get(at) ?? { words: this.#numbers, at: at * STRIDE + ID },
      problems: problems.get(at) ?? NONE,
      mends: this.mends(at),
      columns: this.columns(at),
      saved: saved.get(at),
      teaches: teaches.get(at),
      gaps: gaps.get(at) ?? NONE,
      level: this.level(at),
      met: this.#met(at),
      reach: reaches.get(at) ?? 0,
    };
  }

  #number(at: number, which: number): number {
    return this.#numbers[at * STRIDE + which] ?? 0;
  }

  #met(at: number): Seen {
    return this.#notes.muchMet.get(at) ?? metIn(this.#number(at, MET));
  }
}

/** What was seen in two stretches, one behind another. */
export function sum(a: Seen, b: Seen): Seen {
  return {
    topValues: a.topValues + b.topValues,
    unlined: a.unlined + b.unlined,
    wrappers: a.wrappers + b.wrappers,
    lists: a.lists + b.lists,
  };
}
