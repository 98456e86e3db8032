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

/** @param head the beginning of the text; the header and the first row are enough */
export function tableOf(head: string): Table | undefined {
  const start = startOfCsv(head);
  if ('{['.includes(head[start] ?? '{')) return undefined;
  for (const separator of [',', ';', '\t']) {
    const header = rowOfLine(head.slice(0, LONGEST_HEADER), start, separator);
    const columns = header.cells.map((cell) => saidByCell(head, cell));
    const eventColumn = columns.findIndex((column) => EVENT_COLUMNS.has(column.trim().toLowerCase()));
    const known = columns.filter(isKnownColumn).length;
    if ((known < 3 || columns.filter(isTelling).length < 2) && (eventColumn < 0 || !head.includes('""eventVersion""')))
      continue;
    const body = lineStart(head, header.end);
    const console = columns.filter(isConsoleColumn).length >= 8;
    return {
      columns: console ? consoleColumns(head, body, separator, columns) : aligned(head, body, separator, columns),
      separator,
      header,
      body,
      isConsole: console,
      eventColumn: eventColumn < 0 ? undefined : eventColumn,
    };
  }
  return undefined;
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

/** The cells of a row with the names of their columns; what is more than the header has is left out. */
export function cellsOf(text: string, row: CsvRow, { columns }: Table): readonly Cell[] {
  return row.cells.slice(0, columns.length).map((cell, index) => ({
    column: columns[index] ?? '',
    key: undefined,
    value: { start: cell.start - row.start, end: cell.end - row.start },
    says: { text: saidByCell(text, cell) },
  }));
}
