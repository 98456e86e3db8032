import type { JsonValue } from '../../record';
import type { Act } from '../act';
import type { Table } from './stateSchema';

/** The keys of an entry, as its table orders them; null where one that is optional is absent. */
export type Keys = readonly (string | null)[];
export type Values = ReadonlyMap<string, JsonValue>;

/** Something that is so: a permission, a member of a group, a user. Texts are as the log has them, not escaped. */
export interface Entry {
  readonly table: Table;
  /** The organization it belongs to; of tables of accounts the account. */
  readonly scope: string;
  /** Names and addresses that were given for ids stand here as the ids. */
  readonly keys: Keys;
  /** In the order of the table. Null where a call gave a value that the log hides. */
  readonly values: Values;
  /** The act by which it became what it is; of one that is only seen, the first that showed it so. */
  readonly by: Act;
  /** Whether an answer told that it is so. What made it so is then not in the log. */
  readonly seen: boolean;
}

/** What an entry was from a moment on; undefined for none. */
export interface Version {
  /** In milliseconds since 1970. */
  readonly time: number;
  /** Position of the act among those that were followed. */
  readonly at: number;
  readonly by: Act;
  readonly entry: Entry | undefined;
}

/** All that ever stood under the same keys of one table, in the order it happened. */
export interface Course {
  readonly table: Table;
  readonly scope: string;
  readonly keys: Keys;
  readonly versions: readonly Version[];
}

/** What stood there at a moment: the last version that is not later. */
export function entryAt({ versions }: Course, time: number): Entry | undefined {
  return versions[firstAfter(versions, time) - 1]?.entry;
}

/** How many versions are not later than a moment. */
export function firstAfter(versions: readonly Version[], time: number): number {
  let [low, high] = [0, versions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((versions[middle]?.time ?? Number.POSITIVE_INFINITY) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two entries say the same, whenever and by whom they came to be. */
export function sayTheSame(one: Values, other: Values): boolean {
  if (one.size !== other.size) return false;
  for (const [member, value] of one) {
    const beside = other.get(member);
    if (value !== beside && JSON.stringify(value) !== JSON.stringify(beside)) return false;
  }
  return true;
}

/** Every text in the keys and values of an entry that may be a name of something. */
export function textsOf({ keys, values }: Pick<Entry, 'keys' | 'values'>): ReadonlySet<string> {
  const texts = new Set<string>();
  const left: JsonValue[] = [...keys, ...values.values()];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) left.push(each);
  }
  return texts;
}
