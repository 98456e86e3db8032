import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaFindings, typeName, typeWanted } from '../../../server/src/core/check/findings';
import type { SchemaError, Validator } from '../../../server/src/generated/validators.js';

/** A validator that always finds the same. */
function finding(error: SchemaError): Validator {
  return Object.assign(() => false, { errors: [error] });
}

test('a finding has its path and its value', () => {
  const value = { a: [{ 'b/c~d': 1 }], '0': 2 };
  const at = (instancePath: string) =>
    schemaFindings(finding({ instancePath, keyword: 'type', params: { type: 'string' } }), value).map((each) => [
      each.path,
      each.value,
    ]);
  assert.deepEqual(at('/a/0/b~1c~0d'), [[['a', 0, 'b/c~d'], 1]]);
  assert.deepEqual(at('/0'), [[['0'], 2]]);
  assert.deepEqual(at(''), [[[], value]]);
  assert.deepEqual(at('/toString'), [[['toString'], undefined]]);
});

test('a name too many is part of the path', () => {
  const params = { additionalProperty: 'x' };
  const [found] = schemaFindings(finding({ instancePath: '/a', keyword: 'additionalProperties', params }), {
    a: { x: 1 },
  });
  assert.deepEqual([found?.path, found?.value], [['a', 'x'], 1]);
});

test('types have names in words', () => {
  assert.deepEqual(['x', 1, true, null, [], {}, undefined].map(typeName), [
    'a text',
    'a number',
    'true',
    'null',
    'a list',
    'an object',
    'nothing',
  ]);
  const wanted = (type: string | string[]) => typeWanted({ path: [], keyword: 'type', params: { type }, value: 1 });
  assert.equal(wanted('string'), 'a text');
  assert.equal(wanted(['object', 'null']), 'an object or null');
});
