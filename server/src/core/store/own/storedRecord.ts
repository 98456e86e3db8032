import type { Act } from '../../investigate/act';
import type { OwnRecord } from '../../investigate/own/ownEvidence';
import { ownLogs } from '../../read/own/ownLogs';
import { columns } from '../columns';
import {
  ALLOWED,
  ALLOWED_SHIFT,
  type AuditColumn,
  auditColumns,
  LOG_MASK,
  mailColumns,
  NOT_SAID,
  TIME_AROUND,
} from '../ownColumns';
import type { RowChunk } from '../rowChunk';
import { actAt, type SpeakingRows } from '../speakingRows';
import { contentKey } from './contentKey';

/** A record of WorkMail's own logs that is kept in columns: what is asked of it is read from there. */
export class StoredRecord implements OwnRecord {
  readonly time: number;
  readonly #rows: SpeakingRows;
  readonly #place: number;
  #act: Act | undefined;
  #content: string | undefined;

  constructor(rows: SpeakingRows, place: number) {
    this.#rows = rows;
    this.#place = place;
    this.time = rows.chunk.time(this.#row);
  }

  get act(): Act {
    this.#act ??= actAt(this.#rows, this.#row);
    return this.#act;
  }

  /** In milliseconds since 1970, where the record says it itself; not a number where it does not. */
  get ownTime(): number {
    const state = this.#chunk.own.told.numbers[this.#place] ?? 0;
    return (state & TIME_AROUND) === 0 ? this.time : Number.NaN;
  }

  get log(): string {
    return ownLogs()[(this.#chunk.own.told.numbers[this.#place] ?? 0) & LOG_MASK]?.id ?? '';
  }

  get organization(): string {
    return this.#chunk.particulars.organizationId(this.#row);
  }

  get content(): string {
    this.#content ??= contentKey(this.#chunk, this.#place);
    return this.#content;
  }

  get allowed(): boolean | undefined {
    const said = ((this.#chunk.own.told.numbers[this.#place] ?? 0) >> ALLOWED_SHIFT) & 3;
    return said === NOT_SAID ? undefined : said === ALLOWED;
  }

  get what(): string {
    return this.#chunk.tables.callText(this.#chunk.call(this.#row), 'action');
  }

  get address(): string {
    return this.#chunk.tables.text(this.#chunk.number(this.#row, columns.address));
  }

  get program(): string {
    return this.#chunk.tables.text(this.#chunk.number(this.#row, columns.userAgent));
  }

  text(column: string): string {
    return isColumn(column) ? this.#chunk.own.text(this.#row, column) : '';
  }

  get #chunk(): RowChunk {
    return this.#rows.chunk;
  }

  get #row(): number {
    return this.#rows.chunk.own.rows[this.#place] ?? 0;
  }
}

function isColumn(column: string): column is AuditColumn {
  return Object.hasOwn(auditColumns, column) || Object.hasOwn(mailColumns, column);
}
