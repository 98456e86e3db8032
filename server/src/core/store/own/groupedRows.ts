/** Rows by group. */
export interface GroupedRows {
  /** Those of each group in the order in which they were met, group after group. */
  readonly order: Uint32Array;
  /** Where the rows of each group begin in there; the last number stands behind all. */
  readonly begins: Uint32Array;
}

/** @param groupOf by row @param size how many groups there are */
export function groupedRows(groupOf: Uint32Array, size: number): GroupedRows {
  const begins = new Uint32Array(size + 1);
  countNext(groupOf, begins);
  for (let group = 0; group < size; group++) begins[group + 1] = (begins[group + 1] ?? 0) + (begins[group] ?? 0);
  const order = new Uint32Array(groupOf.length);
  putInOrder(groupOf, begins.slice(), order);
  return { order, begins };
}

export function rowsOfGroup({ order, begins }: GroupedRows, group: number): Uint32Array {
  return order.subarray(begins[group], begins[group + 1]);
}

function countNext(groupOf: Uint32Array, counts: Uint32Array): void {
  for (let row = 0; row < groupOf.length; row++) {
    const next = (groupOf[row] ?? 0) + 1;
    counts[next] = (counts[next] ?? 0) + 1;
  }
}

function putInOrder(groupOf: Uint32Array, next: Uint32Array, order: Uint32Array): void {
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row] ?? 0;
    const to = next[group] ?? 0;
    order[to] = row;
    next[group] = to + 1;
  }
}
