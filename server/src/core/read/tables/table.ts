import { CONSOLE_COLUMNS, isConsoleColumn, isKnownColumn, pathOf } from './columns';
import { type CsvRow, lineStart, rowAt, rowOfLine, saidByCell, startOfCsv } from './csv';
import type { Cell } from './rowView';

/** A CSV file of CloudTrail's fields: its header says which column holds what. */
export interface Table {
  readonly columns: readonly string[];
  readonly separator: string;
  readonly header: CsvRow;
  /** Where the first row of values begins. */
  readonly body: number;
  readonly isConsole: boolean;
  /** The column that holds whole events, if there is one. */
  readonly eventColumn: number | undefined;
}

/** Columns in which other programs keep an event as it came. */
const EVENT_COLUMNS: ReadonlySet<string> = new Set([
  '_raw',
  '@message',
  'message',
  'cloudtrailevent',
  'event.original',
]);
const LONGEST_HEADER = 20_000;

const TELLING: ReadonlySet<string> = new Set(['eventName', 'eventTime', 'eventSource', 'eventID', 'awsRegion']);

function isTelling(column: string): boolean {
  return TELLING.has(pathOf(column)[0] ?? '');
}

/** Fewer columns of CloudTrail's fields than this are no table of events. */
const FEWEST = 3;

/** Lines that are looked at for the header: a line break may have got into it. */
const LINES = 3;

/** @param head the beginning of the text; the header and the first row are enough */
export function tableOf(head: string): Table | undefined {
  let start = startOfCsv(head);
  for (let line = 0; line < LINES; line++) {
    // JSON, or nothing: no header of a CSV file begins like this.
    if (/^(?:\[|\{(?!\w|"[^"]*",)|$)/.test(head.slice(start, start + 300))) return undefined;
    for (const separator of [',', ';', '\t']) {
      const table = tableAt(head, start, separator);
      if (table !== undefined) return table;
    }
    start = lineStart(head, rowOfLine(head, start, ',').end);
  }
  return undefined;
}

function tableAt(head: string, start: number, separator: string): Table | undefined {
  const header = rowOfLine(head.slice(0, start + LONGEST_HEADER), start, separator);
  const columns = header.cells.map((cell) => saidByCell(head, cell));
  const eventColumn = columns.findIndex((column) => EVENT_COLUMNS.has(column.trim().toLowerCase()));
  const isOfEvents = columns.filter(isKnownColumn).length >= FEWEST && columns.filter(isTelling).length >= 2;
  if (!isOfEvents && (eventColumn < 0 || !head.includes('""eventVersion""'))) return undefined;
  const body = lineStart(head, header.end);
  if (eventColumn < 0 && !hasRows(head, body, separator)) return undefined;
  const isConsole = columns.filter(isConsoleColumn).length >= 8;
  return {
    columns: (isConsole ? consoleColumns : aligned)(head, body, separator, columns),
    separator,
    header,
    body,
    isConsole,
    eventColumn: eventColumn < 0 ? undefined : eventColumn,
  };
}

/** Prose can name fields with commas between them, too; but the lines behind it are no rows. */
function hasRows(text: string, body: number, separator: string): boolean {
  let at = body;
  for (let count = 0; count < LINES && at < text.length; count++) {
    const row = rowAt(text, at, separator);
    if (row.cells.length >= FEWEST) return true;
    at = lineStart(text, rowOfLine(text, at, separator).end);
  }
  return false;
}

/** The console always writes the same columns; where the header is damaged, the rows still have all of them. */
function consoleColumns(text: string, body: number, separator: string, columns: readonly string[]): readonly string[] {
  const { length } = rowAt(text, body, separator).cells;
  if (length === columns.length && columns.every(isConsoleColumn)) return columns;
  return length === CONSOLE_COLUMNS.length ? CONSOLE_COLUMNS.map(([title]) => title) : columns;
}

/**
 * Where the header has one column less than the rows, a separator in it is lost: the columns before the spoilt one are counted
 * from the left, those behind it from the right, and the cells of the spoilt one have no name.
 */
function aligned(text: string, body: number, separator: string, columns: readonly string[]): readonly string[] {
  const { length } = rowAt(text, body, separator).cells;
  const spoilt = columns.findIndex((column) => !isKnownColumn(column));
  if (length !== columns.length + 1 || spoilt < 0) return columns;
  return [...columns.slice(0, spoilt), '', '', ...columns.slice(spoilt + 1)];
}

/** The cells of a row with the names of their columns. */
export function cellsOf(text: string, row: CsvRow, { columns }: Table): readonly Cell[] {
  const says = row.cells.map((cell) => saidByCell(text, cell));
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
  ['readOnly', /^(?:true|false)$/i],
  ['eventType', /^Aws/],
  ['recipientAccountId', /^\d{12}$/],
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
