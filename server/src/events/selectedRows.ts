import type { Services } from '../wire/protocol';
import { RowList } from './eventList';
import { GroupCounts } from './groupCounts';
import type { Partition, Split } from './partition';
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
  readonly #counts = new WeakMap<Split, GroupCounts>();
  readonly #lists = new WeakMap<Partition, Map<number, RowList>>();
  /** By number: 0 for rows that are not asked for, else the weight of the action plus one. Made where all rows are gone through. */
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

  /** By number of the row: 0 for those that are not asked for. Not to be written over. */
  get asked(): Uint8Array {
    return this.#mask();
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
  counts(partition: Split, within?: Within): GroupCounts {
    if (within !== undefined) return this.#counted(partition, [within]);
    const { byAction, counts: whole } = this.together;
    const { picks, silenced } = this.#selection;
    if (partition === byAction && this.#all !== this) return this.#all.counts(partition);
    if (partition === byAction && picks === undefined && silenced.size === 0) return whole;
    const counts = this.#counts.get(partition) ?? this.#counted(partition, []);
    this.#counts.set(partition, counts);
    return counts;
  }

  /** The rows that lie in all of some groups, in the order they happened. */
  list(within: readonly Within[]): RowList {
    const [first] = within;
    const lists = (first && this.#lists.get(first.partition)) ?? new Map<number, RowList>();
    const known = within.length === 1 && first !== undefined ? lists.get(first.group) : undefined;
    if (known !== undefined) return known;
    const list = new RowList(this.together.rows, this.#rowsIn(within));
    if (within.length === 1 && first !== undefined) this.#lists.set(first.partition, lists.set(first.group, list));
    return list;
  }

  #counted({ groupOf, groups }: Split, within: readonly Within[]): GroupCounts {
    const counts = new GroupCounts();
    counts.makeRoom(groups.size);
    const asked = this.#within(within);
    for (const numbered of this.together.rows.pieces) counts.addPiece(numbered, groupOf, asked);
    return counts;
  }

  #rowsIn(within: readonly Within[]): Uint32Array {
    const asked = this.#within(within);
    const numbers: number[] = [];
    for (let number = 0; number < asked.length; number++) if (asked[number] !== 0) numbers.push(number);
    return Uint32Array.from(numbers);
  }

  /** As `#mask` has them, those alone that lie in all of some groups. */
  #within(within: readonly Within[]): Uint8Array {
    if (within.length === 0) return this.#mask();
    const asked = this.#mask().slice();
    for (const { partition, group } of within) {
      const { groupOf } = partition;
      for (let number = 0; number < asked.length; number++) if (groupOf[number] !== group) asked[number] = 0;
    }
    return asked;
  }

  #mask(): Uint8Array {
    if (this.#asked !== undefined) return this.#asked;
    const { picks, silenced, services } = this.#selection;
    const { byAction, rows } = this.together;
    const asked = new Uint8Array(rows.count);
    const { groupOf } = byAction;
    const isAsked = Uint8Array.from({ length: byAction.size }, (_, action) =>
      services === 'all' || byAction.isOfWorkMail(action) ? 1 : 0,
    );
    for (let number = 0; number < asked.length; number++) {
      // Of a million rows, a question often picks few.
      if (picks !== undefined && picks[number] !== 1) continue;
      const action = groupOf[number] ?? -1;
      if (action >= 0 && isAsked[action] === 1) asked[number] = byAction.weightOfRow(number) + 1;
    }
    for (const number of silenced) asked[number] = 0;
    this.#asked = asked;
    return asked;
  }
}
