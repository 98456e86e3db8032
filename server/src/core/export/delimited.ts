import { csv, csvJson } from '../explain/escape';
import type { ExportColumn } from './exportColumn';
import { cellsOf, type ExportCell, type ExportedEvents, tableColumns } from './exportedEvent';

/** A table as lines for spreadsheets and databases, with a head; every cell is in quotes. @param separator a comma or a tab */
export async function* delimitedText(events: ExportedEvents, separator: ',' | '\t'): AsyncGenerator<string> {
  const columns = tableColumns();
  yield lineOf(
    columns.map(({ name }) => csv(name)),
    separator,
  );
  for await (const some of events) {
    let text = '';
    for (const event of some) text += lineOf(delimitedCells(cellsOf(event, columns), columns), separator);
    yield text;
  }
}

/** Cells as they stand in a line. */
export function delimitedCells(cells: readonly ExportCell[], columns: readonly ExportColumn[]): readonly string[] {
  return cells.map((cell, at) => {
    if (cell === undefined) return '';
    if (typeof cell !== 'string') return `"${cell}"`;
    return columns[at]?.type === 'json' ? csvJson(cell) : csv(cell);
  });
}

/** @param cells as they stand in it */
export function lineOf(cells: readonly string[], separator: string): string {
  return `${cells.join(separator)}\r\n`;
}
