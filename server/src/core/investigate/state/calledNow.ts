import type { Entry } from './course';
import type { EntityWord } from './stateSchema';

/**
 * What ids are called at the moment that a replay has reached, by organization: names, primary addresses and aliases that entries
 * hold now. What was taken away stands for nobody.
 */
export class CalledNow {
  /** By organization and text in lower case: ids, each with how many entries call it so. */
  readonly #ids = new Map<string, Map<string, number>>();
  /** By organization and id: what tables of entities say it is. Calls that take one for another make two of it. */
  readonly #kinds = new Map<string, readonly EntityWord[]>();

  /** The id that a call means. Itself, where it is one; as it stands, where it is no name of exactly one. */
  resolve(scope: string, text: string, kind: EntityWord): string {
    if (this.#kinds.has(keyOf(scope, text))) return text;
    const found = this.#ids.get(keyOf(scope, text.toLowerCase()));
    if (found === undefined) return text;
    let only: string | undefined;
    for (const id of found.keys()) {
      if (!mayBe(this.#kinds.get(keyOf(scope, id)), kind)) continue;
      if (only !== undefined) return text;
      only = id;
    }
    return only ?? text;
  }

  /** Takes in that an entry is there now, or that it is no more. */
  count(entry: Entry, more: 1 | -1): void {
    const { table, scope } = entry;
    const { names } = table;
    if (names === undefined) return;
    const id = memberText(entry, names.of);
    if (id === undefined) return;
    if (names.kind !== undefined) this.#be(keyOf(scope, id), names.kind, more);
    for (const member of names.by) {
      const text = memberText(entry, member);
      if (text !== undefined) this.#call(keyOf(scope, text.toLowerCase()), id, more);
    }
  }

  #be(key: string, kind: EntityWord, more: 1 | -1): void {
    const others = (this.#kinds.get(key) ?? []).filter((known) => known !== kind);
    const kinds = more === 1 ? [...others, kind] : others;
    if (kinds.length > 0) this.#kinds.set(key, kinds);
    else this.#kinds.delete(key);
  }

  #call(key: string, id: string, more: number): void {
    const ids = this.#ids.get(key) ?? new Map<string, number>();
    const count = (ids.get(id) ?? 0) + more;
    if (count > 0) ids.set(id, count);
    else ids.delete(id);
    if (ids.size > 0) this.#ids.set(key, ids);
    else this.#ids.delete(key);
  }
}

function mayBe(known: readonly EntityWord[] | undefined, wanted: EntityWord): boolean {
  return known === undefined || wanted === 'entity' || known.includes(wanted);
}

/** A key or a value of an entry, if it is a text. */
export function memberText({ table, keys, values }: Entry, member: string): string | undefined {
  const position = table.keys.findIndex(([name]) => name === member);
  const value = position < 0 ? values.get(member) : keys[position];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function keyOf(scope: string, text: string): string {
  return `${scope}\n${text}`;
}
