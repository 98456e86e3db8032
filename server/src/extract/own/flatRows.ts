import { ownLogs } from '../../core/read/own/ownLogs';
import { ownTime } from '../../core/read/own/ownReading';
import { columns, WIDTH } from '../../core/store/columns';
import { OWN_WIDTH, type OwnNumbers, ownState } from '../../core/store/ownColumns';
import type { ParticularNumbers } from '../../core/store/particularNumbers';
import { REQUEST_ID_IS_SHORT, REQUEST_ID_IS_TEXT } from '../../core/store/rowState';
import { ENTRY, type FlatEntries, type FlatLines } from './flatLines';
import { FlatParticulars } from './flatParticulars';
import { type FlatPlan, flatPlan } from './flatPlan';
import { FlatTuples } from './flatTuples';
import { Organizations } from './organizations';

/** Some rows, with room for no more. */
export interface FlatChunk {
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly count: number;
  readonly own: OwnNumbers;
  readonly particulars: ParticularNumbers;
}

/** The last second that 32 bits can tell. */
const LAST_SECOND = 2 ** 32 - 1;
/** What the extractor says of an id and of a time. */
const IS_UUID = 1;
const IS_SHORT = 2;
const IS_NUMBER = 1;

/** Makes rows of entries of flat records: the same that `RowWriter` makes of the records. */
export class FlatRows {
  readonly tuples: FlatTuples;
  readonly #lines: FlatLines;
  readonly #capacity: number;
  readonly #organizations: Organizations;
  readonly #plans: readonly (FlatPlan | undefined)[];
  readonly #particulars: FlatParticulars;
  /** Those of the rows that are made: a full chunk is handed over as it is, without a copy. */
  #numbers: Uint32Array<ArrayBuffer>;
  #own: Uint32Array<ArrayBuffer>;
  #count = 0;

  /** @param capacity the most rows between two `take` */
  constructor(lines: FlatLines, capacity: number) {
    this.#lines = lines;
    this.#capacity = capacity;
    this.tuples = new FlatTuples(lines);
    this.#organizations = new Organizations(lines);
    this.#plans = ownLogs().map((log) => flatPlan(log, lines));
    this.#particulars = new FlatParticulars(lines, capacity);
    this.#numbers = new Uint32Array(capacity * WIDTH);
    this.#own = new Uint32Array(capacity * OWN_WIDTH);
  }

  get count(): number {
    return this.#count;
  }

  /** For how many rows there is room before they are taken. */
  get room(): number {
    return this.#capacity - this.#count;
  }

  /** Undefined where rows of a log can't be made in this way. @param log its number */
  planOf(log: number): FlatPlan | undefined {
    return this.#plans[log];
  }

  /** When an entry says it happened, in milliseconds since 1970. */
  timeOf({ numbers, doubles, width }: FlatEntries, entry: number, { time }: FlatPlan): number | undefined {
    const at = entry * width;
    const said = time < 0 ? 0 : (numbers[at + time] ?? 0);
    if (said === 0) return undefined;
    return ownTime(said === IS_NUMBER ? (doubles[(at + ENTRY.time) >> 1] ?? 0) : this.#lines.textOf(said - 1));
  }

  /** Adds the row of an entry. @param time see `timeOf` */
  add(entries: FlatEntries, entry: number, plan: FlatPlan, time: number | undefined): void {
    const { numbers: from, width } = entries;
    const { roles } = plan;
    const at = entry * width;
    const row = this.#count++;
    const into = this.#numbers;
    const capacity = this.#capacity;
    const organization = this.#organizations.of(firstOf(from, at, roles.organization));
    const truth = plan.truth < 0 ? 0 : (from[at + plan.truth] ?? 0);
    const role = firstOf(from, at, roles.actor);
    const id = role === 0 ? firstOf(from, at, roles.user) : role;
    this.tuples.beOf(plan, organization);
    const { call, state } = this.tuples.call(plan.act < 0 ? 0 : (from[at + plan.act] ?? 0), truth);
    into[columns.call * capacity + row] = call;
    into[columns.identity * capacity + row] = this.tuples.identity(id, firstOf(from, at, roles.name), role !== 0);
    into[columns.principal * capacity + row] = id;
    into[columns.address * capacity + row] = firstOf(from, at, roles.address);
    into[columns.userAgent * capacity + row] = firstOf(from, at, roles.agent);
    const isTold = time !== undefined && time > 0 && time <= 1000 * LAST_SECOND;
    into[columns.time * capacity + row] = isTold ? Math.floor(time / 1000) : 0;
    const request = plan.request < 0 ? 0 : (from[at + plan.request] ?? 0);
    for (let word = 0; word < 4; word++)
      into[(columns.requestID + word) * capacity + row] = from[at + ENTRY.request + word] ?? 0;
    into[columns.state * capacity + row] = state | requestState(request);
    into[columns.start * capacity + row] = from[at + ENTRY.start] ?? 0;
    into[columns.length * capacity + row] = from[at + ENTRY.length] ?? 0;
    this.#addOwn(row, entries, at, plan, time, truth);
    this.#particulars.add(row, entries, at, plan, organization.id, truth);
  }

  #addOwn(
    row: number,
    { numbers: from }: FlatEntries,
    at: number,
    { log, columns: kept }: FlatPlan,
    time: number | undefined,
    truth: number,
  ): void {
    const own = this.#own;
    const capacity = this.#capacity;
    const allowed = truth === 0 ? undefined : truth === 1;
    own[row] = ownState(log.number, allowed, time === undefined ? 0 : time % 1000);
    for (let each = 0; each < kept.length; each += 2) {
      const number = from[at + (kept[each] ?? 0)] ?? 0;
      if (number !== 0) own[(kept[each + 1] ?? 0) * capacity + row] = number;
    }
  }

  /** The rows since the last time. */
  take(): FlatChunk {
    const count = this.#count;
    const capacity = this.#capacity;
    const rows = new Uint32Array(count);
    for (let row = 0; row < count; row++) rows[row] = row;
    const isFull = count === capacity;
    const numbers = isFull ? this.#numbers : compacted(this.#numbers, WIDTH, capacity, count);
    const own = isFull ? this.#own : compacted(this.#own, OWN_WIDTH, capacity, count);
    if (isFull) {
      this.#numbers = new Uint32Array(capacity * WIDTH);
      this.#own = new Uint32Array(capacity * OWN_WIDTH);
    } else this.#own.fill(0);
    this.#count = 0;
    return { numbers, count, own: { rows, numbers: own }, particulars: this.#particulars.take() };
  }
}

function requestState(request: number): number {
  if (request === IS_UUID) return 0;
  return request === IS_SHORT ? REQUEST_ID_IS_TEXT | REQUEST_ID_IS_SHORT : REQUEST_ID_IS_TEXT;
}

function firstOf(from: Uint32Array, at: number, places: readonly number[]): number {
  for (let each = 0; each < places.length; each++) {
    const number = from[at + (places[each] ?? 0)] ?? 0;
    if (number !== 0) return number;
  }
  return 0;
}

function compacted(numbers: Uint32Array, width: number, capacity: number, count: number): Uint32Array<ArrayBuffer> {
  const found = new Uint32Array(width * count);
  for (let column = 0; column < width; column++)
    found.set(numbers.subarray(column * capacity, column * capacity + count), column * count);
  return found;
}
