import type { SchemaError, Validator } from '../../generated/validators.js';
import { isObject } from '../read/whole';
import type { JsonPath, JsonValue } from '../record';

/** One finding of a generated validator, with the value it is about. For names too many, the path is that name's. */
export interface Finding {
  readonly path: JsonPath;
  readonly keyword: string;
  readonly params: SchemaError['params'];
  readonly value: JsonValue | undefined;
}

const NO_FINDINGS: readonly Finding[] = [];

/** All findings; of several for one place, all are given. */
export function schemaFindings(validator: Validator, value: JsonValue): readonly Finding[] {
  if (validator(value)) return NO_FINDINGS;
  return (validator.errors ?? []).map((error) => {
    const base = pathOf(error.instancePath, value);
    const added = error.params.additionalProperty;
    const path = error.keyword === 'additionalProperties' && typeof added === 'string' ? [...base, added] : base;
    return { path, keyword: error.keyword, params: error.params, value: at(value, path) };
  });
}

/** A JSON pointer as a path; steps into arrays become numbers. */
function pathOf(pointer: string, root: JsonValue): JsonPath {
  const path: (string | number)[] = [];
  let value: JsonValue | undefined = root;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replace(/~1/g, '/').replace(/~0/g, '~');
    const key = Array.isArray(value) ? Number(name) : name;
    path.push(key);
    value = at(value, [key]);
  }
  return path;
}

function at(root: JsonValue | undefined, path: JsonPath): JsonValue | undefined {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['object', 'an object'],
  ['array', 'a list'],
  ['null', 'null'],
]);

/** What a value is, in words. */
export function typeName(value: JsonValue | undefined): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return String(value);
  return TYPE_NAMES.get(typeof value) ?? 'nothing';
}

/** The names of the types that a type finding asks for. */
export function typesWanted({ params: { type } }: Finding): readonly unknown[] {
  return Array.isArray(type) ? type : [type];
}

/** The same in words. */
export function typeWanted(finding: Finding): string {
  const types = typesWanted(finding);
  // Null in the place of a Boolean is no more than what a tool makes of one that is absent.
  const named = types.includes('boolean') ? types.filter((type) => type !== 'null') : types;
  return named.map((each) => TYPE_NAMES.get(String(each)) ?? String(each)).join(' or ');
}
