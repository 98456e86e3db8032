import type { EventRow } from './eventRow';
import { byCell, byCellOf, type Cell, type RowField, rowFields } from './rowFields';

/** Rows that say the same in some fields. */
export interface RowGroup {
  readonly values: readonly Cell[];
  count: number;
  failed: number;
  /** The eventTime of the earliest and of the latest whose time can be read; empty where none can. */
  first: string;
  last: string;
}

/** @returns the largest first, of one size in the order in which they were met */
export function groupRows(rows: Iterable<EventRow>, fields: readonly RowField[]): readonly RowGroup[] {
  const groups = new Map<string, RowGroup>();
  const cells = fields.map((field) => rowFields[field]);
  for (const row of rows) {
    const values = cells.map((cell) => cell(row));
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, count: 0, failed: 0, first: '', last: '' };
    groups.set(key, group);
    group.count++;
    if (row.outcome === 'failed') group.failed++;
    if (Number.isNaN(row.time)) continue;
    if (group.first === '' || row.eventTime < group.first) group.first = row.eventTime;
    if (row.eventTime > group.last) group.last = row.eventTime;
  }
  return Array.from(groups.values()).sort((left, right) => right.count - left.count);
}

/** What groups have beside the fields that they are groups by. */
export const groupCounts = ['count', 'failed', 'first', 'last'] as const;

/** What groups are sorted by. */
export interface GroupSort {
  readonly column: (typeof groupCounts)[number] | RowField;
  /** The largest first. */
  readonly isDown: boolean;
}

/**
 * Groups in another order, those that say the same as they were; what says nothing comes last, downwards first, as with rows.
 *
 * @param fields that they are groups by; the column is one of them, if it is a field
 */
export function sortedGroups(
  groups: readonly RowGroup[],
  fields: readonly RowField[],
  { column, isDown }: GroupSort,
): readonly RowGroup[] {
  const compare = byColumn(fields, column);
  return groups.slice().sort(isDown ? (left, right) => compare(right, left) : compare);
}

function byColumn(
  fields: readonly RowField[],
  column: GroupSort['column'],
): (left: RowGroup, right: RowGroup) => number {
  if (column === 'count' || column === 'failed' || column === 'first' || column === 'last')
    return (left, right) => byCell(left[column], right[column]);
  const at = fields.indexOf(column);
  const compare = byCellOf(column);
  return (left, right) => compare(left.values[at], right.values[at]);
}
