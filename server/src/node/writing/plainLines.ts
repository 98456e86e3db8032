import { linePartsOf } from '../../cells/lineParts';
import { type Cells, type LinesOfLog, TableLines } from '../../cells/tableLines';
import { writtenCell } from '../../core/export/delimited';
import type { ExportColumn } from '../../core/export/exportColumn';
import { cellOf, textIn } from '../../core/export/exportedEvent';
import { columns as numbers } from '../../core/store/columns';
import type { RowChunk } from '../../core/store/rowChunk';
import type { StoredRow } from '../../core/store/storedRow';
import type { Extractor } from '../../extract/extractor';

/** A log whose lines are written: its rows lie in the extractor. */
export interface PlainLog {
  readonly name: string;
  /** Of its text. */
  readonly bytes: Buffer;
  /** Where the record of each row stands among the bytes, two numbers: see `TableLines`. */
  readonly spans: Uint32Array | undefined;
  /** A chunk with a row, and its position there. */
  readonly chunkOf: (row: number) => readonly [chunk: RowChunk, row: number];
  readonly rowOf: (row: number, index: number) => StoredRow;
}

/**
 * Lines of a table as `eventLines` makes them, as bytes: for events that the extractor has read, in ASCII. Only what few rows have in
 * common is made here, cell by cell; all else becomes bytes in the module.
 */
export class PlainLines {
  readonly #separator: ',' | '\t';
  readonly #lines: TableLines;

  private constructor(lines: TableLines, separator: ',' | '\t') {
    this.#lines = lines;
    this.#separator = separator;
  }

  /** @param extractor whose rows are written @param seed see `EventMarks` */
  static of(
    extractor: Extractor,
    columns: readonly ExportColumn[],
    separator: ',' | '\t',
    seed: number,
  ): PlainLines | undefined {
    const lines = TableLines.of(extractor.lines, linePartsOf(columns), separator, seed);
    return lines && new PlainLines(lines, separator);
  }

  /** Numbers of texts and tuples mean something else from now on. */
  forget(): void {
    this.#lines.forget();
  }

  /** Of the log that was begun, whether `other` is asked for no row that the extractor has read. */
  get arePlain(): boolean {
    return this.#lines.arePlain;
  }

  /** Begins with the next log, and gives what writes rows of it: from a row up to another, and the position of the first in the log. */
  begin(
    { name, bytes, spans, chunkOf, rowOf }: PlainLog,
    { name: nameOf, take, other }: Pick<LinesOfLog, 'name' | 'take' | 'other'>,
  ): (from: number, to: number, index: number) => void {
    const lines = this.#lines;
    lines.begin(bytes, spans, `${writtenCell(cellOf(name), false)}${this.#separator}`);
    return (from, to, index) =>
      lines.write(from, to, index, {
        name: nameOf,
        take,
        other,
        cells: ({ columns, isOfIdentity }, row): Cells => {
          const stored = rowOf(row, index + row - from);
          let text = '';
          for (const { row: field, member } of columns) {
            const value = member === undefined ? field && cellOf(stored[field]) : this.#message(bytes);
            text += writtenCell(value, false) + this.#separator;
          }
          if (!isOfIdentity) return { text };
          const [chunk, at] = chunkOf(row);
          return { text, beside: chunk.tables.asksBeside(chunk.number(at, numbers.identity)) };
        },
      });
  }

  /** The errorMessage of the record that is written. */
  #message(bytes: Buffer): string | undefined {
    const { start, end } = this.#lines.message();
    return end === 0 ? undefined : textIn(bytes.toString('latin1', start, end));
  }
}
