import { exportColumns } from '../../generated/exportColumns';
import type { EventRow } from '../investigate/eventRow';
import { once } from '../once';
import { members } from '../read/members';
import type { ExportColumn } from './exportColumn';

/** One event that is exported: its row, and the event itself. */
export interface ExportedEvent {
  readonly row: EventRow;
  /** The event as JSON in one line. */
  readonly json: string;
}

/** Events in the order in which they are written, some at a time. */
export type ExportedEvents = AsyncIterable<readonly ExportedEvent[]>;

/** What stands in a cell; undefined: nothing. A time and JSON are texts. */
export type ExportCell = string | number | boolean | undefined;

/** The columns of a table of events. */
export const tableColumns: () => readonly ExportColumn[] = /* @__PURE__ */ once(exportColumns);

/** The columns for Timesketch, which has some of its own before them. */
export const timesketchColumns: () => readonly ExportColumn[] = /* @__PURE__ */ once(() =>
  exportColumns().filter(({ leftOutOf }) => leftOutOf?.includes('timesketch') !== true),
);

/** What an event says in some columns. */
export function cellsOf({ row, json }: ExportedEvent, columns: readonly ExportColumn[]): ExportCell[] {
  const told = columns.some(({ member }) => member !== undefined) ? membersOf(json) : NONE;
  return columns.map((column) => {
    if (column.whole === true) return json;
    if (column.row !== undefined) return cellOf(row[column.row]);
    const value = told.get(column.member);
    return column.type === 'json' ? value : textIn(value);
  });
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The members at the top of an event as they are written, but for those that are null; of two of one name the last. */
function membersOf(json: string): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const { name, value } of members(json, { start: 0, end: json.length })) {
    if (json.startsWith('null', value.start)) told.delete(String(name));
    else told.set(String(name), json.slice(value.start, value.end));
  }
  return told;
}

function textIn(json: string | undefined): string | undefined {
  if (json === undefined || !json.startsWith('"')) return json;
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

/** What a record does not say is empty in its row. */
function cellOf(value: EventRow[keyof EventRow]): ExportCell {
  if (typeof value === 'object') return value.length === 0 ? undefined : value.join(' ');
  return value === '' || (typeof value === 'number' && Number.isNaN(value)) ? undefined : value;
}
