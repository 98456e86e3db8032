/** The generated knowledge of how tools and services hand events on, and of files that look like logs. */

/** `forms.ts`: every form by its id, the paths of a record's fields, and the relatives of logs. */
export function formsText({ forms, relatives, record }) {
  const told = Object.fromEntries([...forms].map(([id, form]) => [id, without(form)]));
  return `import type { FormFile, RelativeFile } from '../core/read/forms/formFile';

/** schemas/forms, by id. */
export const forms: Readonly<Record<string, FormFile>> = ${JSON.stringify(told)};

/** schemas/relatives.json, the likelier first. */
export const relatives: readonly RelativeFile[] = ${JSON.stringify(relatives.relatives)};

/** The paths of the fields of a record that stand in objects of a fixed shape, with dots. */
export const fieldPaths: readonly string[] = ${JSON.stringify(pathsOf(record))};
`;
}

/** What is for readers of the file stays there. */
function without({ $schema: _schema, description: _description, madeBy: _madeBy, ...form }) {
  return form;
}

/** @returns {readonly string[]} `userIdentity`, `userIdentity.type` … */
function pathsOf(record) {
  const shape = ({ $ref, ...node }) => ($ref === undefined ? node : record.definitions[$ref.split('/').pop()]);
  const paths = [];
  // A field without a version of its own belongs to a rare kind of record, with a name that other files use too.
  const open = Object.entries(record.properties).filter(([, node]) => node['x-since'] !== undefined);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const [path, node] = next;
    paths.push(path);
    for (const [name, child] of Object.entries(shape(node)?.properties ?? {})) open.push([`${path}.${name}`, child]);
  }
  return paths;
}
