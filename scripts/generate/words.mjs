/** The generated words for hovers. */
import { rewrite, rewriteAll } from './rewrite.mjs';

/** A value as source text: engines read JSON out of a string faster than an object literal. */
export function parsed(value) {
  const text = JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `JSON.parse('${text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}')`;
}

/** `schemas.ts`: shapes are stored once and named where they are used; the core links them on first use. */
export function schemasText(schemas) {
  const keep = (key) => key !== '$schema' && key !== 'title';
  const name = (shape) => shape;
  const record = {
    shapes: rewriteAll(schemas.record.definitions ?? {}, keep, name),
    record: rewrite(schemas.record, keep, name),
  };
  const actions = {
    shapes: rewriteAll(schemas.shapes.definitions, keep, name),
    actions: Object.fromEntries(
      [...schemas.actions].map(([action, { properties }]) => [action, rewriteAll(properties, keep, name)]),
    ),
  };
  const words = Object.fromEntries([...schemas.words].map(([list, file]) => [list, file.words]));
  return `import { linkActions, linkRecord } from '../core/check/linkSchemas';
import type { ActionSchema, CatalogEntry, SchemaNode, Word, Words } from '../core/check/schemaTypes';

/** Makes a value when it is first asked for, and once. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function byName<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}

/** schemas/cloudtrail/record.json */
export const recordSchema: () => SchemaNode = once(() => linkRecord(${parsed(record)}));

/** schemas/workmail/actions, by action name. */
export const actionSchemas: () => ReadonlyMap<string, ActionSchema> = once(() => linkActions(${parsed(actions)}));

/** schemas/workmail/catalog.json, by action name. */
export const catalog: () => ReadonlyMap<string, CatalogEntry> = once(() =>
  byName<CatalogEntry>(${parsed(schemas.catalog.actions)}),
);

/** schemas/words, a list for each file. */
export const words: () => Words = once(() => {
  const lists: Readonly<Record<keyof Words, Readonly<Record<string, Word>>>> = ${parsed(words)};
  return {
${Object.keys(words)
  .map((list) => `    ${list}: byName(lists.${list}),`)
  .join('\n')}
  };
});
`;
}

/** `envelopeFields.ts`: the names by which a reader tells the fields of a record from those inside its values. */
export function envelopeFieldsText({ record }) {
  // A field without a version of its own is one of a rare kind of record, with a name (accountId) that values use too.
  const fields = Object.keys(record.properties).filter((name) => record.properties[name]['x-since'] !== undefined);
  return `
/** The names of the fields of a record, as far as they belong to the record format. */
export const envelopeFields: readonly string[] = ${JSON.stringify(fields)};
`;
}
