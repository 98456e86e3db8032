import type { GatheredReads } from './gatherReads';
import { READ } from './readKinds';

/** Rows of one kind, ascending, and their groups. */
export interface RowsOfKind {
  readonly rows: Uint32Array;
  readonly groups: Uint32Array;
}

/** Rows by what they count as, see `READ`; and of each group what any of its rows leaves open. */
export interface RowsByKind {
  readonly of: (kind: number) => RowsOfKind;
  readonly open: Uint8Array;
}

/** @param groupOf by row @param size how many groups there are */
export function rowsByKind({ kinds, count }: GatheredReads, groupOf: Uint32Array, size: number): RowsByKind {
  const counts = new Uint32Array(READ.kind + 1);
  const open = new Uint8Array(size);
  for (let at = 0; at < count; at++) {
    const kind = kinds[at] ?? 0;
    const number = kind & READ.kind;
    counts[number] = (counts[number] ?? 0) + 1;
    if (kind <= READ.kind) continue;
    const group = groupOf[at] ?? 0;
    open[group] = (open[group] ?? 0) | kind;
  }
  // One kind behind the other.
  const next = new Uint32Array(READ.kind + 2);
  for (let kind = 0; kind <= READ.kind; kind++) next[kind + 1] = (next[kind] ?? 0) + (counts[kind] ?? 0);
  const begins = next.slice();
  const rows = new Uint32Array(count);
  const groups = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const kind = (kinds[at] ?? 0) & READ.kind;
    const to = next[kind] ?? 0;
    rows[to] = at;
    groups[to] = groupOf[at] ?? 0;
    next[kind] = to + 1;
  }
  return {
    of: (kind) => ({
      rows: rows.subarray(begins[kind], begins[kind + 1]),
      groups: groups.subarray(begins[kind], begins[kind + 1]),
    }),
    open,
  };
}
