import type { Doer } from '../investigate/doer';
import { isoSecond } from '../investigate/utcText';
import type { EventRecord, Service } from '../record';
import { columns, evenBegins, WIDTH } from './columns';
import { noOwnNumbers, OwnRows } from './ownRows';
import {
  EVENT_ID_IS_TEXT,
  isNetworkIn,
  malformedIn,
  OWN,
  outcomeIn,
  REQUEST_ID_IS_SHORT,
  REQUEST_ID_IS_TEXT,
  saidIn,
  serviceIn,
  serviceNumberIn,
} from './rowState';
import type { RowTables } from './rowTables';
import { shortIdText } from './shortId';
import { noParticulars, type StoredParticulars } from './storedParticulars';
import { uuidText } from './uuid';

/** What few rows have, by the position of the row. */
export interface RowNotes {
  /** Times that are no seconds since 1970: in milliseconds, not a number where none can be read, and as they are told. */
  readonly times: ReadonlyMap<number, { readonly ms: number; readonly text: string }>;
}

export const noNotes: RowNotes = { times: new Map() };

/** Some rows, in columns. */
export class RowChunk {
  readonly tables: RowTables;
  readonly count: number;
  readonly notes: RowNotes;
  /** What events of WorkMail, and some others, say beyond the columns. */
  readonly particulars: StoredParticulars;
  /** What records of WorkMail's own logs say beyond the columns. */
  readonly own: OwnRows;
  readonly #numbers: Uint32Array;
  readonly #begins: Uint32Array;
  #actors: Uint32Array | undefined;
  #said: Uint32Array | undefined;
  #weighed: Uint32Array | undefined;

  /**
   * @param numbers as `columns` has them, with room for `numbers.length / WIDTH` rows
   * @param begins where each column begins instead: those that are 0 in all rows may begin in the same place
   */
  constructor(
    tables: RowTables,
    numbers: Uint32Array,
    count: number,
    notes: RowNotes = noNotes,
    particulars: StoredParticulars = noParticulars,
    own: OwnRows = new OwnRows(noOwnNumbers, tables.texts),
    begins: Uint32Array = evenBegins(WIDTH, numbers.length / WIDTH),
  ) {
    this.tables = tables;
    this.count = count;
    this.notes = notes;
    this.particulars = particulars;
    this.own = own;
    this.#numbers = numbers;
    this.#begins = begins;
  }

