import { spreadsheet, strictJson, visibleJson } from '../../core/explain/escape';
import type { ColumnType, ExportColumn } from '../../core/export/exportColumn';
import { cellsOf, type ExportCell, type ExportedEvent } from '../../core/export/exportedEvent';
import { LONGEST_CELL } from '../../core/export/sheet';

/**
 * Cells as threads hand them over for formats that know types: the number of bytes in UTF-8, a colon, and the bytes. An empty cell is the
 * colon alone, which is something else than a text without characters. A time is its milliseconds since 1970.
 */

/** @param time of the event, in milliseconds since 1970; not a number where it is unknown */
export function cellText(type: ColumnType, cell: ExportCell, time: number): string {
  if (cell === undefined || (type === 'time' && Number.isNaN(time))) return EMPTY_CELL;
  const text = type === 'time' ? String(time) : type === 'json' ? strictJson(String(cell)) : String(cell);
  return `${Buffer.byteLength(text)}:${text}`;
}

/** Makes the text of a cell, as `cellText` does. */
export type CellText = typeof cellText;

/** The same for workbooks: what is shown in the cell; a semicolon in the place of the colon where it is cut. A time is a text. */
export function sheetCellText(type: ColumnType, cell: ExportCell): string {
  if (cell === undefined) return EMPTY_CELL;
  if (typeof cell !== 'string') return `${String(cell).length}:${cell}`;
  const text = type === 'json' ? visibleJson(cell) : cell;
  const shown = spreadsheet(text, LONGEST_CELL);
  return `${Buffer.byteLength(shown)}${text.length > LONGEST_CELL ? ';' : ':'}${shown}`;
}

/** What an event does not say. */
export const EMPTY_CELL = ':';

/** Makes all cells of an event. */
export function cellTexts(columns: readonly ExportColumn[], textOf: CellText): (event: ExportedEvent) => string {
  const cells = cellsOf(columns);
  return (event) =>
    cells(event)
      .map((cell, at) => textOf(columns[at]?.type ?? 'text', cell, event.row.time))
      .join('');
}
