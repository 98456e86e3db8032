/** Values made from a schema: the smallest and the fullest object it describes, and values of the wrong type. */
import type { JsonType, SchemaNode } from '../../server/src/core/check/schemaTypes';

export type Example = string | number | boolean | null | Example[] | { [key: string]: Example };

/** Texts of the forms that WorkMail parameters have. The first that fits pattern and length is taken. */
const texts: readonly string[] = [
  'a',
  'example',
  'm-0123456789abcdef0123456789abcdef',
  'r-0123456789abcdef0123456789abcdef',
  '01234567-89ab-cdef-0123-456789abcdef',
  'd-0123456789',
  'person@example.com',
  'example.com',
  '192.0.2.7',
  '192.0.2.0/24',
  'https://ews.example.com/EWS/Exchange.asmx',
  'arn:aws:iam::111122223333:role/export',
  'arn:aws:kms:us-east-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef',
  'arn:aws:lambda:us-east-1:111122223333:function:mail',
  'arn:aws:logs:us-east-1:111122223333:log-group:mail:*',
  'arn:aws:workmail:us-east-1:111122223333:organization/m-0123456789abcdef0123456789abcdef',
  'arn:aws:sso:::instance/ssoins-0123456789abcdef',
  'arn:aws:sso::111122223333:application/ssoins-0123456789abcdef/apl-0123456789abcdef',
];

/** @param extent 'least' takes required properties only, 'most' every property, one entry in every list */
export function exampleOf(node: SchemaNode, extent: 'least' | 'most'): Example {
  const [first] = node.enum ?? [];
  if (first !== undefined) return first;
  switch (typesOf(node)[0]) {
    case 'object':
      return objectOf(node, extent);
    case 'array': {
      const count = Math.max(node.minItems ?? 0, extent === 'most' ? 1 : 0);
      return Array.from({ length: count }, () => exampleOf(node.items ?? { type: 'string' }, extent));
    }
    case 'number':
    case 'integer':
      return node.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textOf(node);
  }
}

function objectOf(node: SchemaNode, extent: 'least' | 'most'): Example {
  const names = extent === 'most' ? [...(node.properties?.keys() ?? [])] : (node.required ?? []);
  return Object.fromEntries(
    names.map((name) => [name, exampleOf(node.properties?.get(name) ?? { type: 'string' }, extent)]),
  );
}

function textOf(node: SchemaNode): string {
  const pattern = new RegExp(node.pattern ?? '', 'u');
  const fitting = texts.find(
    (text) => pattern.test(text) && text.length >= (node.minLength ?? 0) && text.length <= (node.maxLength ?? 9999),
  );
  if (fitting === undefined) {
    throw new Error(`No example text fits ${node.pattern}: add one to the list in test/unit/schemaExample.ts.`);
  }
  return fitting;
}

/** A value of a JSON type that the schema does not name; undefined for a schema that takes every type. */
export function wrongValue(node: SchemaNode): Example | undefined {
  const values: readonly [JsonType, Example][] = [
    ['object', {}],
    ['array', []],
    ['number', 7.5],
    ['boolean', true],
    ['string', 'text'],
    ['null', null],
  ];
  return values.find(([type]) => !typesOf(node).includes(type))?.[1];
}

function typesOf(node: SchemaNode): readonly JsonType[] {
  if (node.type === undefined) return [];
  return typeof node.type === 'string' ? [node.type] : node.type;
}
