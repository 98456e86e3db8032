import type { EntityKind } from '../check/schemaTypes';
import { at, objectOf } from '../explain/members';
import { knownAction } from '../explain/words';
import type { Action, JsonObject, JsonValue } from '../record';
import { type NamingNode, namingSchemas } from './namingSchemas';

/** What one event teaches: this id is called so. Most events of a log hold ids only, and a few hold both. */
export interface LearnedName {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** The name is an address: it serves as a name where no better one is known. */
  readonly isAddress: boolean;
  /** The call takes the name away: from then on the id is not called so. Absent for nearly all. */
  readonly isTaken?: true;
}

/** Strings of one object of a record that identify or name something, as the schema's keywords tell. */
interface Scope {
  readonly ids: { readonly kind: EntityKind; readonly text: string }[];
  readonly names: { readonly kind: EntityKind; readonly text: string; readonly isAddress: boolean }[];
}

const mailKinds: ReadonlySet<EntityKind> = new Set<EntityKind>(['user', 'group', 'resource', 'entity']);

/** A list of a million entries, made by a stranger, must cost no more than a thousand. */
const MOST_ENTRIES = 1000;

/**
 * What a call that succeeded teaches about ids, driven by the schema of its action (`x-entity`, `x-entity-name`): names
 * and ids of one object belong together, and so do those at the top of request and response (CreateUser asks by name and
 * is answered with an id). Where an object holds several ids of one kind, nothing says which of them the name belongs to.
 * A call that deletes (DeleteAlias) teaches that the name is gone.
 */
export function learnedNamesOf(event: JsonObject, action: Action): readonly LearnedName[] {
  const known = knownAction(action)?.name ?? '';
  const schema = namingSchemas().get(known)?.();
  if (schema?.names !== true) return [];
  const isDeleting = known.startsWith('Delete');
  const top: Scope = { ids: [], names: [] };
  const scopes: Scope[] = [top];
  for (const side of ['requestParameters', 'responseElements'] as const) {
    const value = objectOf(at(event, side));
    const naming = schema[side];
    if (value !== undefined && naming !== undefined) collect(value, naming, top, scopes);
  }
  const lessons: LearnedName[] = [];
  for (const scope of scopes) {
    if (scope.ids.length === 0 || scope.names.length === 0) continue;
    for (const lesson of pairs(scope)) lessons.push(isDeleting ? { ...lesson, isTaken: true } : lesson);
  }
  return lessons;
}

interface Visit {
  readonly value: JsonValue;
  readonly node: NamingNode;
  readonly scope: Scope;
}

/** Walks what the schema knows, and nothing else: a record can't make this deeper than its schema is. */
function collect(root: JsonObject, node: NamingNode, top: Scope, scopes: Scope[]): void {
  const visits: Visit[] = [{ value: root, node, scope: top }];
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    const { value, node: known, scope } = visit;
    if (typeof value === 'string') {
      note(value, known, scope);
    } else if (isList(value)) {
      if (known.items === undefined) continue;
      for (const entry of value.slice(0, MOST_ENTRIES)) {
        visits.push({ value: entry, node: known.items, scope: objectOf(entry) !== undefined ? opened(scopes) : scope });
      }
    } else {
      for (const [name, child] of known.properties) {
        const member = at(value, name);
        if (member === undefined || member === null) continue;
        visits.push({ value: member, node: child, scope: objectOf(member) !== undefined ? opened(scopes) : scope });
      }
    }
  }
}

function opened(scopes: Scope[]): Scope {
  const scope: Scope = { ids: [], names: [] };
  scopes.push(scope);
  return scope;
}

function note(text: string, { id, name }: NamingNode, scope: Scope): void {
  if (text === '') return;
  if (name !== undefined) scope.names.push({ kind: name, text, isAddress: false });
  if (id === 'email') scope.names.push({ kind: 'entity', text, isAddress: true });
  else if (id !== undefined) scope.ids.push({ kind: id, text });
}

function* pairs({ ids, names }: Scope): Generator<LearnedName> {
  for (const { kind, text, isAddress } of names) {
    const fitting = ids.filter((id) => fits(id.kind, kind) && id.text !== text);
    // An organization has both an id and an ARN; both stand for the same thing.
    const plain = fitting.filter((id) => !id.text.startsWith('arn:'));
    const different = new Set((plain.length === 0 ? fitting : plain).map((id) => id.text));
    if (different.size !== 1) continue;
    for (const id of fitting) yield { id: id.text, kind: narrower(id.kind, kind), name: text, isAddress };
  }
}

/** Whether an id of one kind can be called by a name of another: `entity` is a user, group or resource not told apart. */
function fits(id: EntityKind, name: EntityKind): boolean {
  return id === name || (mailKinds.has(id) && mailKinds.has(name) && (id === 'entity' || name === 'entity'));
}

function narrower(left: EntityKind, right: EntityKind): EntityKind {
  return left === 'entity' ? right : left;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
