import { tableForm } from '../forms/tableForm';
import { effortFor } from '../whole';
import { soundEventsInDoubledQuotes } from './cellEvents';
import { lineEnd, lineStart, rowAt, rowOfLine, saidByCell, startOfCsv } from './csv';
import type { CsvRow } from './csvCell';
import { DOUBLED } from './doubledQuotes';
import { holdsEvent, SEPARATORS, type Table, withoutHeader } from './table';

/**
 * A CSV file of which the first rows hold no event, or are longer than what is looked at of a text: told by the first row that
 * does. Meant for texts in which no event was found otherwise.
 */
export function lateTableOf(text: string): Table | undefined {
  const sign = text.search(DOUBLED);
  if (sign < 0) return undefined;
  // One by which the cell holds nothing but events is no guess. Cells of other programs can name a field of an event before.
  for (const each of signsFrom(text, sign)) {
    const found = tableBySeparators(text, each, 'sure');
    if (found !== undefined) return found;
  }
  const likely = tableBySeparators(text, sign, 'perhaps');
  if (likely !== undefined) return likely;
  return tornTableOf(text, sign);
}

/** More lines than this with a sign of an event are not tried. */
const MOST_SIGNS = 4;

/** Where the first lines name a field of an event in a cell, beginning with a place that does. */
function signsFrom(text: string, first: number): readonly number[] {
  const signs: number[] = [];
  for (let sign = first; signs.length < MOST_SIGNS; ) {
    signs.push(sign);
    const behind = lineEnd(text, sign);
    const next = text.slice(behind).search(DOUBLED);
    if (next < 0) break;
    sign = behind + next;
  }
  return signs;
}

function tableBySeparators(text: string, sign: number, sureness: 'sure' | 'perhaps'): Table | undefined {
  for (const separator of SEPARATORS) {
    const found = tableAround(text, sign, separator, sureness);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How far a cell is looked for its beginning. */
const LONGEST_BEFORE = 2000;
/** So much of a torn row is looked at. */
const LONGEST_TORN = 200_000;
/** A cell of JSON begins. */
const OPENING = /(?:^|[\r\n,;\t|^])"\s*[[{]/;
/** A cell of JSON ends, and the row or the next cell goes on: no statement of a program. */
const CLOSING = /[}\]]"(?:$|[\r\n,\t|^]|;(?![\r\n]|$))/;

/** A table of which the one row with events is damaged: it has a whole event all the same, and one end of its cell. */
function tornTableOf(text: string, sign: number): Table | undefined {
  const start = startOfCsv(text);
  const before = text.slice(Math.max(start, sign - LONGEST_BEFORE), sign);
  const stretch = { start: Math.max(start, sign - LONGEST_BEFORE), end: Math.min(text.length, sign + LONGEST_TORN) };
  if (!OPENING.test(before) && !CLOSING.test(text.slice(sign, stretch.end))) return undefined;
  if (soundEventsInDoubledQuotes(text, stretch).length === 0) return undefined;
  const heading = rowOfLine(text, start, ',');
  const line = text.slice(heading.start, heading.end);
  const separator = SEPARATORS.find((each) => line.includes(each)) ?? ',';
  const header = rowOfLine(text, start, separator);
  if (DOUBLED.test(line)) return { ...withoutHeader(start, separator, header.cells.length, 0), isFoundLate: true };
  return withHeader(text, header, separator, 0);
}

/** The table that has an event in the cell around an offset. */
function tableAround(text: string, sign: number, separator: string, sureness: 'sure' | 'perhaps'): Table | undefined {
  const start = startOfCsv(text);
  const heads = new Map<number, CsvRow>();
  const tableOfRow = ({ cells }: CsvRow): Table | undefined => {
    const own = cells.findIndex((cell) => cell.start < sign && sign < cell.end);
    const cell = cells[own];
    if (cell === undefined || holdsEvent(text, cell) !== sureness) return undefined;
    const header = heads.get(cells.length);
    return header === undefined
      ? { ...withoutHeader(start, separator, cells.length, own), isFoundLate: true }
      : withHeader(text, header, separator, own);
  };
  let effort = effortFor(text.length);
  for (let at = start; at <= sign; ) {
    const found = effort > 0 ? rowAt(text, at, separator) : rowOfLine(text, at, separator);
    effort -= found.end - at;
    const row = found.openQuote === undefined ? found : rowOfLine(text, at, separator);
    if (row.end > sign) {
      // A quote that is lost before can have swallowed the beginning of the line.
      return tableOfRow(row) ?? tableOfRow(rowOfLine(text, lineOf(text, sign), separator));
    }
    if (!heads.has(row.cells.length)) heads.set(row.cells.length, row);
    at = lineStart(text, row.end);
  }
  return undefined;
}

/** Where the line with an offset begins. */
function lineOf(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
}

/** The first row with as many cells names the columns. */
function withHeader(text: string, header: CsvRow, separator: string, eventColumn: number): Table {
  const columns = header.cells.map((cell) => saidByCell(text, cell));
  const { form } = tableForm('csv', columns);
  const body = lineStart(text, header.end);
  return { form, columns, separator, header, body, eventColumn, isOfFields: false, isFoundLate: true };
}
