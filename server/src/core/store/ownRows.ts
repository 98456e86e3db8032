import { once } from '../once';
import { type OwnLog, ownLogs } from '../read/own/ownLogs';
import { evenBegins } from './columns';
import { lastNotAbove } from './lastNotAbove';
import {
  ALLOWED,
  ALLOWED_SHIFT,
  type AuditColumn,
  auditColumns,
  LOG_MASK,
  type MailColumn,
  MS_MASK,
  MS_SHIFT,
  mailColumns,
  NOT_SAID,
  OWN_WIDTH,
  type OwnNumbers,
} from './ownColumns';
import type { TextTable } from './texts';

/**
 * The rows of a chunk that are of WorkMail's own logs. A fold goes over `rows` and columns by place:
 *
 *     const owners = own.audit('owner'), states = own.audit('state');
 *     for (let place = 0; place < own.count; place++) if (own.logAt(place) === MAILBOX_ACCESS) count(owners[place]);
 */
export class OwnRows {
  readonly told: OwnNumbers;
  readonly texts: TextTable;
  readonly #begins: Uint32Array;

  constructor(told: OwnNumbers, texts: TextTable) {
    this.told = told;
    this.texts = texts;
    this.#begins = told.begins ?? evenBegins(OWN_WIDTH, told.rows.length);
  }

  get count(): number {
    return this.told.rows.length;
  }

  /** In ascending order. */
  get rows(): Uint32Array {
    return this.told.rows;
  }

  /** A column of logs that tell who used a mailbox. Rows of logs about messages have something else there. */
  audit(column: AuditColumn): Uint32Array {
    return this.column(auditColumns[column]);
  }

  /** A column of logs that tell of messages on their way. Rows of logs about mailboxes have something else there. */
  mail(column: MailColumn): Uint32Array {
    return this.column(mailColumns[column]);
  }

  /** A column for all rows of the chunk, by row: 0 for those of other logs and of the other family. */
  ofRows(columns: { readonly audit?: AuditColumn; readonly mail?: MailColumn }, count: number): Uint32Array {
    const { audit, mail } = columns;
    const ofRows = new Uint32Array(count);
    const numbers = [audit && this.audit(audit), mail && this.mail(mail)];
    const isAudit = ownLogs().map(({ family }) => family === 'audit');
    for (let place = 0; place < this.count; place++) {
      const from = numbers[isAudit[this.logAt(place)] === true ? 0 : 1];
      if (from !== undefined) ofRows[this.rows[place] ?? 0] = from[place] ?? 0;
    }
    return ofRows;
  }

  /** The place of a row; negative where it is of no such log. */
  placeOf(row: number): number {
    const { rows } = this.told;
    const first = rows[0] ?? 0;
    // In nearly all chunks all rows are, or none.
    if (rows[row - first] === row) return row - first;
    const place = lastNotAbove(rows.length, (each) => rows[each] ?? 0, row);
    return rows[place] === row ? place : -1;
  }

  /** The number of a text of a column of logs that tell who used a mailbox. */
  numberAt(place: number, column: AuditColumn): number {
    return this.numberIn(auditColumns[column], place);
  }

  /** What a place has in a column of either family. */
  numberIn(column: number, place: number): number {
    return this.told.numbers[(this.#begins[column] ?? 0) + place] ?? 0;
  }

  /** The number of the log of a place. */
  logAt(place: number): number {
    return this.#state(place) & LOG_MASK;
  }

  /** The log of a row; undefined where it is of none of these. */
  log(row: number): OwnLog | undefined {
    const place = this.placeOf(row);
    return place < 0 ? undefined : ownLogs()[this.logAt(place)];
  }

  /** Whether it was allowed or worked; undefined where that is not said. */
  allowed(row: number): boolean | undefined {
    const place = this.placeOf(row);
    const said = place < 0 ? NOT_SAID : (this.#state(place) >> ALLOWED_SHIFT) & 3;
    return said === NOT_SAID ? undefined : said === ALLOWED;
  }

  /** Whether somebody did it in their own mailbox, as far as it says: by no role. */
  isAtHome(row: number): boolean {
    const place = this.placeOf(row);
    if (place < 0 || !hasOwners()[this.logAt(place)]) return false;
    const user = this.numberAt(place, 'user');
    return user !== 0 && user === this.numberAt(place, 'owner') && this.numberAt(place, 'impersonator') === 0;
  }

  /** The thousandths of its second. */
  milliseconds(row: number): number {
    const place = this.placeOf(row);
    return place < 0 ? 0 : (this.#state(place) >> MS_SHIFT) & MS_MASK;
  }

  /** The text of a column; empty where there is none, and for a row whose log has no such column. */
  text(row: number, column: AuditColumn | MailColumn): string {
    const place = this.placeOf(row);
    const log = place < 0 ? undefined : ownLogs()[this.logAt(place)];
    if (log === undefined || column === 'state') return '';
    const columns: Readonly<Record<string, number>> = log.family === 'audit' ? auditColumns : mailColumns;
    const at = columns[column];
    return at === undefined ? '' : this.texts.textOf(this.numberIn(at, place));
  }

  #state(place: number): number {
    return this.numberIn(auditColumns.state, place);
  }

  /** A column of either family. */
  column(column: number): Uint32Array {
    const begin = this.#begins[column] ?? 0;
    return this.told.numbers.subarray(begin, begin + this.count);
  }
}

/** By number of a log. */
const hasOwners: () => readonly boolean[] = /* @__PURE__ */ once(() =>
  ownLogs().map(({ fields }) => fields.some(({ column }) => column === 'owner')),
);

export const noOwnNumbers: OwnNumbers = { rows: new Uint32Array(0), numbers: new Uint32Array(0) };
