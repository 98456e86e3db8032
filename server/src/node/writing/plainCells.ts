import { type Doubled, doubledMembers } from '../../cells/doubled';
import type { ExportColumn } from '../../core/export/exportColumn';
import { cellOf, textIn } from '../../core/export/exportedEvent';
import { columns as numbers } from '../../core/store/columns';
import type { Keys } from '../../core/store/keysOf';
import type { RowChunk } from '../../core/store/rowChunk';
import { serviceNumberIn } from '../../core/store/rowState';
import { cellText, EMPTY_CELL } from './cellText';
import { KnownCells } from './knownCells';
import type { PieceMaker } from './pieceMaker';
import { keysOf, type PlainRow } from './plainLines';

/** A row, and where its record stands in its log. */
export interface PlainCellsRow extends PlainRow {
  readonly start: number;
  readonly end: number;
}

/** Writes some columns of a row. */
type Part = (row: PlainCellsRow) => void;

/** Cells as `cellTexts` makes them, as bytes: for events that the extractor has read, in ASCII. Of the records themselves nothing becomes a text. */
export class PlainCells {
  readonly #out: PieceMaker;
  readonly #doubled: Doubled;
  readonly #parts: readonly Part[];
  #keysOfChunk = new Map<Keys, Uint32Array>();
  #chunk: RowChunk | undefined;
  #file = '';
  #fileCell = '';

  constructor(columns: readonly ExportColumn[], out: PieceMaker, doubled: Doubled) {
    this.#out = out;
    this.#doubled = doubled;
    const parts: Part[] = [];
    for (let at = 0; at < columns.length; ) {
      const column = columns[at];
      const keys = column && keysOf(column);
      let end = at + 1;
      if (keys !== undefined) while (keysOf(columns[end]) === keys) end++;
      if (column !== undefined)
        parts.push(keys === undefined ? this.#partOf(column) : this.#known(columns.slice(at, end), keys));
      at = end;
    }
    this.#parts = parts;
  }

  /** Writes the cells of the record that was doubled last. */
  write(row: PlainCellsRow): void {
    for (const part of this.#parts) part(row);
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
        columns.map(({ row: field, type }) => cellText(type, field && cellOf(stored[field]), stored.time)).join(''),
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
    const { type } = column;
    if (column.whole === true) return ({ bytes, start, end }) => this.#copy(bytes, start, end);
    if (column.member !== undefined) return this.#memberOf(column.member, type);
    const field = column.row;
    switch (field) {
      case 'targets':
        // Only events of mail services name targets.
        return ({ chunk, row, stored }) =>
          out.put(
            serviceNumberIn(chunk.number(row, numbers.state)) === 0
              ? EMPTY_CELL
              : cellText(type, cellOf(stored.targets), 0),
          );
      case 'file':
        return ({ stored: { file } }) => {
          if (file !== this.#file) {
            this.#file = file;
            this.#fileCell = cellText(type, cellOf(file), 0);
          }
          out.put(this.#fileCell);
        };
      default:
        return ({ stored }) => out.put(cellText(type, cellOf(stored[field]), stored.time));
    }
  }

  #memberOf(name: string, type: ExportColumn['type']): Part {
    const which = (doubledMembers as readonly string[]).indexOf(name);
    const [out, doubled] = [this.#out, this.#doubled];
    return ({ bytes }) => {
      const end = doubled.sourceEnd(which);
      if (end === 0) out.put(EMPTY_CELL);
      else if (type === 'json') this.#copy(bytes, doubled.sourceAt(which), end);
      else out.put(cellText(type, textIn(bytes.toString('latin1', doubled.sourceAt(which), end)), 0));
    };
  }

  /** JSON of printable ASCII, as it stands there. */
  #copy(from: Buffer, start: number, end: number): void {
    const out = this.#out;
    out.put(`${end - start}:`);
    out.makeRoom(end - start);
    from.copy(out.bytes, out.at, start, end);
    out.at += end - start;
  }
}
