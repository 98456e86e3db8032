import type { Entry } from './course';
import type { EntityWord } from './stateSchema';

/** A text that stands for more ids than this proves nothing, and is not looked into. */
const MOST_MEANINGS = 64;

/** What texts stand for in one organization. */
interface Names {
  /** By text in lower case: ids, each with how many entries say so. */
  readonly meanings: Map<string, Map<string, number>>;
  /** By id: what tables of entities say it is. Calls that take one for another make two of it. */
  readonly kinds: Map<string, readonly EntityWord[]>;
}

/**
 * What ids are called at the moment that a replay has reached, by organization: names, primary addresses and aliases that entries
 * hold now. What was taken away stands for nobody.
 */
export class CalledNow {
  readonly #names = new Map<string, Names>();

  /** The id that a call means. Itself, where it is one; as it stands, where it is no name of exactly one. */
  resolve(scope: string, text: string, kind: EntityWord): string {
    const names = this.#names.get(scope);
    if (names === undefined || names.kinds.has(text)) return text;
    const ids = names.meanings.get(text.toLowerCase());
    if (ids === undefined || ids.size > MOST_MEANINGS) return text;
    let only: string | undefined;
    for (const id of ids.keys()) {
      if (!mayBe(names.kinds.get(id), kind)) continue;
      if (only !== undefined) return text;
      only = id;
    }
    return only ?? text;
  }

  /** Takes in that an entry is there now, or that it is no more. */
  count(entry: Entry, more: 1 | -1): void {
    const { names: named } = entry.table;
    const id = named && memberText(entry, named.of);
    if (named === undefined || id === undefined) return;
    const names = this.#names.get(entry.scope) ?? { meanings: new Map(), kinds: new Map() };
    this.#names.set(entry.scope, names);
    if (named.kind !== undefined) be(names, id, named.kind, more);
    for (const member of named.by) {
      const text = memberText(entry, member);
      if (text !== undefined) call(names, text.toLowerCase(), id, more);
    }
  }
}

function be({ kinds }: Names, id: string, kind: EntityWord, more: 1 | -1): void {
  const others = (kinds.get(id) ?? []).filter((known) => known !== kind);
  const all = more === 1 ? [...others, kind] : others;
  if (all.length > 0) kinds.set(id, all);
  else kinds.delete(id);
}

function call({ meanings }: Names, text: string, id: string, more: number): void {
  const ids = meanings.get(text) ?? new Map<string, number>();
  const count = (ids.get(id) ?? 0) + more;
  if (count > 0) ids.set(id, count);
  else ids.delete(id);
  if (ids.size > 0) meanings.set(text, ids);
  else meanings.delete(text);
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
