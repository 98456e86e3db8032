import { chunkHtml } from './chunks';

/** A table of more rows than this is written as several. */
export const LONG_TABLE = 100;

/** Letters that stand beside each other on the page, and how many a column takes at least and at most. */
const LINE = 145;
const [NARROWEST, WIDEST] = [14, 60];
/** Of a line of text, and of what is around it in a cell, in pixels. */
const [LINE_HEIGHT, PADDING] = [20, 10];
/** As long as this share of the cells of a column is no longer, the others are broken into lines. */
const MOSTLY = 0.9;

/**
 * A long table as several with columns of the same widths. A browser sizes the columns of one table by all its cells, wherever they are, which takes
 * seconds; of these it draws those in sight.
 *
 * @param head the head of the table as HTML
 * @param columns how many it has
 * @param rows cells as HTML, without their tags
 * @param rowHtml a row of cells
 */
export function longTable(
  head: string,
  columns: number,
  rows: readonly (readonly string[])[],
  rowHtml: (cells: readonly string[]) => string,
): string {
  const lengths = rows.map((cells) => cells.map((cell) => cell.replace(/<[^>]*>/g, '').length));
  const widths = Array.from({ length: columns }, (_, at) => widthOf(lengths.map((row) => row[at] ?? 0)));
  const all = widths.reduce((sum, width) => sum + width, 0);
  const cols = widths.map((width) => `<col style="width:${((100 * width) / all).toFixed(1)}%">`).join('');
  const heightOf = (row: readonly number[]): number =>
    PADDING +
    LINE_HEIGHT * Math.max(...row.map((length, at) => Math.ceil(length / (((widths[at] ?? 1) * LINE) / all)) || 1));
  const tables: string[] = [];
  for (let from = 0; from < rows.length; from += LONG_TABLE) {
    const body = rows
      .slice(from, from + LONG_TABLE)
      .map(rowHtml)
      .join('\n');
    const table = `<table class="long">\n<colgroup>${cols}</colgroup>${head}\n<tbody>\n${body}\n</tbody>\n</table>`;
    const height = lengths.slice(from, from + LONG_TABLE).reduce((sum, row) => sum + heightOf(row), 2 * LINE_HEIGHT);
    tables.push(chunkHtml(table, height));
  }
  return tables.join('\n');
}

/** How many letters wide a column is. */
function widthOf(lengths: readonly number[]): number {
  const usual = Array.from(lengths).sort((one, other) => one - other)[Math.floor(MOSTLY * lengths.length)] ?? 0;
  return Math.min(WIDEST, Math.max(NARROWEST, usual));
}
