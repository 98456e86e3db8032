import { READ } from './readKinds';

/** So many kinds there are: see `READ`. */
const KINDS = READ.kind + 1;

/** Rows group after group, and of each group kind after kind. */
export class GroupedRows {
  /** How many groups there are. */
  readonly size: number;
  /** By row its place among all. */
  readonly placeOf: Uint32Array;
  /** By group what any of its rows leaves open, and what each of them does: bits of `READ` beside the kind. */
  readonly any: Uint8Array;
  readonly all: Uint8Array;
  readonly #rows: Uint32Array;
  /** Of each kind of each group its first place; the last number stands behind all. */
  readonly #begins: Uint32Array;

  /** @param kinds by row: see `READ` @param groupOf by row */
  constructor(kinds: Uint8Array, groupOf: Uint32Array, size: number) {
    this.size = size;
    this.any = new Uint8Array(size);
    this.all = new Uint8Array(size).fill(~READ.kind);
    this.#begins = new Uint32Array(KINDS * size + 1);
    countKinds(kinds, groupOf, this.#begins);
    keepBits(kinds, groupOf, this.any, this.all);
    for (let key = 1; key < this.#begins.length; key++)
      this.#begins[key] = (this.#begins[key] ?? 0) + (this.#begins[key - 1] ?? 0);
    this.placeOf = new Uint32Array(groupOf.length);
    this.#rows = new Uint32Array(groupOf.length);
    putInOrder(kinds, groupOf, this.#begins.slice(), this.placeOf, this.#rows);
  }

  /** The places of rows of a group that count as something. @returns the first, and the one behind the last */
  placesOf(group: number, kind: number): readonly [from: number, to: number] {
    const key = KINDS * group + kind;
    return [this.#begins[key] ?? 0, this.#begins[key + 1] ?? 0];
  }

  /** All rows of a group, ascending. */
  rowsOf(group: number): Uint32Array {
    return this.#rows.slice(this.#begins[KINDS * group], this.#begins[KINDS * (group + 1)]).sort();
  }

  /** How many rows a group has. */
  countOf(group: number): number {
    return (this.#begins[KINDS * (group + 1)] ?? 0) - (this.#begins[KINDS * group] ?? 0);
  }
}

function keyOf(kind: number, group: number): number {
  return KINDS * group + (kind & READ.kind);
}

function countKinds(kinds: Uint8Array, groupOf: Uint32Array, counts: Uint32Array): void {
  for (let row = 0; row < groupOf.length; row++) {
    const next = keyOf(kinds[row] ?? 0, groupOf[row] ?? 0) + 1;
    counts[next] = (counts[next] ?? 0) + 1;
  }
}

function keepBits(kinds: Uint8Array, groupOf: Uint32Array, any: Uint8Array, all: Uint8Array): void {
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row] ?? 0;
    const kind = kinds[row] ?? 0;
    any[group] = (any[group] ?? 0) | (kind & ~READ.kind);
    all[group] = (all[group] ?? 0) & kind;
  }
}

function putInOrder(
  kinds: Uint8Array,
  groupOf: Uint32Array,
  next: Uint32Array,
  placeOf: Uint32Array,
  rows: Uint32Array,
): void {
  for (let row = 0; row < groupOf.length; row++) {
    const key = keyOf(kinds[row] ?? 0, groupOf[row] ?? 0);
    const to = next[key] ?? 0;
    rows[to] = row;
    placeOf[row] = to;
    next[key] = to + 1;
  }
}
