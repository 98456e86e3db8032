import {
  type EventFacts,
  type EventRecord,
  type Form,
  heapOf,
  type JsonObject,
  type LogCounts,
  type Problem,
  type Seen,
  type Service,
  type TextEdit,
} from '../core';
import type { Row, Teaching } from './row';
import { copyUuid, uuidIn, uuidText, WORDS } from './uuid';

/** So many records are in a block, or up to twice as many after changes. */
export const BLOCK = 256;

const SERVICES: readonly Service[] = ['other', 'workmail', 'messageflow'];
const MALFORMED: readonly EventRecord['malformed'][] = [null, 'syntax', 'schema'];
const OUTCOMES: readonly EventFacts['outcome'][] = ['succeeded', 'failed', 'unknown'];
const FORMS: readonly Form[] = ['object', 'text', 'text-in-text', 'text-in-text-in-text', 'cell', 'reshaped', 'row'];
const NONE: readonly never[] = [];

/**
 * The rows of some records that follow each other, as columns of numbers; what few records have stands beside them. A block
 * does not change and does not know where it begins, so that versions of a log share the blocks that an edit did not touch.
 */
export class Block {
  readonly count: number;
  /** The furthest reach of its rows. */
  readonly reach: number;
  readonly problems: ReadonlyMap<number, readonly Problem[]>;
  readonly teaches: ReadonlyMap<number, Teaching>;
  readonly gaps: ReadonlyMap<number, readonly Problem[]>;
  readonly reaches: ReadonlyMap<number, number>;
  /** What could be saved of damaged records. */
  readonly saved: ReadonlyMap<number, JsonObject>;
  readonly counts: LogCounts;
  /** What was met at the top of the log while its rows were read. */
  readonly met: Seen;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #names: Uint32Array;
  readonly #sources: Uint32Array;
  readonly #times: Float64Array;
  readonly #ids: Uint32Array;
  /** Service, malformed and outcome: two bits each. */
  readonly #states: Uint8Array;
  readonly #forms: Uint8Array;
  readonly #levels: Uint32Array;
  /** What was met with each row, four bits for each number. */
  readonly #met: Uint16Array;
  readonly #muchMet: ReadonlyMap<number, Seen>;
  readonly #mends: ReadonlyMap<number, readonly TextEdit[]>;
  readonly #otherIds: ReadonlyMap<number, string>;
  readonly #writtenTimes: ReadonlyMap<number, string>;

