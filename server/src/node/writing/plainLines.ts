import type { Doubled } from '../../cells/doubled';
import { doubledMembers } from '../../cells/doubled';
import { writtenCell } from '../../core/export/delimited';
import type { ExportColumn } from '../../core/export/exportColumn';
import { cellOf, textIn } from '../../core/export/exportedEvent';
import { columns as numbers } from '../../core/store/columns';
import { type Keys, keysOfRowField } from '../../core/store/keysOf';
import type { RowChunk } from '../../core/store/rowChunk';
import { REQUEST_ID_IS_SHORT, REQUEST_ID_IS_TEXT, serviceNumberIn } from '../../core/store/rowState';
import type { StoredRow } from '../../core/store/storedRow';
import { KnownCells } from './knownCells';
import type { PieceMaker } from './pieceMaker';

/** A row that is written, and what it is written from. */
export interface PlainRow {
  readonly chunk: RowChunk;
  readonly row: number;
  readonly stored: StoredRow;
  readonly index: number;
  /** Its log, and where it stands there. */
  readonly bytes: Buffer;
}

/** Writes some columns of a row, and what parts them from the next. */
type Part = (row: PlainRow) => void;

const QUOTE = 0x22;
const DASH = 0x2d;
const DAY = 86_400;

/**
 * Lines of a table as `eventLines` makes them, as bytes: for events that the extractor has read, in ASCII. What is the same for many
 * rows is copied; of the records themselves nothing becomes a text.
 */
export class PlainLines {
  readonly #out: PieceMaker;
  readonly #doubled: Doubled;
  readonly #separator: number;
  readonly #parts: readonly Part[];
  #keysOfChunk = new Map<Keys, Uint32Array>();
  #chunk: RowChunk | undefined;
  #day = -1;
  #dayText = '';
  #hex = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
  #file = '';
  #fileCell = '';

  constructor(columns: readonly ExportColumn[], separator: ',' | '\t', out: PieceMaker, doubled: Doubled) {
    this.#out = out;
    this.#doubled = doubled;
    this.#separator = separator.charCodeAt(0);
    this.#parts = this.#partsOf(columns, separator);
  }

  /** Writes the line of the record that was doubled last, with its end. */
  write(row: PlainRow): void {
    for (const part of this.#parts) part(row);
    const out = this.#out;
    out.makeRoom(2);
    // The last separator stands where the line ends.
    out.bytes[out.at - 1] = 0x0d;
    out.bytes[out.at++] = 0x0a;
  }

  #partsOf(columns: readonly ExportColumn[], separator: string): readonly Part[] {
    const parts: Part[] = [];
    for (let at = 0; at < columns.length; ) {
      const column = columns[at];
      const keys = column && keysOf(column);
      let end = at + 1;
      if (keys !== undefined) while (keysOf(columns[end]) === keys) end++;
      if (column !== undefined)
        parts.push(keys === undefined ? this.#partOf(column) : this.#known(columns.slice(at, end), keys, separator));
      at = end;
    }
    return parts;
  }

  /** Columns that are the same for all rows of a key. */
  #known(columns: readonly ExportColumn[], keys: Keys, separator: string): Part {
    let known = new KnownCells();
    let tables: RowChunk['tables'] | undefined;
    return ({ chunk, row, stored }) => {
      if (tables !== chunk.tables) {
        known = new KnownCells();
        ({ tables } = chunk);
      }
      known.put(this.#keys(chunk, keys)[row] ?? 0, this.#out, () =>
        columns.map(({ row: field }) => `${writtenCell(field && cellOf(stored[field]), false)}${separator}`).join(''),
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

  #partOf(column: ExportColumn): Part {
    const out = this.#out;
    if (column.whole === true) return () => this.#copy(0, this.#doubled.length);
    if (column.member !== undefined) return this.#memberOf(column.member, column.type === 'json');
    const field = column.row;
    switch (field) {
      case 'eventTime':
        return ({ chunk, row, stored }) => {
          const seconds = chunk.number(row, numbers.time);
          if (seconds === 0) this.#end(writtenCell(cellOf(stored.eventTime), false));
          else this.#time(seconds, stored);
        };
      case 'eventID':
        return ({ chunk, row }) => this.#uuid(chunk, row, numbers.eventID);
      case 'requestID':
        return ({ chunk, row, stored }) => {
          if ((chunk.number(row, numbers.state) & (REQUEST_ID_IS_TEXT | REQUEST_ID_IS_SHORT)) === 0)
            this.#uuid(chunk, row, numbers.requestID);
          else this.#end(writtenCell(cellOf(stored.requestID), false));
        };
      case 'targets':
        return ({ chunk, row, stored }) =>
          this.#end(
            serviceNumberIn(chunk.number(row, numbers.state)) === 0 ? '' : writtenCell(cellOf(stored.targets), false),
          );
      case 'index':
        return ({ index }) => this.#end(`"${index}"`);
      case 'file':
        return ({ stored: { file } }) => {
          if (file !== this.#file) {
            this.#file = file;
            this.#fileCell = writtenCell(cellOf(file), false);
          }
          this.#end(this.#fileCell);
        };
      default:
        return ({ stored }) => {
          out.put(writtenCell(cellOf(stored[field]), false));
          this.#end('');
        };
    }
  }

  #memberOf(name: string, isJson: boolean): Part {
    const which = (doubledMembers as readonly string[]).indexOf(name);
    const doubled = this.#doubled;
    if (isJson)
      return () => {
        const end = doubled.memberEnd(which);
        if (end === 0) this.#end('');
        else this.#copy(doubled.memberAt(which), end);
      };
    return ({ bytes }) => {
      const end = doubled.sourceEnd(which);
      const json = end === 0 ? undefined : bytes.toString('latin1', doubled.sourceAt(which), end);
      this.#end(writtenCell(textIn(json), false));
    };
  }

