import type { JsonValue } from '../../record';
import { type Entities, entityOf, nameIn } from '../entities';
import { shortId } from '../shortId';
import { secondText } from '../utcText';
import type { Entry } from './course';
import { type History, nameKey } from './history';
import type { KeyKind, ValueKind } from './stateSchema';

/** What ids are called where people read of them. */
export interface Called {
  /** What it was called at the moment that is told of, and what it is called at the end of the log. */
  readonly before: ReadonlyMap<string, string>;
  readonly now: ReadonlyMap<string, string>;
  /** What the whole log and added lists say, for ids that no entry names. */
  readonly entities: Entities;
}

export function calledAt(history: History, time: number, entities: Entities): Called {
  const now = history.names(Number.POSITIVE_INFINITY);
  return { before: history.names(time), now, entities };
}

/** `Jane Doe (3d9e2f1a-…)`, and behind the id what it is called now, if that is another name. Not escaped. */
function labelOf({ before, now, entities }: Called, scope: string, id: string): string {
  const key = nameKey(scope, id);
  const [was, is] = [before.get(key), now.get(key)];
  if (was !== undefined) {
    const later = is === undefined || is === was ? '' : `, now ${is}`;
    return was === id ? id : `${was} (${shortId(id)}${later})`;
  }
  if (is !== undefined) return `${shortId(id)} (later ${is})`;
  const name = nameIn(entityOf(entities, scope, id));
  return name === undefined || name === id ? id : `${name} (${shortId(id)})`;
}

/**
 * An entry as a line of text, as its table has it, with names beside ids. Not escaped.
 *
 * @param isWhole whether what it is called is told as its values, too, as two versions of it are told apart
 */
export function entryLine(entry: Entry, called: Called, isWhole = false): string {
  const { table, scope, keys, values } = entry;
  const kinds = new Map<string, KeyKind | ValueKind>([...table.keys, ...table.values]);
  const said = new Map<string, JsonValue>([
    ...table.keys.map(([name], position): [string, JsonValue] => [name, keys[position] ?? null]),
    ...values,
  ]);
  const told = new Set(isWhole ? [] : table.names?.called);
  const line = table.line.replace(/\{(\w+)\}/g, (_, member: string) => {
    told.add(member);
    const value = said.get(member) ?? null;
    const isId = ENTITIES.has(kinds.get(member) ?? 'any') && typeof value === 'string';
    return isId ? labelOf(called, scope, value) : wordsOf(value, called, scope);
  });
  const more = Array.from(said).filter(([member, value]) => !told.has(member) && value !== null);
  return [line, ...more.map(([member, value]) => `${member}: ${wordsOf(value, called, scope)}`)].join(', ');
}

const ENTITIES: ReadonlySet<string> = new Set(['entity', 'user', 'group', 'resource']);

/** `since 2026-03-01 08:00:12, by jane (PutMailboxPermissions)`. Not escaped. */
export function sinceWords({ by: { row }, seen }: Entry): string {
  const when = secondText(row.time);
  return seen ? `seen ${when}, in the answer of ${row.action}` : `since ${when}, by ${row.actor} (${row.action})`;
}

function wordsOf(value: JsonValue, called: Called, scope: string): string {
  if (value === null) return 'not known';
  if (Array.isArray(value)) {
    const isOfObjects = value.some((each) => typeof each === 'object');
    return value.map((each) => innerWords(each, called, scope)).join(isOfObjects ? '; ' : ', ');
  }
  return innerWords(value, called, scope);
}

/** Rules are objects with lists in them; what lies deeper is told as JSON. */
function innerWords(value: JsonValue, called: Called, scope: string): string {
  if (typeof value === 'string') return isCalled(called, scope, value) ? labelOf(called, scope, value) : value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, each]) => `${name} ${listWords(each, called, scope)}`)
    .join(', ');
}

function listWords(value: JsonValue, called: Called, scope: string): string {
  const list = Array.isArray(value) ? value : [value];
  return list
    .map((each) => (typeof each === 'string' ? innerWords(each, called, scope) : JSON.stringify(each)))
    .join(' ');
}

function isCalled({ now }: Called, scope: string, text: string): boolean {
  return now.has(nameKey(scope, text));
}
