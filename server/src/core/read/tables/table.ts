import { forms } from '../../../generated/forms';
import { isCloudTrailRecord, namesAnEvent } from '../evidence';
import { isTitle, tableForm } from '../forms/tableForm';
import { isEnvelopeName } from '../starts';
import { parseObject } from '../whole';
import { isSound } from '../wrapped/textEvents';
import { BARS, headersOfBars, isRule } from './barRow';
import { eventsInCell } from './cellEvents';
import { FEWEST, isKnownColumn, pathOf, tellEvents } from './columns';
import { lineEnd, lineStart, rowAt, rowOfLine, saidByCell, startOfCsv } from './csv';
import type { CsvCell, CsvRow } from './csvCell';
import { DOUBLED } from './doubledQuotes';
import { withoutGuard } from './guard';
import { type Cell, viewOfCells } from './rowView';
import { endOfTornRow } from './tornRow';

/** A CSV file of events: its header says which column holds what. */
export interface Table {
  /** The id of the form, a file of `schemas/forms`. */
  readonly form: string;
  readonly columns: readonly string[];
  readonly separator: string;
  /** Empty, and at the beginning, where the file has none. */
  readonly header: CsvRow;
  /** Where the first row of values begins. */
  readonly body: number;
  /** The column that holds whole events, if there is one. */
  readonly eventColumn: number | undefined;
  /** The other columns are CloudTrail's fields, so that a row without a whole event is one all the same. */
  readonly isOfFields: boolean;
  /** Its beginning does not tell that it holds events. */
  readonly isFoundLate?: true;
}

const LONGEST_HEADER = 20_000;

/** Lines that are looked at for the header: a line break may have got into it. */
const LINES = 3;

/** Rows that are looked at for what they hold: damage to one must not hide it. */
const ROWS = 3;

/** Between its like, JSON can stand in a cell without quotes around it. */
export const TAB = '\t';

export const SEPARATORS: readonly string[] = [',', ';', TAB, '|', '^'];

