import type { ExportColumn } from '../../core/export/exportColumn';
import { type SheetCell, workbookBytes } from '../../export/binaryFormats';
import { CellReader } from './cellReader';

/** Rows that wait for the workbook: who adds more waits until they are taken. */
const MOST_WAITING = 2000;

/** Makes a workbook of cells that threads have written, while they write. */
export class SheetRows {
  /** By name of the column, how many of its cells were cut. */
  readonly cut = new Map<string, number>();
  readonly #columns: readonly ExportColumn[];
  readonly #cells: CellReader;
  readonly #writing: Promise<void>;
  #rows: SheetCell[][] = [];
  #isEnded = false;
  #hasFailed = false;
  #tellRows: () => void = () => undefined;
  #tellRoom: () => void = () => undefined;

  /** @param write takes a piece of the file */
  constructor(columns: readonly ExportColumn[], write: (piece: Uint8Array) => Promise<void>) {
    this.#columns = columns;
    this.#cells = new CellReader(columns.length);
    this.#writing = this.#write(write);
    // It is awaited with the next rows.
    this.#writing.catch(() => {
      this.#hasFailed = true;
      this.#tellRoom();
    });
  }

  /** Takes one row. @param bytes of all its cells; what is told of them is copied */
  add(bytes: Uint8Array): void {
    const cells = this.#cells;
    cells.begin(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    this.#rows.push(
      this.#columns.map(({ name, type }, at) => {
        if (!cells.next()) return null;
        if (cells.isCut) this.cut.set(name, (this.cut.get(name) ?? 0) + 1);
        const text = cells.text(at);
        return type === 'boolean' ? text === 'true' : type === 'integer' ? Number(text) : text;
      }),
    );
    this.#tellRows();
  }

  get isFull(): boolean {
    return this.#rows.length >= MOST_WAITING;
  }

  /** Resolves when there is room for more. @throws what writing threw */
  async room(): Promise<void> {
    while (this.isFull && !this.#hasFailed) await new Promise<void>((resolve) => (this.#tellRoom = resolve));
    if (this.#hasFailed) await this.#writing;
  }

  /** Resolves when all is written. */
  async end(): Promise<void> {
    this.#isEnded = true;
    this.#tellRows();
    await this.#writing;
  }

  async #write(write: (piece: Uint8Array) => Promise<void>): Promise<void> {
    for await (const piece of workbookBytes(this.#each())) await write(piece);
  }

  async *#each(): AsyncGenerator<readonly SheetCell[]> {
    while (true) {
      const rows = this.#rows;
      this.#rows = [];
      this.#tellRoom();
      yield* rows;
      if (this.#rows.length > 0) continue;
      if (this.#isEnded) return;
      await new Promise<void>((resolve) => (this.#tellRows = resolve));
    }
  }
}
