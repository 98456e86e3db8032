import { BYTE_ORDER_MARK } from '../characters';
import { BARS, barRow } from './barRow';
import type { CsvCell, CsvRow } from './csvCell';

/** So many cells of a row may have quotes of their own; beyond that each look for the end of one costs no more than its beginning. */
const MOST_OPEN = 20;
/** A cell may run over several lines, but not further than this: a log file of CloudTrail is rarely longer. */
const LONGEST_CELL = 3_000_000;

/** Where the first row begins. */
export function startOfCsv(text: string): number {
  return lineStart(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
}

/** Behind blank lines. */
export function lineStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\r\n]/.test(text[at] ?? '')) at++;
  return at;
}

/** The row that begins at an offset, with cells that may run over several lines. */
export function rowAt(text: string, at: number, separator: string): CsvRow {
  return readRow(text, at, separator, text.length, false);
}

/** The row, if it ends with its line whatever quotes stand in it. A quote that the next one does not close opens no cell. */
export function rowOfLine(text: string, at: number, separator: string): CsvRow {
  return readRow(text, at, separator, lineEnd(text, at), true);
}

/** @param separator a character, or `BARS` */
function readRow(text: string, start: number, separator: string, limit: number, isStrict: boolean): CsvRow {
  if (separator === BARS) return barRow(text, start, lineEnd(text, start));
  const cells: CsvCell[] = [];
  let openQuote: number | undefined;
  let open = 0;
  let at = start;
  while (true) {
    let end = -1;
    if (text[at] === '"') {
      end = quotedEnd(text, at, separator, Math.min(limit, at + LONGEST_CELL), isStrict || open > MOST_OPEN);
      if (end < 0) {
        openQuote ??= at;
        open++;
      }
    }
    const isQuoted = end >= 0;
    if (!isQuoted) end = plainEnd(text, at, separator, limit);
    const from = isQuoted || text[at] === '"' ? at + 1 : at;
    cells.push({ start: at, end, content: { start: from, end: isQuoted ? end - 1 : end }, isQuoted });
    if (text[end] !== separator || end >= limit) return { start, end, cells, openQuote };
    at = end + 1;
  }
}

/**
 * Behind the quote that closes the one at `at`: the separator or the end of the line follows it. A cell with a quote of its own
 * that is not doubled must end on that quote's line, or the rows behind it would be taken for a part of it.
 */
export function quotedEnd(text: string, at: number, separator: string, furthest: number, isStrict: boolean): number {
  let line: FirstBreak | undefined;
  const breaks = new FirstBreak(text, at);
  if (!opensCell(text, at, separator)) return -1;
  for (let quote = text.indexOf('"', at + 1); quote >= 0 && quote < furthest; quote = text.indexOf('"', quote + 1)) {
    const next = text[quote + 1];
    if (line?.isBefore(quote) === true) return -1;
    if (next === '"') quote++;
    else if (next === undefined || next === separator || next === '\r' || next === '\n') return quote + 1;
    else if (isStrict || opensCellBelow(text, quote, separator, breaks)) return -1;
    else line ??= new FirstBreak(text, quote);
  }
  return -1;
}

/** Whether the first of the quotes at an offset opens a cell: with one that is doubled behind it, they are three. */
function opensCell(text: string, at: number, separator: string): boolean {
  let behind = at;
  while (text[behind] === '"') behind++;
  const next = text[behind];
  const isClosed = next === undefined || next === separator || next === '\r' || next === '\n';
  return isClosed || (behind - at) % 2 === 1;
}

/** Whether a quote on a further line opens a cell: then the one that it follows was never closed. */
function opensCellBelow(text: string, quote: number, separator: string, breaks: FirstBreak): boolean {
  const before = text[quote - 1];
  if (before === '\n' || before === '\r') return true;
  return before === separator && breaks.isBefore(quote);
}

/** The first line break behind an offset; each character is looked at once, however often it is asked for. */
class FirstBreak {
  readonly #text: string;
  #at: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  isBefore(offset: number): boolean {
    while (this.#at < offset && this.#text[this.#at] !== '\r' && this.#text[this.#at] !== '\n') this.#at++;
    return this.#at < offset;
  }
}

function plainEnd(text: string, at: number, separator: string, limit: number): number {
  let end = at;
  while (end < limit && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end++;
  return end;
}

export function lineEnd(text: string, at: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = at;
  return end.exec(text)?.index ?? text.length;
}

/** What the content of a cell says: in quotes, two quotes for each of its own. */
export function saidByCell(text: string, { content, isQuoted, isBetweenBars }: CsvCell): string {
  const raw = text.slice(content.start, content.end);
  if (isBetweenBars) return raw.replaceAll('\\|', '|');
  return isQuoted ? raw.replaceAll('""', '"') : raw;
}
