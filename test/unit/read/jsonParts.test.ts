import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { jsonParts } from '../../../server/src/core/read/jsonParts';

function told(source: string): readonly string[] {
  return Array.from(jsonParts(source), ({ kind, depth, start, end }) => `${kind} ${depth} ${source.slice(start, end)}`);
}

suite('the parts of JSON, each before what holds it', () => {
  const cases: readonly (readonly [what: string, source: string, parts: readonly string[]])[] = [
    [
      'objects, lists and values',
      '{"a":[1,"x"],"b":null}',
      [
        'key 1 "a"',
        'word 2 1',
        'text 2 "x"',
        'list 1 [1,"x"]',
        'member 1 "a":[1,"x"]',
        'key 1 "b"',
        'word 1 null',
        'member 1 "b":null',
        'object 0 {"a":[1,"x"],"b":null}',
      ],
    ],
    [
      'a comma that is missing',
      '{"a":1 "b":2}',
      ['key 1 "a"', 'word 1 1', 'member 1 "a":1', 'key 1 "b"', 'word 1 2', 'member 1 "b":2', 'object 0 {"a":1 "b":2}'],
    ],
    ['what is never closed', '{"a":[1', ['key 1 "a"', 'word 2 1', 'list 1 [1', 'member 1 "a":[1', 'object 0 {"a":[1']],
    [
      'a bracket that closes what lies further out',
      '[{"a":1]',
      ['key 2 "a"', 'word 2 1', 'member 2 "a":1', 'object 1 {"a":1', 'list 0 [{"a":1]'],
    ],
    ['brackets that close nothing', ']}1', ['word 0 1']],
    ['a text that its line cuts off', '["a\n,"b"]', ['text 1 "a', 'text 1 "b"', 'list 0 ["a\n,"b"]']],
    ['a quote in a text', '["a\\"]"]', ['text 1 "a\\"]"', 'list 0 ["a\\"]"]']],
    ['a key without a value', '{"a"}', ['key 1 "a"', 'object 0 {"a"}']],
  ];
  for (const [what, source, parts] of cases) test(what, () => assert.deepEqual(told(source), parts));

  test('lie inside one another or apart, whatever the text is', () => {
    const rubbish = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ':', ',', '"', '\\', 'a', '1', ' ', '\n') });
    fc.assert(
      fc.property(rubbish, (source) => {
        const parts = Array.from(jsonParts(source));
        for (const [at, part] of parts.entries()) {
          assert.ok(part.start < part.end && part.end <= source.length);
          for (const later of parts.slice(at + 1)) {
            assert.ok(later.start >= part.end || (later.start <= part.start && part.end <= later.end));
          }
        }
      }),
    );
  });

  test('of ten thousand brackets are found without a stack', () => {
    assert.equal(Array.from(jsonParts('[{'.repeat(5000))).length, 10_000);
    assert.equal(Array.from(jsonParts('['.repeat(5000) + '}'.repeat(5000))).length, 5000);
  });
});
