/** Structs as query engines print them inside a cell: not JSON, and without quotes around most texts. */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `{type=IAMUser, accountid=444455556666}`: Athena and CloudTrail Lake.
 *
 * @param {unknown} value
 * @param {(name: string) => string} [named]
 * @returns {string}
 */
export function javaStruct(value, named = (name) => name) {
  if (Array.isArray(value)) return `[${value.map((member) => javaStruct(member, named)).join(', ')}]`;
  if (!isObject(value)) return String(value ?? null);
  const members = Object.entries(value).map(([name, member]) => `${named(name)}=${javaStruct(member, named)}`);
  return `{${members.join(', ')}}`;
}

/** What makes DuckDB put a text inside a struct in quotes. */
const QUOTED_BY_DUCKDB = /[{}()[\],:='"\\]|^\s|\s$|^$|^null$/i;

/**
 * `{'type': IAMUser, 'arn': 'arn:aws:...', 'userName': NULL}`: DuckDB.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function duckStruct(value) {
  if (Array.isArray(value)) return `[${value.map(duckStruct).join(', ')}]`;
  if (isObject(value)) {
    const members = Object.entries(value).map(([name, member]) => `'${name}': ${duckStruct(member)}`);
    return `{${members.join(', ')}}`;
  }
  if (typeof value !== 'string') return value === null || value === undefined ? 'NULL' : String(value);
  return QUOTED_BY_DUCKDB.test(value) ? `'${value.replaceAll("'", "\\'")}'` : value;
}

/**
 * The members of objects in one flat object, under names joined by dots.
 *
 * @param {unknown} value
 * @param {(list: unknown[], path: string) => readonly (readonly [string, unknown])[]} ofList
 * @param {string} [path]
 * @returns {readonly (readonly [string, unknown])[]}
 */
export function flat(value, ofList, path = '') {
  if (Array.isArray(value)) return ofList(value, path);
  if (!isObject(value)) return [[path, value]];
  return Object.entries(value).flatMap(([name, member]) =>
    flat(member, ofList, path === '' ? name : `${path}.${name}`),
  );
}

/**
 * Another spelling of every name.
 *
 * @param {unknown} value
 * @param {(name: string) => string} named
 * @returns {unknown}
 */
export function renamed(value, named) {
  if (Array.isArray(value)) return value.map((member) => renamed(member, named));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [named(name), renamed(member, named)]));
}

/** @param {string} name `sourceIPAddress` is `source_ip_address` */
export const snake = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/** @param {string} name */
export const pascal = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/** @param {string} name */
export const small = (name) => name.toLowerCase();
