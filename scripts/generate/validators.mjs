/** The generated validators and their types. */
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { transform } from 'esbuild';
import { rewrite } from './rewrite.mjs';

// What JSON Schema itself would stumble over: keywords of ours, and words for people.
const forPeople = (key) =>
  key === 'description' || key === 'enumDescriptions' || key === '$schema' || key.startsWith('x-');

/** `validators.js`: one ES module that imports nothing. */
export async function validatorsText(schemas) {
  const strip = (node, base) =>
    rewrite(
      node,
      (key) => !forPeople(key) && key !== 'title',
      (name) => `${base}#/definitions/${name}`,
    );
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    messages: false,
    code: { source: true, esm: true, lines: false },
  });
  const define = (id, definitions) =>
    ajv.addSchema({
      $id: id,
      definitions: Object.fromEntries(Object.entries(definitions).map(([name, node]) => [name, strip(node, id)])),
    });
  define('shapes', schemas.shapes.definitions);
  define('envelope', schemas.record.definitions ?? {});
  ajv.addSchema(strip(schemas.record, 'envelope'), 'record');
  const known = new Map();
  // Many actions answer alike, most of them nothing: one function serves all of them.
  const functionOf = (schema) => {
    const text = JSON.stringify(schema);
    if (!known.has(text)) {
      known.set(text, `v${known.size}`);
      ajv.addSchema(schema, known.get(text));
    }
    return known.get(text);
  };
  const sides = ['requestParameters', 'responseElements'];
  const maps = sides.map((side) => {
    const entries = [...schemas.actions].map(
      ([name, action]) => `[${JSON.stringify(name)}, ${functionOf(strip(action.properties[side], 'shapes'))}]`,
    );
    return `export const ${side} = new Map([${entries.join(',')}]);`;
  });
  const exported = ['record', ...known.values()];
  const code = standaloneCode(ajv, Object.fromEntries(exported.map((name) => [name, name])))
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePoints')
    // Only `record` and the two maps leave the module.
    .replaceAll(/export const (?=v\d)/g, 'const ')
    // Nobody reads the place in the schema, and it is a ninth of the text.
    .replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, '');
  if (/\brequire\(/.test(code)) throw new Error('The validators need a part of ajv that is not provided here.');
  const text = `${lengthOfText}\n${code}\n${maps.join('\n')}`;
  return (await transform(text, { minify: true, format: 'esm', target: 'es2022' })).code;
}

// JSON Schema counts code points, not UTF-16 units: a pair of surrogates is one. Asked of most texts of most records.
const lengthOfText = `const codePoints = (text) => {
  let count = text.length;
  for (let at = 1; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00 || (text.charCodeAt(at - 1) & 0xfc00) !== 0xd800) continue;
    count--;
    at++;
  }
  return count;
};`;

export const validatorTypes = `/** One finding. \`instancePath\` is a JSON pointer: \`~1\` stands for a slash in a key, \`~0\` for a tilde. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Says whether a value fits. After false, \`errors\` holds every finding until the next call of the same function. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** schemas/cloudtrail/record.json */
export declare const record: Validator;
/** By action name, for a requestParameters that is an object; null and marks in its place are the caller's business. */
export declare const requestParameters: ReadonlyMap<string, Validator>;
/** By action name, for a responseElements that is an object. Several actions may share one function. */
export declare const responseElements: ReadonlyMap<string, Validator>;
`;
