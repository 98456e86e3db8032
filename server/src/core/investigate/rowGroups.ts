import type { EventRow } from './eventRow';
import { type Cell, type RowField, rowFields } from './rowFields';

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
