import type { Entities } from '../investigate/entities';
import type { FieldName } from '../query/fields';
import { allOf, anyOf, exactly, type Question } from '../query/question';
import { type AlsoCalled, alsoCalled } from './alsoCalled';
import { type Name, nameKinds } from './name';

/** Which events name the same as a value does: all references to it. */
export function referencesTo(name: Name, entities: Entities): Question {
  if (name.kind === 'thing') return namesOf(alsoCalled(entities, name.organizationId, name.text), name);
  const fields: readonly FieldName[] = nameKinds[name.kind].fields;
  const asked = fields.map((field): Question => has(field, name.text));
  return anyOf(name.kind === 'session' ? [...asked, begunAs(name.text)] : asked);
}

/** The calls that begin a session name it in their request; elsewhere the same text is the name of something else. */
function begunAs(session: string): Question {
  return allOf([has('service', ...BEGINNERS), has('names', session)]);
}

const BEGINNERS = ['sts', 'rolesanywhere'];

/**
 * Which events made what a value names, or gave it out; the question that goes first is the surest. None for what no event makes, as
 * an address.
 */
export function makersOf(name: Name, entities: Entities): readonly Question[] {
  return idsMade(name, entities).map((id) => has('made', id));
}

/** As what the thing that a value names was made. */
function idsMade({ kind, text, session, organizationId }: Name, entities: Entities): readonly string[] {
  if (kind === 'key') return session === undefined ? [text] : [text, session];
  if (kind === 'thing') return [text, ...alsoCalled(entities, organizationId, text).ids.filter((id) => id !== text)];
  return kind === 'identity' || kind === 'principal' ? [text] : [];
}

/** Under what a reference may stand in a record, what was asked for first. */
export function textsOf(name: Name, entities: Entities): readonly string[] {
  if (name.kind !== 'thing') return [name.text];
  const { ids, names } = alsoCalled(entities, name.organizationId, name.text);
  return Array.from(new Set([name.text, ...ids, ...names]));
}

function namesOf({ ids, names }: AlsoCalled, { organizationId }: Name): Question {
  const anywhere = has('names', ...ids);
  if (names.length === 0) return anywhere;
  const here = has('names', ...names);
  return anyOf([anywhere, organizationId === '' ? here : allOf([has('names', organizationId), here])]);
}

function has(field: FieldName, ...texts: readonly string[]): Question {
  return { kind: 'field', field, values: texts.map(exactly) };
}