  /** All its numbers, with room for no more rows than there are. */
  compact(): Uint32Array {
    const { count } = this;
    if (this.#numbers.length === count * WIDTH && this.#begins[1] === count) return this.#numbers;
    const numbers = new Uint32Array(count * WIDTH);
    for (let column = 0; column < WIDTH; column++) numbers.set(this.column(column), column * count);
    return numbers;
  }

  /** @param column one of `columns` */
  number(row: number, column: number): number {
    return this.#numbers[(this.#begins[column] ?? 0) + row] ?? 0;
  }

  /** All rows of a column. */
  column(column: number): Uint32Array {
    const begin = this.#begins[column] ?? 0;
    return this.#numbers.subarray(begin, begin + this.count);
  }

  /** The names of who acted, by number of a table of their own: see `RowTables.actorNumbers`. */
  get actors(): Uint32Array {
    this.#actors ??= this.tables.actorNumbers({
      identities: this.column(columns.identity),
      principals: this.column(columns.principal),
      calls: this.column(columns.call),
    });
    return this.#actors;
  }

  /** What states say of the events themselves. */
  get said(): Uint32Array {
    this.#said ??= this.column(columns.state).map(saidIn);
    return this.#said;
  }

  /** The same for rows that weigh the same: of one call, and of one service, since a few records do not name theirs, and all at home or none. */
  get weighed(): Uint32Array {
    const { own } = this;
    this.#weighed ??= this.#made((row) => {
      const home = own.count > 0 && own.isAtHome(row) ? 1 : 0;
      return 8 * this.call(row) + 4 * home + serviceNumberIn(this.number(row, columns.state));
    });
    return this.#weighed;
  }

  #made(numberOf: (row: number) => number): Uint32Array {
    const made = new Uint32Array(this.count);
    for (let row = 0; row < made.length; row++) made[row] = numberOf(row);
    return made;
  }

  start(row: number): number {
    return this.number(row, columns.start);
  }

  end(row: number): number {
    return this.start(row) + this.number(row, columns.length);
  }

  /** In milliseconds since 1970; not a number where it can't be read. */
  time(row: number): number {
    const seconds = this.number(row, columns.time);
    if (seconds === 0) return this.notes.times.get(row)?.ms ?? Number.NaN;
    return this.own.count === 0 ? 1000 * seconds : 1000 * seconds + this.own.milliseconds(row);
  }

  /** As it is told, where `time` does not say it. */
  writtenTime(row: number): string | undefined {
    return this.number(row, columns.time) === 0 ? (this.notes.times.get(row)?.text ?? '') : undefined;
  }

  eventTime(row: number): string {
    return this.writtenTime(row) ?? isoSecond(this.time(row));
  }

  call(row: number): number {
    return this.number(row, columns.call);
  }

  /** Who acted, as far as acts are told apart by it. */
  doer(row: number): Doer {
    return this.tables.doer({
      identity: this.number(row, columns.identity),
      principal: this.number(row, columns.principal),
      call: this.call(row),
    });
  }

  /** Number of the text of eventName. */
  eventName(row: number): number {
    return this.tables.callTextNumber(this.call(row), 'action');
  }

  /** Number of the text of eventSource. */
  eventSource(row: number): number {
    return this.tables.callTextNumber(this.call(row), 'source');
  }

  /** The same for rows of these tables that belong to one group of events. */
  kind(row: number): number {
    const state = this.number(row, columns.state);
    const service = serviceNumberIn(state);
    const name = service === 0 || service === OWN ? this.eventSource(row) : this.eventName(row);
    return 8 * name + 2 * service + (malformedIn(state) === null ? 0 : 1);
  }

  service(row: number): Service {
    return serviceIn(this.number(row, columns.state));
  }

  outcome(row: number): ReturnType<typeof outcomeIn> {
    return outcomeIn(this.number(row, columns.state));
  }

  malformed(row: number): EventRecord['malformed'] {
    return malformedIn(this.number(row, columns.state));
  }

  isNetwork(row: number): boolean {
    return isNetworkIn(this.number(row, columns.state));
  }

  eventID(row: number): string {
    return this.#id(row, columns.eventID, EVENT_ID_IS_TEXT);
  }

  requestID(row: number): string {
    if ((this.number(row, columns.state) & REQUEST_ID_IS_SHORT) !== 0)
      return shortIdText(this.#words(row, columns.requestID));
    return this.#id(row, columns.requestID, REQUEST_ID_IS_TEXT);
  }

  /** Whether there is one, without making its text. */
  hasRequestID(row: number): boolean {
    const state = this.number(row, columns.state);
    return (
      (state & REQUEST_ID_IS_TEXT) === 0 ||
      (state & REQUEST_ID_IS_SHORT) !== 0 ||
      this.number(row, columns.requestID) !== 0
    );
  }

  /** Writes an eventID of AWS's form as four numbers; of any other form, gives its text. */
  copyId(row: number, into: Uint32Array, to: number): string | undefined {
    if ((this.number(row, columns.state) & EVENT_ID_IS_TEXT) !== 0) return this.eventID(row);
    for (let word = 0; word < 4; word++) into[to + word] = this.number(row, columns.eventID + word);
    return undefined;
  }

  #id(row: number, column: number, isText: number): string {
    if ((this.number(row, columns.state) & isText) !== 0) return this.tables.text(this.number(row, column));
    return uuidText({ words: this.#words(row, column), at: 0 });
  }

  #words(row: number, column: number): Uint32Array {
    const words = new Uint32Array(4);
    for (let word = 0; word < 4; word++) words[word] = this.number(row, column + word);
    return words;
  }
}
