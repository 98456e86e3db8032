import { strictJson } from '../../core/explain/escape';
import type { ColumnType, ExportColumn } from '../../core/export/exportColumn';
import { cellsOf, type ExportCell, type ExportedEvent } from '../../core/export/exportedEvent';

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

/** What an event does not say. */
export const EMPTY_CELL = ':';

/** Makes all cells of an event. */
export function cellTexts(columns: readonly ExportColumn[]): (event: ExportedEvent) => string {
  const cells = cellsOf(columns);
  return (event) =>
    cells(event)
      .map((cell, at) => cellText(columns[at]?.type ?? 'text', cell, event.row.time))
      .join('');
}
