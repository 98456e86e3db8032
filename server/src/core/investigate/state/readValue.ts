import { isMarker, isMasked } from '../../check/markers';
import { at, memberOf, objectOf } from '../../explain/members';
import type { JsonObject, JsonValue } from '../../record';
import { byText } from '../order';
import type { Keys, Values } from './course';
import type { Ledger } from './ledger';
import type { Condition, Effect, EntityWord, KeyKind, Path, Source, Table, ValueKind } from './stateSchema';

/** What an effect is read from. */
export interface View {
  /** `requestParameters`, `responseElements`, and `item` where a list is gone through. */
  readonly said: JsonObject;
  readonly scope: string;
  readonly ledger: Ledger;
  /** Parameters that are kept nowhere, in lower case. */
  readonly unwritten: ReadonlySet<string>;
}

/** Why something could not be read: the log hides it, or has none. */
export type Gap = 'hidden' | 'missing';

/** The keys of an entry, with ids for names. */
export function readKeys(sources: readonly Source[], table: Table, view: View): Keys | Gap {
  const keys: (string | null)[] = [];
  for (const [position, [, kind]] of table.keys.entries()) {
    const source = sources[position];
    const key = source === undefined ? 'missing' : readKey(source, kind, view, { table, keys });
    if (typeof key === 'string') return key === 'hidden' ? 'hidden' : 'missing';
    keys.push(key.key);
  }
  return keys;
}

/** @param known the keys before it */
export function readKey(
  source: Source,
  kind: KeyKind,
  view: View,
  known: { readonly table?: Table; readonly keys: Keys } = { keys: [] },
): { readonly key: string | null } | Gap {
  const value = readSource(source, view, known.keys);
  if (isMasked(value)) return 'hidden';
  if (typeof value === 'string' && value !== '') return { key: withId(value, kind, view) };
  if (kind === 'optional' && (value === undefined || value === null || value === '')) return { key: null };
  return 'missing';
}

function withId(text: string, kind: KeyKind | ValueKind, { ledger, scope }: View): string {
  return isEntity(kind) ? ledger.resolve(scope, text, kind) : text;
}

function isEntity(kind: KeyKind | ValueKind): kind is EntityWord {
  return kind === 'entity' || kind === 'user' || kind === 'group' || kind === 'resource';
}

/** What was read of the values of an entry. */
export interface ReadValues {
  readonly values: Values;
  /** Whether some of them are hidden; these are null. */
  readonly isHidden: boolean;
}

/** The values that a call gives, in the order of the table. */
export function readValues(sources: Effect['values'], table: Table, view: View, keys: Keys): ReadValues | Gap {
  const values = new Map<string, JsonValue>();
  let isHidden = false;
  for (const [member, kind] of table.values) {
    const source = sources.get(member);
    if (source === undefined) continue;
    const value = readSource(source, view, keys);
    if (isMarker(value)) {
      if (table.needs.has(member)) return 'hidden';
      isHidden = true;
      values.set(member, null);
      continue;
    }
    const told = value === undefined || value === null ? undefined : inForm(value, kind, view);
    if (told !== undefined) values.set(member, told);
    else if (table.needs.has(member)) return 'missing';
  }
  return { values, isHidden };
}

function inForm(value: JsonValue, kind: ValueKind, view: View): JsonValue | undefined {
  if (kind === 'set') return Array.isArray(value) ? sorted(value) : undefined;
  return kind !== 'any' && typeof value === 'string' ? withId(value, kind, view) : value;
}

function sorted(list: readonly JsonValue[]): readonly JsonValue[] {
  const texts = list.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  return Array.from(new Set(texts)).sort(byText);
}

/** @param keys those of the entry, as far as they are known */
function readSource(source: Source, view: View, keys: Keys): JsonValue | undefined {
  switch (source.kind) {
    case 'paths':
      for (const path of source.paths) {
        const value = at(view.said, ...path);
        if (value !== undefined && value !== null) return value;
      }
      return undefined;
    case 'constant':
      return source.value;
    case 'word': {
      const word = at(view.said, ...source.path);
      return word === undefined ? undefined : (source.as.get(word) ?? (isMarker(word) ? word : undefined));
    }
    case 'held':
      return heldBy(source, view, keys[0] ?? '');
    case 'rest':
      return restOf(at(view.said, ...source.path), view.unwritten);
  }
}

function heldBy(
  { table, member, unless }: Extract<Source, { kind: 'held' }>,
  { ledger, scope, said }: View,
  key: string,
): JsonValue | undefined {
  const held = ledger.entry({ table, scope, keys: [key] })?.values.get(member);
  const given = at(said, ...unless);
  const isSame = typeof held === 'string' && typeof given === 'string' && held.toLowerCase() === given.toLowerCase();
  return isSame ? undefined : held;
}

function restOf(value: JsonValue | undefined, unwritten: ReadonlySet<string>): JsonValue | undefined {
  if (isMarker(value)) return value;
  const object = objectOf(value);
  if (object === undefined) return undefined;
  const kept = Object.entries(object).filter(([name]) => !unwritten.has(name.toLowerCase()));
  return Object.fromEntries(
    kept.map(([name, each]) => [name, each === undefined ? null : withoutUnwritten(each, unwritten)]),
  );
}

/** Secrets stand at the top or one level below. */
function withoutUnwritten(value: JsonValue, unwritten: ReadonlySet<string>): JsonValue {
  const object = objectOf(value);
  if (object === undefined) return value;
  return Object.fromEntries(Object.entries(object).filter(([name]) => !unwritten.has(name.toLowerCase())));
}

export function isMet({ path, is }: Condition, { said }: View): boolean {
  const value = at(said, ...path);
  return is === undefined ? holds(said, path) : value === is;
}

/** Whether something stands at a place; an empty text, list or object is nothing. */
export function holds(said: JsonObject, path: Path): boolean {
  const value = at(said, ...path);
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** A list of what was said, if it is one. */
export function listAt(said: JsonObject, path: Path): readonly JsonValue[] | Gap | undefined {
  const list = at(said, ...path);
  if (isMarker(list)) return 'hidden';
  return Array.isArray(list) ? list : undefined;
}

/** The organization that an action says it is about, by its id or its ARN. */
export function scopeAt(said: JsonObject, path: Path): string {
  const text = at(said, ...path);
  if (typeof text !== 'string' || isMarker(text)) return '';
  return /:organization\/([^/]+)$/.exec(text)?.[1] ?? text;
}

/** Whether CloudTrail has left out a part of what was said because it is too large. */
export function isLeftOut(said: JsonObject): boolean {
  return ['requestParameters', 'responseElements'].some((side) => isMarker(memberOf(said, side)));
}
