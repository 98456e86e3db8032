import type { JsonObject } from '../../record';
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

/** A row as an object, with the place of each value in it. What CloudWatch adds, with an `@` before its name, is no part of the record. */
export function ownPairsView(row: string): RowView {
  return viewOfNamed(cellsOf(row).filter(({ name }) => !name.startsWith('@')));
}

function cellsOf(row: string): readonly NamedCell[] {
  const cells: NamedCell[] = [];
  for (const pair of members(row, { start: 0, end: row.length })) {
    const [field, value] = ['field', 'value'].map(
      (name) => Array.from(members(row, pair.value)).find((each) => each.name === name)?.value,
    );
    if (field === undefined || value === undefined) continue;
    const json = row.slice(value.start, value.end);
    const name = parsed(row.slice(field.start, field.end));
    const says = parsed(json);
    if (typeof name !== 'string' || says === undefined) continue;
    // In a query names with signs stand between these marks.
    cells.push({ ...value, name: name.replaceAll('`', ''), text: typeof says === 'string' ? says : json, json });
  }
  return cells;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
