import type { CsvCell, CsvRow } from './csvCell';

/**
 * Rows of a table that Markdown draws: cells stand between bars, with blanks or backticks around what they say. A bar of a cell's
 * own has a backslash before it.
 */

/** In place of the character that separates cells. */
export const BARS = '| |';

/** @param end of the row's line */
export function barRow(text: string, start: number, end: number): CsvRow {
  const cells: CsvCell[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] === '\\') at++;
    else if (at === end || text[at] === '|') {
      const isOutside = (from === start || at === end) && text.slice(from, at).trim() === '';
      if (!isOutside) cells.push(cellBetween(text, from, at));
      from = at + 1;
    }
  }
  return { start, end, cells, openQuote: undefined };
}

function cellBetween(text: string, start: number, end: number): CsvCell {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (from < to && /\s/.test(text[to - 1] ?? '')) to--;
  const isCode = to - from > 2 && text[from] === '`' && text[to - 1] === '`';
  const content = isCode ? { start: from + 1, end: to - 1 } : { start: from, end: to };
  return { start, end, content, isQuoted: false, isBetweenBars: true };
}

/** Whether a line is drawn under the names of columns: `| --- | :-: |`, and what psql and MySQL draw. */
export function isRule(line: string): boolean {
  return /^[ \t|:+-]+$/.test(line) && /[|+]/.test(line) && line.includes('-');
}

/** Whether a line is one of a table that is drawn with bars. */
export function isBarLine(line: string): boolean {
  return /^[ \t]*\|/.test(line) && !isRule(line);
}

/** Whether an empty line follows, which ends a table. */
export function isBlankLine(text: string, lineEnd: number): boolean {
  return /^(?:\r\n|\n|\r(?!\n))[\r\n]/.test(text.slice(lineEnd, lineEnd + 3));
}

/** Names of columns with a rule under them. */
const HEADERS = /(?<=^|[\r\n])[ \t]{0,8}\|[^\r\n]*(?=\r?\n[ \t]{0,8}\|[ \t|:-]+(?:[\r\n]|$))/g;
const MOST_HEADERS = 20;

/** Where the headers of tables with bars begin, wherever they stand in other text. */
export function headersOfBars(head: string): readonly number[] {
  const starts: number[] = [];
  for (const { index } of head.matchAll(HEADERS)) {
    starts.push(index);
    if (starts.length === MOST_HEADERS) break;
  }
  return starts;
}