  constructor(rows: readonly Row[]) {
    const count = rows.length;
    const problems = new Map<number, readonly Problem[]>();
    const teaches = new Map<number, Teaching>();
    const gaps = new Map<number, readonly Problem[]>();
    const reaches = new Map<number, number>();
    const saved = new Map<number, JsonObject>();
    const mends = new Map<number, readonly TextEdit[]>();
    const otherIds = new Map<number, string>();
    const writtenTimes = new Map<number, string>();
    this.count = count;
    this.#starts = new Uint32Array(count);
    this.#ends = new Uint32Array(count);
    this.#names = new Uint32Array(count);
    this.#sources = new Uint32Array(count);
    this.#times = new Float64Array(count);
    this.#ids = new Uint32Array(count * WORDS);
    this.#states = new Uint8Array(count);
    this.#forms = new Uint8Array(count);
    this.#levels = new Uint32Array(count);
    this.#met = new Uint16Array(count);
    let furthest = 0;
    const muchMet = new Map<number, Seen>();
    let met = NOTHING;
    const counts = { workmail: 0, malformed: 0, other: 0 };
    for (let at = 0; at < count; at++) {
      const row = rows[at];
      if (row === undefined) continue;
      this.#starts[at] = row.start;
      this.#ends[at] = row.end;
      this.#names[at] = row.eventName;
      this.#sources[at] = row.eventSource;
      this.#times[at] = row.time;
      this.#levels[at] = row.level;
      this.#forms[at] = FORMS.indexOf(row.form);
      this.#states[at] =
        SERVICES.indexOf(row.service) | (MALFORMED.indexOf(row.malformed) << 2) | (OUTCOMES.indexOf(row.outcome) << 4);
      this.#met[at] = packed(row.met);
      if (this.#met[at] === MUCH) muchMet.set(at, row.met);
      if (this.#met[at] !== 0) met = sum(met, row.met);
      const { eventID } = row;
      if (typeof eventID !== 'string') copyUuid(eventID, this.#ids, at * WORDS);
      else if (!uuidIn(eventID, this.#ids, at * WORDS)) otherIds.set(at, eventID);
      if (row.eventTime !== undefined) writtenTimes.set(at, row.eventTime);
      if (row.problems.length > 0) problems.set(at, row.problems);
      if (row.mends.length > 0) mends.set(at, row.mends);
      if (row.saved !== undefined) saved.set(at, row.saved);
      if (row.teaches !== undefined) teaches.set(at, row.teaches);
      if (row.gaps.length > 0) gaps.set(at, row.gaps);
      if (row.reach > 0) reaches.set(at, row.reach);
      furthest = Math.max(furthest, row.reach);
      counts[heapOf(row)]++;
    }
    this.reach = furthest;
    this.met = met;
    this.counts = counts;
    this.#muchMet = muchMet;
    this.problems = problems;
    this.teaches = teaches;
    this.gaps = gaps;
    this.reaches = reaches;
    this.saved = saved;
    this.#mends = mends;
    this.#otherIds = otherIds;
    this.#writtenTimes = writtenTimes;
  }

  start(at: number): number {
    return this.#starts[at] ?? 0;
  }

  end(at: number): number {
    return this.#ends[at] ?? 0;
  }

  eventName(at: number): number {
    return this.#names[at] ?? 0;
  }

  eventSource(at: number): number {
    return this.#sources[at] ?? 0;
  }

  time(at: number): number {
    return this.#times[at] ?? Number.NaN;
  }

  /** As written, where `time` does not say it. */
  writtenTime(at: number): string | undefined {
    return this.#writtenTimes.get(at);
  }

  service(at: number): Service {
    return SERVICES[(this.#states[at] ?? 0) & 3] ?? 'other';
  }

  malformed(at: number): EventRecord['malformed'] {
    return MALFORMED[((this.#states[at] ?? 0) >> 2) & 3] ?? null;
  }

  outcome(at: number): EventFacts['outcome'] {
    return OUTCOMES[(this.#states[at] ?? 0) >> 4] ?? 'unknown';
  }

  form(at: number): Form {
    return FORMS[this.#forms[at] ?? 0] ?? 'object';
  }

  eventID(at: number): string {
    return this.#otherIds.get(at) ?? uuidText({ words: this.#ids, at: at * WORDS });
  }

  /** Writes an eventID of AWS's form as numbers; of any other form, gives its text. */
  copyId(at: number, into: Uint32Array, to: number): string | undefined {
    const other = this.#otherIds.size === 0 ? undefined : this.#otherIds.get(at);
    if (other !== undefined) return other;
    for (let word = 0; word < WORDS; word++) into[to + word] = this.#ids[at * WORDS + word] ?? 0;
    return undefined;
  }

  /** The same for records of this log that belong to one group of events. */
  kind(at: number): number {
    const service = (this.#states[at] ?? 0) & 3;
    const name = service === 0 ? this.eventSource(at) : this.eventName(at);
    return 8 * name + 2 * service + (this.malformed(at) === null ? 0 : 1);
  }

  mends(at: number): readonly TextEdit[] {
    return this.#mends.get(at) ?? NONE;
  }

  level(at: number): number {
    return this.#levels[at] ?? 0;
  }

  row(at: number): Row {
    return {
      start: this.start(at),
      end: this.end(at),
      form: this.form(at),
      service: this.service(at),
      malformed: this.malformed(at),
      outcome: this.outcome(at),
      eventName: this.eventName(at),
      eventSource: this.eventSource(at),
      time: this.time(at),
      eventTime: this.writtenTime(at),
      eventID: this.#otherIds.get(at) ?? { words: this.#ids, at: at * WORDS },
      problems: this.problems.get(at) ?? NONE,
      mends: this.mends(at),
      saved: this.saved.get(at),
      teaches: this.teaches.get(at),
      gaps: this.gaps.get(at) ?? NONE,
      level: this.level(at),
      met: this.#muchMet.get(at) ?? unpacked(this.#met[at] ?? 0),
      reach: this.reaches.get(at) ?? 0,
    };
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

export function sum(a: Seen, b: Seen): Seen {
  return {
    topValues: a.topValues + b.topValues,
    unlined: a.unlined + b.unlined,
    wrappers: a.wrappers + b.wrappers,
    lists: a.lists + b.lists,
  };
}
