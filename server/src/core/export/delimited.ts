import { csv, csvJson } from '../explain/escape';
import type { ExportColumn } from './exportColumn';
import { cellsOf, type ExportCell, type ExportedEvent, type ExportedEvents, tableColumns } from './exportedEvent';

/** A table as lines for spreadsheets and databases, with a head; every cell is in quotes. @param separator a comma or a tab */
export async function* delimitedText(events: ExportedEvents, separator: ',' | '\t'): AsyncGenerator<string> {
  const columns = tableColumns();
  yield delimitedHead(separator);
  const lineOfEvent = eventLines(columns, separator);
  for await (const some of events) {
    yield linesOf(some.map(lineOfEvent));
  }
}

/** The line that names the columns of such a table. */
export function delimitedHead(separator: ',' | '\t'): string {
  return headLine(
    tableColumns().map(({ name }) => name),
    separator,
  );
}

/** Makes the line of an event, without its end. */
export function eventLines(columns: readonly ExportColumn[], separator: string): (event: ExportedEvent) => string {
  const cells = cellsOf(columns);
  const isJson = columns.map(({ type }) => type === 'json');
  return (event) => {
    // Put together at once: a text that grows bit by bit is kept as its bits.
    return cells(event)
      .map((cell, at) => writtenCell(cell, isJson[at] === true))
      .join(separator);
  };
}

/** A cell as it is written, quotes included. */
export function writtenCell(cell: ExportCell, isJson: boolean): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return `"${cell}"`;
  return isJson ? csvJson(cell) : csv(cell);
}

/** @param lines without their ends */
export function linesOf(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}

/** The line that names columns. */
export function headLine(names: readonly string[], separator: string): string {
  return `${names.map((name) => csv(name)).join(separator)}\r\n`;
}
