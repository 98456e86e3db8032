import type { GatheredReads } from './gatherReads';
import { READ } from './readKinds';

/** Rows of one kind, ascending, and their groups. */
export interface RowsOfKind {
  readonly rows: Uint32Array;
  readonly groups: Uint32Array;
}

/** @param kind of `READ` */
export function rowsOfKind({ kinds }: GatheredReads, groupOf: Uint32Array, kind: number): RowsOfKind {
  let count = 0;
  for (let at = 0; at < kinds.length; at++) if (((kinds[at] ?? 0) & READ.kind) === kind) count++;
  const rows = new Uint32Array(count);
  const groups = new Uint32Array(count);
  let found = 0;
  for (let at = 0; at < kinds.length; at++) {
    if (((kinds[at] ?? 0) & READ.kind) !== kind) continue;
    rows[found] = at;
    groups[found++] = groupOf[at] ?? 0;
  }
  return { rows, groups };
}
