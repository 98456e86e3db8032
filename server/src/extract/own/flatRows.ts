import { ownLogs } from '../../core/read/own/ownLogs';
import { ownTime } from '../../core/read/own/ownReading';
import { columns, WIDTH } from '../../core/store/columns';
import { behindColumns, WIDTH_OF_ALL } from '../../core/store/ownParticulars';
import type { ExtractorExports } from '../exports';
import type { FlatKinds } from './flatKinds';
import { ENTRY, type FlatEntries, type FlatLines } from './flatLines';
import { type FlatPlan, flatPlan } from './flatPlan';
import { FlatTuples } from './flatTuples';
import { Organizations } from './organizations';

/** Some columns one behind the other; those that are 0 in all rows begin in one place, where a 0 stands for each row. */
export interface SomeColumns {
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly begins: Uint32Array<ArrayBuffer>;
}

/** Some rows, all of flat logs. */
export interface FlatChunk {
  readonly count: number;
  /** See `columns`. */
  readonly rows: SomeColumns;
  /** See `auditColumns`; behind them those of `behindColumns`. */
  readonly own: SomeColumns;
}

/** Why no more rows were made; the extractor has the same numbers. */
export const WHY = {
  end: 0,
  handedOver: 1,
  log: 2,
  call: 3,
  identity: 4,
  time: 5,
  outside: 6,
  full: 7,
  strange: 8,
} as const;
const STOPPED_NUMBERS = 5;

/** The columns of rows in which anything stands. */
const USED: readonly number[] = [
  ...[columns.call, columns.identity, columns.principal, columns.address, columns.userAgent, columns.time],
  ...[columns.state, columns.requestID, columns.requestID + 1, columns.requestID + 2, columns.requestID + 3],
  ...[columns.start, columns.length],
];
/** Bytes of a number. */
const BYTES = 4;

/**
 * Has the extractor make rows of entries of flat records: the same that `RowWriter` makes of the records. It is told what follows from texts,
 * once for all records that are alike.
 */
export class FlatRows {
  readonly tuples: FlatTuples;
  readonly #lines: FlatLines;
  readonly #wasm: ExtractorExports;
  readonly #kinds: FlatKinds;
  readonly #capacity: number;
  readonly #organizations: Organizations;
  readonly #plans: readonly (FlatPlan | undefined)[];
  #why: number = WHY.end;

  /** @param capacity the most rows between two `take` */
  constructor(lines: FlatLines, kinds: FlatKinds, capacity: number) {
    this.#lines = lines;
    this.#wasm = lines.module;
    this.#kinds = kinds;
    this.#capacity = capacity;
    this.tuples = new FlatTuples(lines);
    this.#organizations = new Organizations(lines);
    this.#plans = ownLogs().map((log) => flatPlan(log, lines));
    const { organization, act } = kinds.places;
    this.#wasm.prepareFlatRows(capacity, organization, act);
    for (const plan of this.#plans) {
      if (plan === undefined) continue;
      const { words, log } = plan;
      new Uint32Array(this.#wasm.memory.buffer, this.#wasm.planOf(log.number), words.length).set(words);
    }
  }

  get count(): number {
    return this.#wasm.flatRows();
  }

  /** By number of a log what its targets are described by. */
  get described(): readonly number[] {
    return this.#plans.map((plan) => plan?.described ?? 0);
  }

  /** Begins with the next log. @param window of times in milliseconds since 1970; rows outside of it are not made */
  begin({ from, to }: { readonly from?: number | undefined; readonly to?: number | undefined } = {}): void {
    this.#wasm.beginFlatRows(from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY);
  }

  /** Numbers of the logs that records were of since then. */
  get logs(): readonly number[] {
    const logs = this.#wasm.flatLogs();
    return ownLogs().flatMap(({ number }) => ((logs & (1 << number)) === 0 ? [] : number));
  }

  /** The earliest and the latest time of rows since then; undefined where none says it. */
  get times(): readonly [first: number, last: number] | undefined {
    const [first, last] = [this.#wasm.flatFirst(), this.#wasm.flatLast()];
    return first <= last ? [first, last] : undefined;
  }

  /** Why the last `add` ended: see `WHY`. */
  get why(): number {
    return this.#why;
  }

  /**
   * Adds rows of entries.
   *
   * @param keeps whether rows are kept, or only looked at
   * @returns the first entry of which there is no row, for a reason that `why` tells
   */
  add({ count, number }: FlatEntries, from: number, keeps: boolean): number {
    const wasm = this.#wasm;
    let entry = from;
    while (true) {
      entry = wasm.addFlatRows(entry, count, keeps ? 1 : 0);
      const [why = 0, log = 0, ...asked] = new Uint32Array(wasm.memory.buffer, wasm.stoppedAt(), STOPPED_NUMBERS);
      this.#why = why;
      const [one = 0, two = 0, three = 0] = asked;
      if (why === WHY.log) {
        const [low, high] = [number(entry, ENTRY.there), number(entry, ENTRY.there + 1)];
        const found = this.#kinds.of(low, high, one, two)?.number;
        if (found === undefined || this.#plans[found] === undefined) {
          this.#why = WHY.strange;
          return entry;
        }
        wasm.tellLog(low, high, one, two, found);
      } else if (why === WHY.call) this.#tellCall(log, one, two, three);
      else if (why === WHY.identity) this.#tellIdentity(log, one, two);
      else if (why === WHY.time) wasm.tellTime(entry, ownTime(this.#lines.textOf(one - 1)) ?? Number.NaN);
      else return entry;
    }
  }

  #tellCall(log: number, arn: number, act: number, truth: number): void {
    const of = ownLogs()[log];
    if (of === undefined) return;
    const organization = this.#organizations.of(arn);
    this.tuples.beOf(of, organization);
    const { call, state } = this.tuples.call(act, truth);
    this.#wasm.tellCall(log, arn, act, truth, call, state, organization.id);
  }

  #tellIdentity(log: number, arn: number, name: number): void {
    const of = ownLogs()[log];
    if (of === undefined) return;
    this.tuples.beOf(of, this.#organizations.of(arn));
    this.#wasm.tellIdentity(log, arn, name, this.tuples.identity(name));
  }

  /** The rows since the last time. */
  take(): FlatChunk {
    const wasm = this.#wasm;
    const { count } = this;
    const { buffer } = wasm.memory;
    const begin = wasm.flatColumnsAt();
    const column = (at: number): Uint32Array => new Uint32Array(buffer, begin + BYTES * this.#capacity * at, count);
    const written = wasm.flatColumns();
    const own: number[] = [behindColumns.organization, behindColumns.who, behindColumns.what];
    for (let at = WIDTH_OF_ALL - 1; at >= 0; at--) if ((written & (1 << at)) !== 0) own.unshift(at);
    const taken = {
      count,
      rows: copied(USED, WIDTH, count, column),
      own: copied(own, WIDTH_OF_ALL, count, (at) => column(WIDTH + at)),
    };
    wasm.flatTaken();
    return taken;
  }
}

/** @param used the columns that are copied @param width how many there are of all */
function copied(
  used: readonly number[],
  width: number,
  count: number,
  column: (at: number) => Uint32Array,
): SomeColumns {
  const numbers = new Uint32Array((used.length + 1) * count);
  // Behind them stands a 0 for each row.
  const begins = new Uint32Array(width).fill(used.length * count);
  for (const [place, at] of used.entries()) {
    numbers.set(column(at), place * count);
    begins[at] = place * count;
  }
  return { numbers, begins };
}
