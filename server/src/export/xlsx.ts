import { writeXlsxStream } from 'hucre/xlsx';
import { spreadsheet, visibleJson } from '../core/explain/escape';
import { cellsOf, type ExportedEvents, tableColumns } from '../core/export/exportedEvent';
import { LONGEST_CELL } from '../core/export/sheet';

export { LONGEST_CELL };

/** The most rows of a sheet, its head among them. What is more stands in further sheets. */
const MOST_ROWS = 1_048_576;

/**
 * A table as a workbook in which every text is a text: nothing is run, and no id or time becomes a number. A cell that is longer than
 * cells can be ends with an ellipsis.
 *
 * @param cut is called for each cell that is cut, with the name of its column
 * @param isLarge there may be more in a sheet than four gigabytes: not every reader knows the files that hold so much
 * @param mostRows of a sheet; another number is for tests
 */
export async function* xlsxBytes(
  events: ExportedEvents,
  cut: (column: string) => void,
  isLarge: boolean,
  mostRows = MOST_ROWS,
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
  yield* workbookBytes(rows(), isLarge, mostRows);
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
  isLarge: boolean,
  mostRows = MOST_ROWS,
): AsyncGenerator<Uint8Array> {
  const options = {
    name: 'Events',
    columns: tableColumns().map(({ name }) => ({ header: name })),
    freezePane: { rows: 1 },
    maxRowsPerSheet: mostRows,
    zip64: isLarge,
  };
  const reader = writeXlsxStream(each(rows), options).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

async function* each(rows: AsyncIterable<readonly SheetCell[]>): AsyncGenerator<SheetCell[]> {
  for await (const row of rows) yield [...row];
}
