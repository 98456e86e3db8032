import fc from 'fast-check';
import type { SchemaNode } from '../../server/src/core/check/schemaTypes';
import type { JsonObject, JsonValue } from '../../server/src/core/record';
import { actionSchemas, catalog } from '../../server/src/generated/schemas';

const text = fc.constantFrom(
  'jane',
  'jane@example.com',
  'm-d281d0a2fd824be5b6cd3d3ce909fd27',
  'S-1-1-12-3456789012-345678901-2345678901-2345',
  'arn:aws:iam::111122223333:role/export',
  'arn:aws:iam::444455556666:role/export',
  'arn:aws:workmail:us-east-1:111122223333:organization/m-1',
  '0.0.0.0/0',
  'FULL_ACCESS',
  'é "{',
  '',
);
const odd = fc.constantFrom<JsonValue>(null, 7, true, 'x', {}, ['a', 1]);

/** Values that a schema describes, and now and then one that it does not. Schemas are ours and shallow. */
function anyValueOf(node: SchemaNode): fc.Arbitrary<JsonValue> {
  return fc.oneof({ weight: 12, arbitrary: fittingValue(node) }, { weight: 1, arbitrary: odd });
}

function fittingValue({ enum: allowed, type, properties, items, minimum }: SchemaNode): fc.Arbitrary<JsonValue> {
  if (allowed !== undefined && allowed.length > 0) return fc.constantFrom<JsonValue>(...allowed);
  switch ([type].flat()[0]) {
    case 'object':
      return objectOf(properties ?? new Map());
    case 'array':
      return fc.array(anyValueOf(items ?? { type: 'string' }), { maxLength: 3 });
    case 'number':
    case 'integer':
      return fc.constantFrom(minimum ?? 1, 30, 400);
    case 'boolean':
      return fc.boolean();
    default:
      return text;
  }
}

function objectOf(properties: ReadonlyMap<string, SchemaNode>): fc.Arbitrary<JsonObject> {
  const members = Array.from(properties, ([name, node]) =>
    fc.tuple(fc.constantFrom(name, name, name, name.toUpperCase()), fc.option(anyValueOf(node), { freq: 4 })),
  );
  return fc
    .tuple(...members)
    .map((all) => Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))));
}

type Call = Readonly<Record<'eventSource' | 'eventName' | 'requestParameters' | 'responseElements', JsonValue>>;

/** Actions that teach names, take them away, or weigh by their parameters. */
const TELLING = ['CreateUser', 'CreateAlias', 'DeleteAlias', 'PutMailboxPermissions', 'CreateImpersonationRole'];

/** Calls of every action there is, those that tell most more often, with what the schema knows of each. */
export const anyActionCall: fc.Arbitrary<Call> = fc
  .oneof(
    fc.constantFrom(...catalog()),
    fc.constantFrom(...Array.from(catalog()).filter(([name]) => TELLING.includes(name))),
  )
  .chain(([eventName, { eventSource }]): fc.Arbitrary<Call> => {
    const schema = actionSchemas().get(eventName);
    const unknown: SchemaNode = { type: 'object', properties: new Map([['userId', { type: 'string' }]]) };
    return fc.record({
      eventSource: fc.constant(eventSource),
      eventName: fc.constant(eventName),
      requestParameters: anyValueOf(schema?.requestParameters ?? unknown),
      responseElements: anyValueOf(schema?.responseElements ?? unknown),
    });
  });
