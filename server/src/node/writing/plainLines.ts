import { linePartsOf } from '../../cells/lineParts';
import { type Cells, type LinesOfLog, TableLines } from '../../cells/tableLines';
import { writtenCell } from '../../core/export/delimited';
import type { ExportColumn } from '../../core/export/exportColumn';
import { cellOf, textIn } from '../../core/export/exportedEvent';
import { columns as numbers } from '../../core/store/columns';
import type { RowChunk } from '../../core/store/rowChunk';
import { StoredRow } from '../../core/store/storedRow';
import type { Extractor } from '../../extract/extractor';

/** A log whose lines are written. */
export interface PlainLog {
  readonly name: string;
  /** Of its text. */
  readonly bytes: Buffer;
  readonly chunk: RowChunk;
  /** Where the record of each row stands among the bytes, two numbers: see `TableLines`. */
  readonly spans: Uint32Array | undefined;
}

/**
 * Lines of a table as `eventLines` makes them, as bytes: for events that the extractor has read, in ASCII. Only what few rows have in
 * common is made here, cell by cell; all else becomes bytes in the module.
 */
export class PlainLines {
  readonly #separator: ',' | '\t';
  readonly #lines: TableLines;
  #tables: RowChunk['tables'] | undefined;

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

  /** Begins with the next log, and gives what writes rows of it: from a row up to another, and the position of the first in the log. */
  begin(
    { name, bytes, chunk, spans }: PlainLog,
    { name: nameOf, take, other }: Pick<LinesOfLog, 'name' | 'take' | 'other'>,
  ): (from: number, to: number, index: number) => void {
    const lines = this.#lines;
    if (this.#tables !== chunk.tables) lines.forget();
    this.#tables = chunk.tables;
    lines.begin(bytes, spans, `${writtenCell(cellOf(name), false)}${this.#separator}`);
    return (from, to, index) =>
      lines.write(from, to, index, {
        name: nameOf,
        take,
        other,
        cells: ({ columns, isOfIdentity }, row): Cells => {
          const stored = new StoredRow(chunk, row, { index: index + row - from, file: name, base: 0 });
          let text = '';
          for (const { row: field, member } of columns) {
            const value = member === undefined ? field && cellOf(stored[field]) : this.#message(bytes);
            text += writtenCell(value, false) + this.#separator;
          }
          return {
            text,
            beside: isOfIdentity ? chunk.tables.asksBeside(chunk.number(row, numbers.identity)) : undefined,
          };
        },
      });
  }

  /** The errorMessage of the record that is written. */
  #message(bytes: Buffer): string | undefined {
    const { start, end } = this.#lines.message();
    return end === 0 ? undefined : textIn(bytes.toString('latin1', start, end));
  }
}
