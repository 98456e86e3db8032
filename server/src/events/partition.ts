import type { GroupField } from '../core/index';

/** All rows of some logs in groups of those that have something in common. Groups are numbered from 0 on. */
export interface Partition extends Split {
  readonly by: GroupField;
}

/** Rows in groups, whatever it is that those of one group have in common. */
export interface Split {
  /** The group of each row; negative for rows of no group. Rows that only repeat an event may have one: `RowsTogether.speaks` tells. */
  readonly groupOf: Int32Array;
  readonly groups: Groups;
}

/** What tells groups apart. */
export interface Groups {
  readonly size: number;
  keyOf(group: number): string;
  /** Undefined where no row is in such a group. */
  numberOf(key: string): number | undefined;
  /** What the group is called; as the log has it, not escaped. */
  labelOf(group: number): string;
  /** What its rows say in the field, where that is more than the key. */
  textsOf?(group: number): readonly string[];
}

/** Groups that their keys say all of. */
export class KeyedGroups implements Groups {
  readonly #keys: readonly string[];
  readonly #labelOf: (key: string, group: number) => string;
  #numbers: ReadonlyMap<string, number> | undefined;

  /** @param keys by number; no two are the same */
  constructor(keys: readonly string[], labelOf: (key: string, group: number) => string) {
    this.#keys = keys;
    this.#labelOf = labelOf;
  }

  get size(): number {
    return this.#keys.length;
  }

  keyOf(group: number): string {
    return this.#keys[group] ?? '';
  }

  numberOf(key: string): number | undefined {
    this.#numbers ??= new Map(this.#keys.map((each, group) => [each, group]));
    return this.#numbers.get(key);
  }

  labelOf(group: number): string {
    return this.#labelOf(this.keyOf(group), group);
  }
}
