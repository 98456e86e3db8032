import type { Services } from '../wire/protocol';
import { RowList } from './eventList';
import { GroupCounts } from './groupCounts';
import type { Partition } from './partition';
import type { Picks, RowsTogether } from './rowsTogether';

/** What is asked for of the rows of some logs. */
export interface Selection {
  /** Those that answer a question; absent: all rows. */
  readonly picks?: Picks;
  /** Rows for which an event outside of these logs speaks. */
  readonly silenced: ReadonlySet<number>;
  readonly services: Services;
}

/** A group whose rows alone are asked for. */
export interface Within {
  readonly partition: Partition;
  readonly group: number;
}

/** Some rows that speak for events, counted and listed by group. What was counted once is kept as long as this is. */
export class SelectedRows {
  readonly together: RowsTogether;
  readonly #selection: Selection;
  readonly #all: SelectedRows;
  readonly #counts = new WeakMap<Partition, GroupCounts>();
  readonly #lists = new WeakMap<Partition, Map<number, RowList>>();
  /** By number: 1 for rows that are asked for. Made where all of them are gone through. */
  #asked: Uint8Array | undefined;

  /** @param all the same selection of all services; absent where this is it */
  constructor(together: RowsTogether, selection: Selection, all?: SelectedRows) {
    this.together = together;
    this.#selection = selection;
    this.#all = all ?? this;
  }

  get services(): Services {
    return this.#selection.services;
  }

  /** Whether a row is asked for, in whatever group. */
  has(number: number): boolean {
    const { picks, silenced, services } = this.#selection;
    const { byAction } = this.together;
    const action = byAction.groupOf[number] ?? -1;
    if (action < 0 || silenced.has(number)) return false;
    return (picks === undefined || picks[number] === 1) && (services === 'all' || byAction.isOfWorkMail(action));
  }

  /** What is counted of each group of a partition. By action, groups of all services are counted, for they are told apart anyway. */
  counts(partition: Partition, within?: Within): GroupCounts {
    if (within !== undefined) return this.#counted(partition, within);
    const { byAction, counts: whole } = this.together;
    const { picks, silenced } = this.#selection;
    if (partition === byAction && this.#all !== this) return this.#all.counts(partition);
    if (partition === byAction && picks === undefined && silenced.size === 0) return whole;
    const counts = this.#counts.get(partition) ?? this.#counted(partition, undefined);
    this.#counts.set(partition, counts);
    return counts;
  }

  /** The rows that lie in all of some groups, at most two, in the order they happened. */
  list(within: readonly Within[]): RowList {
    const [first] = within;
    const lists = (first && this.#lists.get(first.partition)) ?? new Map<number, RowList>();
    const known = within.length === 1 && first !== undefined ? lists.get(first.group) : undefined;
    if (known !== undefined) return known;
    const list = new RowList(this.together.rows, this.#rowsIn(within));
    if (within.length === 1 && first !== undefined) this.#lists.set(first.partition, lists.set(first.group, list));
    return list;
  }

  #counted({ groupOf, groups }: Partition, within: Within | undefined): GroupCounts {
    const { byAction, rows } = this.together;
    const counts = new GroupCounts();
    counts.makeRoom(groups.size);
    const asked = this.#mask();
    const outer = within?.partition.groupOf ?? groupOf;
    const wanted = within?.group ?? -1;
    for (const { piece, first } of rows.pieces) {
      for (let row = piece.from, number = first; row < piece.to; row++, number++) {
        if (asked[number] === 0 || (wanted >= 0 && outer[number] !== wanted)) continue;
        const group = groupOf[number] ?? -1;
        if (group >= 0) counts.add(group, piece.rows, row, number, byAction.weight(byAction.groupOf[number] ?? -1));
      }
    }
    return counts;
  }

  #rowsIn([outer, inner]: readonly Within[]): Uint32Array {
    const asked = this.#mask();
    const numbers: number[] = [];
    for (let number = 0; number < asked.length; number++) {
      if (asked[number] === 0 || (outer !== undefined && outer.partition.groupOf[number] !== outer.group)) continue;
      if (inner === undefined || inner.partition.groupOf[number] === inner.group) numbers.push(number);
    }
    return Uint32Array.from(numbers);
  }

  #mask(): Uint8Array {
    if (this.#asked !== undefined) return this.#asked;
    const { picks, silenced, services } = this.#selection;
    const { byAction, rows } = this.together;
    const shown = Uint8Array.from({ length: byAction.size }, (_, action) =>
      services === 'all' || byAction.isOfWorkMail(action) ? 1 : 0,
    );
    const asked = new Uint8Array(rows.count);
    for (let number = 0; number < asked.length; number++) {
      const action = byAction.groupOf[number] ?? -1;
      if (action >= 0 && (picks === undefined || picks[number] === 1)) asked[number] = shown[action] ?? 0;
    }
    for (const number of silenced) asked[number] = 0;
    this.#asked = asked;
    return asked;
  }
}