/** @param head the beginning of the text; the header and the first row are enough */
export function tableOf(head: string): Table | undefined {
  let start = startOfCsv(head);
  if (head.includes('|') && !/[[{]/.test(head[start] ?? '')) {
    for (const header of headersOfBars(head)) {
      const drawn = tableAt(head, header, BARS);
      if (drawn !== undefined) return drawn.table;
    }
  }
  for (let line = 0; line < LINES; line++) {
    // JSON, or nothing: no header of a CSV file begins like this.
    if (/^(?:\[|\{(?!\w|"[^"]*",)|$)/.test(head.slice(start, start + 300))) return undefined;
    const found = bySeparators(head, start);
    if (found !== undefined) return found;
    start = lineStart(head, rowOfLine(head, start, ',').end);
  }
  return undefined;
}

/** A table that begins at a line: one in which an event fills its cell, or else the first one in which a cell may hold some. */
function bySeparators(head: string, start: number): Table | undefined {
  let likely: Table | undefined;
  for (const separator of SEPARATORS) {
    const found = tableAt(head, start, separator);
    if (found?.isSure === true) return found.table;
    const isBetter = found !== undefined && likely?.columns.length === 1 && found.table.columns.length > 1;
    if (likely === undefined || isBetter) likely = found?.table;
  }
  return likely;
}

/** A table, and whether its separator is beyond doubt. */
interface Found {
  readonly table: Table;
  readonly isSure: boolean;
}

function tableAt(head: string, start: number, separator: string): Found | undefined {
  const header = headerAt(head.slice(0, start + LONGEST_HEADER), start, separator);
  const columns = header.cells.map((cell) => saidByCell(head, cell));
  const below = lineStart(head, header.end);
  const isDrawn = isRule(head.slice(below, lineEnd(head, below)));
  if (isDrawn !== (separator === BARS)) return undefined;
  const body = isDrawn ? lineStart(head, lineEnd(head, below)) : below;
  const [first] = firstRows(head, start, separator);
  const own = first === undefined ? undefined : columnOfEvents(head, [first]);
  if (first !== undefined && own !== undefined) {
    return { table: withoutHeader(start, separator, first.cells.length, own.column), isSure: own.isSure };
  }
  const rows = firstRows(head, body, separator);
  const found = columnOfEvents(head, rows);
  const { form, usual } = tableForm('csv', columns);
  const hasFields = isOfFields(head, { columns, form }, rows);
  if (found === undefined && !hasFields) return undefined;
  const named = usual.length > 0 ? usualColumns(head, body, separator, columns, usual) : aligned(rows, columns);
  const table = { form, columns: named, separator, header, body, eventColumn: found?.column, isOfFields: hasFields };
  return { table, isSure: found?.isSure ?? true };
}

/** The first row, which goes on in the next line where a cell in quotes does and the row behind it has as many cells. */
function headerAt(head: string, start: number, separator: string): CsvRow {
  const line = rowOfLine(head, start, separator);
  if (line.openQuote === undefined) return line;
  const whole = rowAt(head, start, separator);
  if (whole.openQuote !== undefined) return line;
  const next = rowAt(head, lineStart(head, whole.end), separator);
  return next.cells.length === whole.cells.length ? whole : line;
}

/**
 * Names of columns, where a row is a header of CloudTrail's fields: some tools write another one where the columns change, and so
 * do two files that were put together.
 */
export function columnsOfHeader(text: string, { cells }: CsvRow): readonly string[] | undefined {
  // Rows have times, accounts and versions, which ends this with the first of them.
  if (cells.length < FEWEST || cells.some(({ content }) => /[\d{[]/.test(text[content.start] ?? ''))) return undefined;
  const columns = cells.map((cell) => saidByCell(text, cell));
  return isHeader(columns) && 2 * columns.filter(isKnownColumn).length >= columns.length ? columns : undefined;
}

/** A table without a header: every line is a row. */
export function withoutHeader(start: number, separator: string, count: number, eventColumn: number): Table {
  const header = { start, end: start, cells: [], openQuote: undefined };
  const columns = Array.from({ length: count }, () => '');
  return {
    form: tableForm('csv', columns).form,
    columns,
    separator,
    header,
    body: start,
    eventColumn,
    isOfFields: false,
  };
}

function firstRows(head: string, body: number, separator: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  for (let at = body; at < head.length && rows.length < ROWS; ) {
    const whole = rowAt(head, at, separator);
    const isTorn = whole.openQuote !== undefined;
    const row = isTorn ? rowOfLine(head, at, separator) : whole;
    rows.push(row);
    const end = isTorn ? endOfTornRow(head, row.end, separator, undefined, head.length) : row.end;
    at = lineStart(head, end);
  }
  return rows;
}

/** The column in which the first rows hold whole events, whatever it is called; and whether one of them says nothing else. */
function columnOfEvents(head: string, rows: readonly CsvRow[]): { column: number; isSure: boolean } | undefined {
  let likely: number | undefined;
  for (const { cells } of rows) {
    for (const [column, cell] of cells.entries()) {
      const holds = holdsEvent(head, cell);
      if (holds === 'sure') return { column: likely ?? column, isSure: true };
      if (holds === 'perhaps') likely ??= column;
    }
  }
  return likely === undefined ? undefined : { column: likely, isSure: false };
}

/** Whether a cell holds an event: whole, or between quotes that are doubled, which tells a cell from other text. */
export function holdsEvent(head: string, cell: CsvCell): 'sure' | 'perhaps' | 'no' {
  const written = head.slice(cell.start, cell.end);
  if (!cell.isQuoted || !namesAnEvent(written)) return 'no';
  if (isCloudTrailRecord(parseObject(saidByCell(head, cell)))) return 'sure';
  if (!DOUBLED.test(written)) return 'no';
  const isWell = isWellQuoted(written);
  if (!isWell && !/^"\s*[[{]/.test(written)) return 'no';
  const events = eventsInCell(head, cell.content);
  if (events.length === 0) return 'no';
  return isWell && events.every(isSound) ? 'sure' : 'perhaps';
}

/** Whether all quotes in a cell are doubled. */
function isWellQuoted(written: string): boolean {
  return !written.slice(1, -1).replaceAll('""', '').includes('"');
}

/** Whether the columns are CloudTrail's fields: by their names alone, or by names and values. */
function isOfFields(head: string, table: Pick<Table, 'columns' | 'form'>, rows: readonly CsvRow[]): boolean {
  const { columns } = table;
  if (!tellEvents(columns) || !rows.some(({ cells }) => cells.length >= FEWEST)) return false;
  if (isHeader(columns)) return true;
  return rows.some((row) => isCloudTrailRecord(parseObject(viewOfCells(cellsOf(head, row, table)).source)));
}

/** Whether names of columns tell by themselves that the rows are events. */
function isHeader(columns: readonly string[]): boolean {
  return tellEvents(columns) && columns.filter(isOwnName).length >= FEWEST;
}

/** A field of the envelope in whatever case, or a member of one, or a title of a form that is told by its columns. */
function isOwnName(column: string): boolean {
  return isEnvelopeName(column.trim().split('.')[0] ?? '') || isTitle(column);
}

/** Where a form always has the same columns and the header is damaged, the rows still have all of them. */
function usualColumns(
  text: string,
  body: number,
  separator: string,
  columns: readonly string[],
  usual: readonly string[],
): readonly string[] {
  const { length } = rowAt(text, body, separator).cells;
  const names = new Set(usual.map((name) => name.toLowerCase()));
  if (length === columns.length && columns.every((column) => names.has(column.trim().toLowerCase()))) return columns;
  return length === usual.length ? usual : columns;
}

/**
 * Where the header has one column less than all of the first rows, a separator in it is lost: the columns before the spoilt one are counted
 * from the left, those behind it from the right, and the cells of the spoilt one have no name.
 */
function aligned(rows: readonly CsvRow[], columns: readonly string[]): readonly string[] {
  const spoilt = columns.findIndex((column) => !isKnownColumn(column));
  const isOneLess = rows.every(({ cells }) => cells.length === columns.length + 1);
  if (!isOneLess || spoilt < 0) return columns;
  return [...columns.slice(0, spoilt), '', '', ...columns.slice(spoilt + 1)];
}

/** The cells of a row with the names of their columns. */
export function cellsOf(
  text: string,
  row: CsvRow,
  { columns, form }: Pick<Table, 'columns' | 'form'>,
): readonly Cell[] {
  const isGuarded = forms[form]?.isGuarded === true;
  const says = row.cells.map((cell) => (isGuarded ? withoutGuard(saidByCell(text, cell)) : saidByCell(text, cell)));
  const names = row.cells.length === columns.length ? columns : likelyNames(says, columns);
  return row.cells.map((cell, index) => ({
    column: names[index] ?? '',
    key: undefined,
    value: { start: cell.start - row.start, end: cell.end - row.start },
    says: { text: says[index] ?? '' },
  }));
}

/** What the values of some columns look like; of others, nothing is known. */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['eventTime', /^\d{4}-\d\d-\d\d[T ]/],
  ['eventSource', /^[\w-]+\.amazonaws\.com/],
  ['eventName', /^[A-Z]\w+$/],
  ['awsRegion', /^[a-z]{2}-[\w-]+-\d$/],
  ['readOnly', /^(?:true|false|[01])$/i],
  ['eventType', /^Aws/],
  // A spreadsheet takes the zeros at the beginning away.
  ['recipientAccountId', /^\d{9,12}$/],
  ['eventCategory', /^(?:Management|Data|Insight|NetworkActivity)$/],
  ['userIdentity.accessKeyId', /^(?:AKIA|ASIA)/],
]);
/** More cells too many or too few than this, and no cell of the row is believed to be of a certain column. */
const MOST_LOST = 2;

/**
 * Names for the cells of a row that has too few or too many: a separator is lost or added somewhere. What stands before it is
 * counted from the left, what stands behind it from the right; the place is the one that fits the values best.
 */
function likelyNames(says: readonly string[], columns: readonly string[]): readonly string[] {
  const more = says.length - columns.length;
  if (Math.abs(more) > MOST_LOST) return [];
  let best: readonly string[] = [];
  let most = -1;
  for (let place = 0; place < says.length; place++) {
    const names = says.map((_, index) => {
      if (index < place) return columns[index] ?? '';
      return index > place ? (columns[index - more] ?? '') : '';
    });
    const fitting = says.filter((value, index) => FORMS.get(pathOf(names[index] ?? '').join('.'))?.test(value)).length;
    if (fitting > most) [best, most] = [names, fitting];
  }
  return best;
}
