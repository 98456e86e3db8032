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

/** Makes what events say in some columns. */
export function cellsOf(columns: readonly ExportColumn[]): (event: ExportedEvent) => ExportCell[] {
  const wanted = new Map(columns.flatMap(({ member }) => (member === undefined ? [] : [[member, `"${member}"`]])));
  return (event) => {
    const told = membersOf(event.json, wanted);
    return columns.map((column) => {
      if (column.whole === true) return event.json;
      if (column.row !== undefined) return cellOf(event.row[column.row]);
      const value = told.get(column.member);
      return column.type === 'json' ? value : textIn(value);
    });
  };
}

/**
 * Some members at the top of an event as they are written, but for those that are null; of two of one name the last.
 *
 * @param wanted their names, and what stands in JSON for each
 */
function membersOf(json: string, wanted: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  let left = 0;
  let isOnce = true;
  for (const key of wanted.values()) {
    const first = json.indexOf(key);
    if (first < 0) continue;
    left++;
    isOnce &&= json.indexOf(key, first + 1) < 0;
  }
  // A key can be written in escapes, too.
  isOnce &&= !json.includes('\\u');
  if (left === 0 && isOnce) return told;
  for (const { name, value } of members(json, { start: 0, end: json.length })) {
    if (typeof name !== 'string' || !wanted.has(name)) continue;
    if (json.startsWith('null', value.start)) told.delete(name);
    else told.set(name, json.slice(value.start, value.end));
    // What stands there once is not looked for further on.
    if (--left === 0 && isOnce) break;
  }
  return told;
}

/** A member as text: what a string says, and JSON of all else. */
export function textIn(json: string | undefined): string | undefined {
  if (json === undefined || !json.startsWith('"')) return json;
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

/** What a record does not say is empty in its row. */
export function cellOf(value: EventRow[keyof EventRow]): ExportCell {
  if (typeof value === 'object') return value.length === 0 ? undefined : value.join(' ');
  return value === '' || (typeof value === 'number' && Number.isNaN(value)) ? undefined : value;
}
