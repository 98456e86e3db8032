/**
 * Reads members of log objects. Own members only: `__proto__` and `constructor` are possible keys of a log, and a record
 * need not hold what its schema says.
 */
import type { JsonObject, JsonPath, JsonValue } from '../record';

/** The value if it is an object (a list is not). */
export function objectOf(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** What stands at the end of a path; undefined where the path leads nowhere. */
export function at(value: JsonValue | undefined, ...path: JsonPath): JsonValue | undefined {
  let found = value;
  for (const step of path) {
    const holder: unknown = typeof step === 'number' ? (Array.isArray(found) ? found : undefined) : objectOf(found);
    found = isHolder(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
  }
  return found;
}

function isHolder(value: unknown): value is Readonly<Record<string | number, JsonValue>> {
  return typeof value === 'object' && value !== null;
}

/** A member of an object; undefined where there is none. The same as a path of one step, for what is asked of every record. */
export function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  const object = objectOf(value);
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A member that is a text; undefined for an empty one and for every other type. */
export function memberText(value: JsonValue | undefined, name: string): string | undefined {
  const found = memberOf(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The text at the end of a path; undefined for an empty one and for every other type. */
export function textAt(value: JsonValue | undefined, ...path: JsonPath): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A name of `names` that equals `name`, or else differs from it only in upper and lower case. */
export function spelled(names: ReadonlyMap<string, unknown> | undefined, name: string): string | undefined {
  if (names === undefined) return undefined;
  if (names.has(name)) return name;
  const lower = name.toLowerCase();
  for (const known of names.keys()) if (known.toLowerCase() === lower) return known;
  return undefined;
}
