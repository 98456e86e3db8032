import { nearest } from '../check/spelling';
import type { FieldWord } from './fieldKinds';
import { type FieldName, fields } from './fields';

/** The names of all fields, in the order in which they are told. */
export const fieldNames: readonly FieldName[] = Object.keys(fields) as FieldName[];

const byName: ReadonlyMap<string, FieldName> = new Map(
  fieldNames.flatMap((name) => [name, ...fields[name].aliases].map((each) => [each.toLowerCase(), name] as const)),
);

/** The field of this name or alias, in any case. */
export function fieldNamed(name: string): FieldName | undefined {
  return byName.get(name.toLowerCase());
}

/** The field that somebody may have meant by a name that no field has. */
export function nearestField(name: string): FieldName | undefined {
  const near = nearest(name, byName.keys());
  return near === undefined ? undefined : fieldNamed(near);
}

/** The word of a field that a text writes, in any case and by any of its synonyms. */
export function wordNamed(field: FieldName, text: string): FieldWord | undefined {
  const asked = text.toLowerCase();
  return fields[field].words.find(({ word, synonyms }) => word === asked || synonyms.includes(asked));
}