  /** A cell of ready text, and what parts it from the next. */
  #end(cell: string): void {
    const out = this.#out;
    if (cell !== '') out.put(cell);
    out.makeRoom(1);
    out.bytes[out.at++] = this.#separator;
  }

  /** A cell of doubled JSON. */
  #copy(from: number, to: number): void {
    const [out, doubled] = [this.#out, this.#doubled];
    out.makeRoom(to - from + 3);
    const { bytes } = out;
    bytes[out.at++] = QUOTE;
    bytes.set(doubled.memory.subarray(doubled.at + from, doubled.at + to), out.at);
    out.at += to - from;
    bytes[out.at++] = QUOTE;
    bytes[out.at++] = this.#separator;
  }

  #time(seconds: number, stored: StoredRow): void {
    const out = this.#out;
    const day = Math.floor(seconds / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#dayText = `"${stored.eventTime.slice(0, -'00:00:00Z'.length)}`;
    }
    out.put(this.#dayText);
    out.makeRoom(12);
    const { bytes } = out;
    let { at } = out;
    const ofDay = seconds - DAY * day;
    const minutes = Math.floor(ofDay / 60);
    for (const part of [Math.floor(minutes / 60), minutes % 60, ofDay % 60]) {
      bytes[at++] = 0x30 + Math.floor(part / 10);
      bytes[at++] = 0x30 + (part % 10);
      bytes[at++] = 0x3a;
    }
    bytes[at - 1] = 0x5a;
    bytes[at++] = QUOTE;
    bytes[at++] = this.#separator;
    out.at = at;
  }

  #uuid(chunk: RowChunk, row: number, column: number): void {
    const [out, hex] = [this.#out, this.#hex];
    out.makeRoom(40);
    const { bytes } = out;
    let { at } = out;
    bytes[at++] = QUOTE;
    for (let word = 0; word < 4; word++) {
      const number = chunk.number(row, column + word);
      for (let shift = 28; shift >= 0; shift -= 4) {
        // Groups begin with the second and the third word, and in the middle of both.
        if ((shift === 28 || shift === 12) && (word === 1 || word === 2)) bytes[at++] = DASH;
        bytes[at++] = hex[(number >>> shift) & 15] ?? 0;
      }
    }
    bytes[at++] = QUOTE;
    bytes[at++] = this.#separator;
    out.at = at;
  }
}

/** What a column is the same for, where few have it for themselves. */
export function keysOf(column: ExportColumn | undefined): Keys | undefined {
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
