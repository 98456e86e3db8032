import {
  countKeyOf,
  type EventFacts,
  type EventRecord,
  type Form,
  type JsonObject,
  type LogCounts,
  type Problem,
  type Seen,
  type Service,
  type TextEdit,
} from '../../core/index';
import { FORMS, MALFORMED, OUTCOMES, SERVICES } from '../../core/store/rowState';
import { copyUuid, uuidIn, uuidText, WORDS } from '../../core/store/uuid';
import { type BlockNotes, notesOf, splicedNotes } from './blockNotes';
import type { Row, Teaching } from './row';

/** So many records are in a block, or up to twice as many after changes. */
export const BLOCK = 256;

const NONE: readonly never[] = [];

/** The numbers of a row, in their order: one of them each, but four of the id. */
const START = 0;
const END = 1;
const EVENT_NAME = 2;
const EVENT_SOURCE = 3;
const LEVEL = 4;
/** Service, malformed and outcome, two bits each, then the form in four, then whether it is network activity. */
const STATE = 5;
const FORM_BITS = 6;
const NETWORK = 1 << 10;
/** What was met with the row, four bits for each number. */
const MET = 6;
const ID = 7;
const STRIDE = ID + WORDS;

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

  private constructor(numbers: Uint32Array, times: Float64Array, notes: BlockNotes) {
    this.count = times.length;
    this.#numbers = numbers;
    this.#times = times;
    this.#notes = notes;
    const counts = { workmail: 0, malformed: 0, other: 0 };
    let met = NOTHING;
    let ofWorkMail = 0;
    let network: number[] | undefined;
    for (let at = 0; at < this.count; at++) {
      const service = this.service(at);
      if (service !== 'other') {
        ofWorkMail++;
        if (this.isNetwork(at)) {
          network ??= [];
          network.push(at);
        }
      }
      counts[countKeyOf({ service, malformed: this.malformed(at) })]++;
      if (numbers[at * STRIDE + MET] !== 0) met = sum(met, this.#met(at));
    }
    this.counts = counts;
    this.ofWorkMail = ofWorkMail;
    this.network = network ?? NONE;
    this.met = met;
    let furthest = 0;
    for (const reach of notes.reaches.values()) furthest = Math.max(furthest, reach);
    this.reach = furthest;
  }

  static of(rows: readonly Row[]): Block {
    const numbers = new Uint32Array(rows.length * STRIDE);
    const times = new Float64Array(rows.length);
    const muchMet = new Map<number, Seen>();
    const otherIds = new Map<number, string>();
    for (const [at, row] of rows.entries()) {
      const own = at * STRIDE;
      numbers[own + START] = row.start;
      numbers[own + END] = row.end;
      numbers[own + EVENT_NAME] = row.eventName;
      numbers[own + EVENT_SOURCE] = row.eventSource;
      numbers[own + LEVEL] = row.level;
      numbers[own + STATE] =
        SERVICES.indexOf(row.service) |
        (MALFORMED.indexOf(row.malformed) << 2) |
        (OUTCOMES.indexOf(row.outcome) << 4) |
        (FORMS.indexOf(row.form) << FORM_BITS) |
        (row.isNetwork ? NETWORK : 0);
      numbers[own + MET] = packed(row.met);
      if (numbers[own + MET] === MUCH) muchMet.set(at, row.met);
      times[at] = row.time;
      const { eventID } = row;
      if (typeof eventID !== 'string') copyUuid(eventID, numbers, own + ID);
      else if (!uuidIn(eventID, numbers, own + ID)) otherIds.set(at, eventID);
    }
    return new Block(numbers, times, notesOf(rows, { muchMet, otherIds }));
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
    return new Block(numbers, times, splicedNotes(this.#notes, made.#notes, { from, to, behind, by }));
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
    return SERVICES[this.#number(at, STATE) & 3] ?? 'other';
  }

  malformed(at: number): EventRecord['malformed'] {
    return MALFORMED[(this.#number(at, STATE) >> 2) & 3] ?? null;
  }

  outcome(at: number): EventFacts['outcome'] {
    return OUTCOMES[(this.#number(at, STATE) >> 4) & 3] ?? 'unknown';
  }

  form(at: number): Form {
    return FORMS[(this.#number(at, STATE) >> FORM_BITS) & 15] ?? 'object';
  }

  /** Whether the row tells how a VPC endpoint saw a call of WorkMail. */
  isNetwork(at: number): boolean {
    return (this.#number(at, STATE) & NETWORK) !== 0;
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
    const service = this.#number(at, STATE) & 3;
    const name = service === 0 ? this.eventSource(at) : this.eventName(at);
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
    return this.#notes.muchMet.get(at) ?? unpacked(this.#number(at, MET));
  }
}

const NOTHING: Seen = { topValues: 0, unlined: 0, wrappers: 0, lists: 0 };
/** Stands for numbers that have no room in four bits each. */
const MUCH = 0xffff;

function packed({ topValues, unlined, wrappers, lists }: Seen): number {
  if (topValues > 15 || unlined > 15 || wrappers > 15 || lists > 14) return MUCH;
  return topValues | (unlined << 4) | (wrappers << 8) | (lists << 12);
}

function unpacked(met: number): Seen {
  if (met === 0) return NOTHING;
  return { topValues: met & 15, unlined: (met >> 4) & 15, wrappers: (met >> 8) & 15, lists: met >> 12 };
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
