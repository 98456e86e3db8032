import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wellFormedJson } from '../../../server/src/wire/wellFormedJson';

const pieces = fc.constantFrom(
  '\ud800',
  '\udbff',
  '\udc00',
  '\udfff',
  '\\',
  '\\u',
  'd800',
  '"',
  '\n',
  '\0',
  '😀',
  'x',
  'é',
);
const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

const wellFormed = (part: string): string => part.replace(/\p{Surrogate}/gu, '\ufffd');

test('what comes out is what went in, with U+FFFD for every half of a surrogate pair', () => {
  const message = fc.dictionary(
    text,
    fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.integer(), fc.constant(null)),
  );
  fc.assert(
    fc.property(message, (sent) => {
      const json = wellFormedJson(sent);
      assert.doesNotMatch(Buffer.from(json).toString().replaceAll('\\\\', ''), /\\ud[89a-f]/);
      const expected = JSON.stringify(sent, (_, value: unknown) => {
        if (typeof value === 'string') return wellFormed(value);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).map(([name, member]) => [wellFormed(name), member]))
          : value;
      });
      assert.deepEqual(JSON.parse(json), JSON.parse(expected));
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('an escape that stands in a text stays as it is', () => {
  assert.equal(wellFormedJson({ a: '\\ud800 \ud800 \\\ud800' }), '{"a":"\\\\ud800 \\ufffd \\\\\\ufffd"}');
});
