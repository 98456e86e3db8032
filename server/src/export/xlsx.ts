import { writeXlsxStream } from 'hucre/xlsx';
import { spreadsheet, visibleJson } from '../core/explain/escape';
import { cellsOf, type ExportedEvents, tableColumns } from '../core/export/exportedEvent';
import { LONGEST_CELL } from '../core/export/sheet';

export { LONGEST_CELL };

/** What a sheet holds. What is more stands in further ones. */
interface Sheet {
  /** Its head among them. */
  readonly rows: number;
  readonly bytes: number;
}

/**
 * A part of a zip archive that has four gigabytes or more is said to be so in a way (ZIP64) that LibreOffice and SheetJS do not read in
 * archives that are written in one go: no sheet gets there.
 */
const SHEET: Sheet = { rows: 1_048_576, bytes: 4_000_000_000 };

/**
 * A table as a workbook in which every text is a text: nothing is run, and no id or time becomes a number. A cell that is longer than
 * cells can be ends with an ellipsis.
 *
 * @param cut is called for each cell that is cut, with the name of its column
 * @param sheet smaller ones are for tests
 */
export async function* xlsxBytes(
  events: ExportedEvents,
  cut: (column: string) => void,
  sheet = SHEET,
): AsyncGenerator<Uint8Array> {
  const columns = tableColumns();
  const cells = cellsOf(columns);
  async function* rows(): AsyncGenerator<readonly SheetCell[]> {
    for await (const some of events)
      for (const event of some)
        yield cells(event).map((cell, at) => {
          if (typeof cell !== 'string') return cell ?? null;
          const text = columns[at]?.type === 'json' ? visibleJson(cell) : cell;
          if (text.length > LONGEST_CELL) cut(columns[at]?.name ?? '');
          return spreadsheet(text, LONGEST_CELL);
        });
  }
  yield* workbookBytes(rows(), sheet);
}

/** What stands in a cell; null: nothing. A text is as `spreadsheet` makes it. */
export type SheetCell = string | number | boolean | null;

/**
 * A workbook of rows whose cells are made.
 *
 * @param rows without their head
 */
export async function* workbookBytes(
  rows: AsyncIterable<readonly SheetCell[]>,
  sheet = SHEET,
): AsyncGenerator<Uint8Array> {
  const options = {
    name: 'Events',
    columns: tableColumns().map(({ name }) => ({ header: name })),
    freezePane: { rows: 1 },
    maxRowsPerSheet: sheet.rows,
  };
  const reader = writeXlsxStream(inSheets(rows, sheet), options).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

/** The rows, and before one that does not fit into its sheet nothing, with which the writer ends a sheet. */
async function* inSheets(rows: AsyncIterable<readonly SheetCell[]>, sheet: Sheet): AsyncGenerator<SheetCell[]> {
  let left = sheet.rows - 1;
  let bytes = 0;
  for await (const row of rows) {
    const size = sizeOf(row);
    // Where no row is left, the writer has ended the sheet itself.
    if (left === 0 || bytes + size > sheet.bytes) {
      if (left > 0 && bytes > 0) yield NO_ROW;
      left = sheet.rows - 1;
      bytes = 0;
    }
    left--;
    bytes += size;
    yield [...row];
  }
}

/** The writer takes it for the end of all rows, and looks for more when it has ended the sheet. Its types know rows alone. */
const NO_ROW = undefined as unknown as SheetCell[];

/** What a cell takes as XML without what stands in it, and what a character takes beyond its first byte as XML or in UTF-8: or less. */
const [EMPTY_CELL, OTHER_CHARACTER] = [100, 6];

/** How many bytes a row takes as XML at most. */
function sizeOf(row: readonly SheetCell[]): number {
  let size = EMPTY_CELL;
  for (const cell of row) {
    size += EMPTY_CELL;
    if (typeof cell !== 'string') continue;
    size += cell.length;
    for (let at = 0; at < cell.length; at++) {
      const code = cell.charCodeAt(at);
      if (code > 126 || code < 32 || code === AND || code === LESS || code === MORE) size += OTHER_CHARACTER;
    }
  }
  return size;
}

const [AND, LESS, MORE] = [0x26, 0x3c, 0x3e];
