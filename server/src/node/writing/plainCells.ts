import { isStrictJson } from '../../core/explain/escape';
import type { ExportColumn } from '../../core/export/exportColumn';
import { cellOf, cellsOf, type ExportCell } from '../../core/export/exportedEvent';
import { columns as numbers } from '../../core/store/columns';
import { type Keys, keysOfRowField } from '../../core/store/keysOf';
import type { RowChunk } from '../../core/store/rowChunk';
import { serviceNumberIn } from '../../core/store/rowState';
import type { StoredRow } from '../../core/store/storedRow';
import { type CellText, cellText, EMPTY_CELL } from './cellText';
import { KnownCells } from './knownCells';
import { MENDED } from './messages';
import type { PieceMaker } from './pieceMaker';

/** A row that is written, and where its record stands among the bytes of its log, as JSON in one line. */
export interface PlainCellsRow {
  readonly chunk: RowChunk;
  readonly row: number;
  readonly stored: StoredRow;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** ASCII without control characters. */
const PRINTABLE = /^[ -~]*$/;

/** Writes some columns of a row. */
type Part = (row: PlainCellsRow) => void;

/** Cells as `cellTexts` makes them, as bytes: for events that the extractor has read. What is the same for many rows is copied. */
export class PlainCells {
  readonly #out: PieceMaker;
  readonly #textOf: CellText;
  readonly #membersOf: ReturnType<typeof cellsOf>;
  readonly #parts: readonly Part[];
  #keysOfChunk = new Map<Keys, Uint32Array>();
  #chunk: RowChunk | undefined;
  #file = '';
  #fileCell = '';
  /** The record that is written, and what its members say that have a column. */
  #json = '';
  #members: readonly ExportCell[] = [];
  #isAsItStands = true;

  /** @param textOf makes the texts of cells: JSON is copied where it is `cellText` */
  constructor(columns: readonly ExportColumn[], out: PieceMaker, textOf: CellText) {
    this.#out = out;
    this.#textOf = textOf;
    const members = columns.filter(({ member }) => member !== undefined);
    this.#membersOf = cellsOf(members);
    const parts: Part[] = [];
    for (let at = 0; at < columns.length; ) {
      const column = columns[at];
      const keys = column && keysOf(column);
      let end = at + 1;
      if (keys !== undefined) while (keysOf(columns[end]) === keys) end++;
      if (column !== undefined)
        parts.push(
          keys === undefined
            ? this.#partOf(column, members.indexOf(column))
            : this.#known(columns.slice(at, end), keys),
        );
      at = end;
    }
    this.#parts = parts;
  }

  /** @returns flags: see `messages.ts` */
  write(row: PlainCellsRow): number {
    this.#json = row.bytes.toString('utf8', row.start, row.end);
    this.#members = this.#membersOf({ row: row.stored, json: this.#json });
    this.#isAsItStands = isStrictJson(this.#json);
    for (const part of this.#parts) part(row);
    return this.#isAsItStands || this.#textOf !== cellText ? 0 : MENDED;
  }

  /** Columns that are the same for all rows of a key. */
  #known(columns: readonly ExportColumn[], keys: Keys): Part {
    let known = new KnownCells();
    let tables: RowChunk['tables'] | undefined;
    return ({ chunk, row, stored }) => {
      if (tables !== chunk.tables) {
        known = new KnownCells();
        ({ tables } = chunk);
      }
      known.put(this.#keys(chunk, keys)[row] ?? 0, this.#out, () =>
        columns.map(({ row: field, type }) => this.#textOf(type, field && cellOf(stored[field]), stored.time)).join(''),
      );
    };
  }

  #keys(chunk: RowChunk, keys: Keys): Uint32Array {
    if (this.#chunk !== chunk) {
      this.#chunk = chunk;
      this.#keysOfChunk = new Map();
    }
    const known = this.#keysOfChunk.get(keys);
    if (known !== undefined) return known;
    const made = keys(chunk);
    this.#keysOfChunk.set(keys, made);
    return made;
  }

  /** @param member its position among the columns of members */
  #partOf(column: ExportColumn, member: number): Part {
    const out = this.#out;
    const { type } = column;
    if (column.whole === true) return (row) => this.#copy(row);
    if (column.member !== undefined) return () => out.put(this.#textOf(type, this.#members[member], 0));
    const field = column.row;
    switch (field) {
      case 'targets':
        // Only events of mail services name targets.
        return ({ chunk, row, stored }) =>
          out.put(
            serviceNumberIn(chunk.number(row, numbers.state)) === 0
              ? EMPTY_CELL
              : this.#textOf(type, cellOf(stored.targets), 0),
          );
      case 'file':
        return ({ stored: { file } }) => {
          if (file !== this.#file) {
            this.#file = file;
            this.#fileCell = this.#textOf(type, cellOf(file), 0);
          }
          out.put(this.#fileCell);
        };
      default:
        return ({ stored }) => out.put(this.#textOf(type, cellOf(stored[field]), stored.time));
    }
  }

  #copy({ bytes, start, end }: PlainCellsRow): void {
    const [out, json] = [this.#out, this.#json];
    // Other bytes may be no UTF-8, or say what nobody can see.
    if (this.#textOf !== cellText || !this.#isAsItStands || !PRINTABLE.test(json)) {
      out.put(this.#textOf('json', json, 0));
      return;
    }
    out.put(`${end - start}:`);
    out.makeRoom(end - start);
    bytes.copy(out.bytes, out.at, start, end);
    out.at += end - start;
  }
}

/** What a column is the same for, where few have it for themselves. */
function keysOf(column: ExportColumn | undefined): Keys | undefined {
  if (column?.row === undefined || OWN.has(column.row)) return undefined;
  return Object.hasOwn(NAMED, column.row) ? NAMED[column.row as keyof typeof NAMED] : undefined;
}

/** Most rows have others. */
const OWN: ReadonlySet<string> = new Set(['accessKey', 'sharedEventID', 'actorId']);

const NAMED = {
  source: keysOfRowField.service,
  action: keysOfRowField.action,
  outcome: keysOfRowField.outcome,
  errorCode: keysOfRowField.errorCode,
  actor: keysOfRowField.actor,
  actorKind: keysOfRowField.kind,
  actorArn: keysOfRowField.arn,
  sessionName: keysOfRowField.session,
  sessionIssuer: keysOfRowField.issuer,
  invokedBy: keysOfRowField.arn,
  address: keysOfRowField.address,
  userAgent: keysOfRowField.userAgent,
  weight: keysOfRowField.weight,
  region: keysOfRowField.region,
  account: keysOfRowField.account,
  readOnly: keysOfRowField.readOnly,
  category: keysOfRowField.category,
  type: keysOfRowField.type,
  malformed: keysOfRowField.malformed,
} as const;
