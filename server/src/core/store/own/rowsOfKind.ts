import { type GroupedRows, rowsOfGroup } from './groupedRows';
import { READ } from './readKinds';

/** Rows of one group. */
export interface RowsOfGroup {
  /** Ascending. @param kind see `READ` */
  readonly of: (kind: number) => Uint32Array;
  /** What any of its rows leaves open: see `READ`. */
  readonly open: number;
}

/** Rows of groups by what they count as, one group at a time: what was told of the last one is good no more. */
export class RowsByKind {
  readonly #kinds: Uint8Array;
  readonly #grouped: GroupedRows;
  readonly #rows: Uint32Array;
  readonly #ends = new Uint32Array(READ.kind + 1);

  /** @param kinds by row, see `READ` */
  constructor(kinds: Uint8Array, grouped: GroupedRows) {
    this.#kinds = kinds;
    this.#grouped = grouped;
    const { begins } = grouped;
    this.#rows = new Uint32Array(begins.reduce((most, begin, at) => Math.max(most, begin - (begins[at - 1] ?? 0)), 0));
  }

  group(group: number): RowsOfGroup {
    const rows = this.#rows;
    const ends = this.#ends.fill(0);
    const open = this.#sort(rowsOfGroup(this.#grouped, group));
    return { of: (kind) => rows.subarray(ends[kind - 1] ?? 0, ends[kind]), open };
  }

  /** One kind behind the other. @returns what any of them leaves open */
  #sort(members: Uint32Array): number {
    const kinds = this.#kinds;
    const rows = this.#rows;
    const ends = this.#ends;
    let open = 0;
    for (let each = 0; each < members.length; each++) {
      const kind = kinds[members[each] ?? 0] ?? 0;
      open |= kind;
      ends[kind & READ.kind] = (ends[kind & READ.kind] ?? 0) + 1;
    }
    for (let kind = 0, before = 0; kind < ends.length; kind++) {
      const count = ends[kind] ?? 0;
      ends[kind] = before;
      before += count;
    }
    for (let each = 0; each < members.length; each++) {
      const row = members[each] ?? 0;
      const kind = (kinds[row] ?? 0) & READ.kind;
      const to = ends[kind] ?? 0;
      rows[to] = row;
      ends[kind] = to + 1;
    }
    return open;
  }
}
