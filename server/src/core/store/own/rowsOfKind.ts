import type { GatheredReads } from './gatherReads';
import { READ } from './readKinds';

/** Rows of one kind, ascending, and their groups. */
export interface RowsOfKind {
  readonly rows: Uint32Array;
  readonly groups: Uint32Array;
}

/** @param kind of `READ` */
export function rowsOfKind({ kinds, count }: GatheredReads, groupOf: Uint32Array, kind: number): RowsOfKind {
  const all = new Uint32Array(count);
  let found = 0;
  for (let at = 0; at < count; at++) if (((kinds[at] ?? 0) & READ.kind) === kind) all[found++] = at;
  const rows = all.subarray(0, found);
  return { rows, groups: rows.map((at) => groupOf[at] ?? 0) };
}
