/** The generated knowledge of how tools and services hand events on, and of files that look like logs. */

/** `forms.ts`: every form by its id, the paths of a record's fields, and the relatives of logs. */
export function formsText({ forms, relatives, record }) {
  const told = Object.fromEntries([...forms].map(([id, form]) => [id, without(form)]));
  const fields = fieldsOf(record);
  return `import type { FormFile, RelativeFile } from '../core/read/forms/formFile';

/** schemas/forms, by id. */
export const forms: Readonly<Record<string, FormFile>> = ${JSON.stringify(told)};

/** schemas/relatives.json, the likelier first. */
export const relatives: readonly RelativeFile[] = ${JSON.stringify(relatives.relatives)};

/** The paths of the fields of a record that stand in objects of a fixed shape, with dots. */
export const fieldPaths: readonly string[] = ${JSON.stringify([...fields.keys()])};

/** Those of them that are objects or lists. */
export const objectPaths: readonly string[] = ${JSON.stringify(pathsOfType(fields, 'object', 'array'))};

/** Those of them that are always true or false. */
export const truthPaths: readonly string[] = ${JSON.stringify(pathsOfType(fields, 'boolean'))};
`;
}

/** The paths of fields that hold nothing else but these types, and null. */
function pathsOfType(fields, ...types) {
  const isOne = ({ type }) =>
    type !== undefined && [type].flat().every((name) => name === 'null' || types.includes(name));
  return [...fields].flatMap(([path, node]) => (isOne(node) ? [path] : []));
}

/** What is for readers of the file stays there. */
function without({ $schema: _schema, description: _description, madeBy: _madeBy, ...form }) {
  return form;
}

/** @returns {Map<string, object>} what is said of `userIdentity`, `userIdentity.type` … */
function fieldsOf(record) {
  const shape = ({ $ref, ...node }) => ($ref === undefined ? node : record.definitions[$ref.split('/').pop()]);
  const fields = new Map();
  // A field without a version of its own belongs to a rare kind of record, with a name that other files use too.
  const open = Object.entries(record.properties).filter(([, node]) => node['x-since'] !== undefined);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const [path, node] = next;
    const said = shape(node);
    fields.set(path, said);
    for (const [name, child] of Object.entries(said.properties ?? {})) open.push([`${path}.${name}`, child]);
  }
  return fields;
}
