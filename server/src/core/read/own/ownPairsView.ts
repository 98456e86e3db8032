import type { JsonObject, Span } from '../../record';
import { members } from '../members';
import type { RowView } from '../tables/rowView';
import { parseObject } from '../whole';
import { ownKindOf } from './ownKind';
import { type NamedCell, viewOfNamed } from './ownView';

/** Names of what a query has counted or added up. */
const COUNTED = /\(/;
/** What Insights puts into rows that are no sums; a sum can have any name. */
const OF_AN_EVENT: ReadonlySet<string> = new Set(['@ptr', '@timestamp', 'event_timestamp', 'event.eventName']);

/** Whether a list of names and values is a record, and does not hold one as a whole. */
export function isOwnPairs(row: string): boolean {
  const message = cellsOf(row).find(({ name }) => name === '@message');
  return ownKindOf(recordIn(row)) !== undefined && ownKindOf(message && parseObject(message.text)) === undefined;
}

function recordIn(row: string): JsonObject | undefined {
  const cells = cellsOf(row);
  const isRow = cells.some(({ name }) => OF_AN_EVENT.has(name)) && !cells.some(({ name }) => COUNTED.test(name));
  return isRow ? parseObject(ownPairsView(row).source) : undefined;
}

/** A row, a list of names and values or an object with a dot in its names, as an object, with the place of each value in it. What CloudWatch adds, with an `@` before its name, is no part of the record. */
export function ownPairsView(row: string): RowView {
  return viewOfNamed(cellsOf(row).filter(({ name }) => !name.startsWith('@')));
}

function cellsOf(row: string): readonly NamedCell[] {
  if (row.startsWith('{')) return cellsOfObject(row);
  const cells: NamedCell[] = [];
  for (const pair of members(row, { start: 0, end: row.length })) {
    const [field, value] = ['field', 'value'].map(
      (name) => Array.from(members(row, pair.value)).find((each) => each.name === name)?.value,
    );
    if (field === undefined || value === undefined) continue;
    const name = parsed(row.slice(field.start, field.end));
    // In a query names with signs stand between these marks.
    if (typeof name === 'string') cells.push(...cellOf(row, name.replaceAll('`', ''), value));
  }
  return cells;
}

function cellsOfObject(row: string): readonly NamedCell[] {
  return Array.from(members(row, { start: 0, end: row.length })).flatMap(({ name, value }) =>
    typeof name === 'string' ? cellOf(row, name, value) : [],
  );
}

/** None of what is no JSON. */
function cellOf(row: string, name: string, value: Span): readonly NamedCell[] {
  const json = row.slice(value.start, value.end);
  const says = parsed(json);
  return says === undefined ? [] : [{ ...value, name, text: typeof says === 'string' ? says : json, json }];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
