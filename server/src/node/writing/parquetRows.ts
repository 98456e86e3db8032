import type { ExportColumn } from '../../core/export/exportColumn';
import { ParquetFile } from '../../export/binaryFormats';
import { CellReader } from './cellReader';

/** Bytes of rows that are kept in one piece of memory: somewhat more than a group has. */
const ROOM = 8 << 20;

/** Makes a Parquet file of cells that threads have written. */
export class ParquetRows {
  readonly #file: ParquetFile;
  readonly #columns: readonly ExportColumn[];
  readonly #cells: CellReader;
  /** Rows of the group that waits. */
  #memory = Buffer.alloc(ROOM);
  #used = 0;

  constructor(columns: readonly ExportColumn[]) {
    this.#columns = columns;
    this.#file = new ParquetFile(columns);
    this.#cells = new CellReader(columns.length);
  }

  /** Takes one row. @param bytes of all its cells; they are copied */
  add(bytes: Uint8Array): void {
    const [file, cells] = [this.#file, this.#cells];
    cells.begin(this.#kept(bytes));
    let characters = 0;
    for (const [at, { type, whole }] of this.#columns.entries()) {
      if (!cells.next()) file.put(at, null);
      else if (type === 'json') {
        const json = cells.bytes();
        if (whole === true) characters = json.length;
        file.put(at, json);
      } else if (type === 'boolean') file.put(at, cells.text(at) === 'true');
      else if (type === 'integer') file.put(at, Number(cells.text(at)));
      else if (type === 'time') file.put(at, new Date(Number(cells.text(at))));
      else file.put(at, file.repeats(at) ? cells.text(at) : cells.bytes());
    }
    file.endRow(characters);
  }

  get isFull(): boolean {
    return this.#file.isFull;
  }

  /** See `ParquetFile`. */
  group(): Uint8Array {
    this.#used = 0;
    return this.#file.group();
  }

  end(): Uint8Array {
    return this.#file.end();
  }

  #kept(bytes: Uint8Array): Buffer {
    if (this.#used + bytes.length > this.#memory.length) {
      // What lies there already is held by the values that wait.
      this.#memory = Buffer.alloc(Math.max(ROOM, bytes.length));
      this.#used = 0;
    }
    const from = this.#used;
    this.#used += bytes.length;
    this.#memory.set(bytes, from);
    return this.#memory.subarray(from, this.#used);
  }
}
