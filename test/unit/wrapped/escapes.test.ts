import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, toMended, toOriginal } from '../../../server/src/core/read/edits';
import { closingQuote, escaped, unescaped, unescapeEdits } from '../../../server/src/core/read/escapes';

suite('texts inside JSON strings', () => {
  const contents: readonly (readonly [content: string, says: string])[] = [
    ['plain', 'plain'],
    ['\\"', '"'],
    ['\\\\n', '\\n'],
    ['\\n', '\n'],
    ['a\\/b', 'a/b'],
    ['\\u0022x\\u0022', '"x"'],
    ['\\ud83d\\ude00', '😀'],
    ['\\uD83D', '\ud83d'],
    ['\\b\\f\\r\\t', '\b\f\r\t'],
    ['\\\\\\"', '\\"'],
    // No escapes of JSON's: they stay as they are.
    ['\\x', '\\x'],
    ['\\u12', '\\u12'],
    ['\\', '\\'],
    ['a "b"', 'a "b"'],
  ];
  for (const [content, says] of contents) test(content, () => assert.equal(unescaped(content), says));

  test('say what JSON says they do, and are written so that JSON reads them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(unescaped(escaped(text)), text);
        assert.equal(JSON.parse(`"${escaped(text)}"`), text);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('every character keeps its place, there and back', () => {
    const part = fc.constantFrom('a', 'é', '😀', '\\"', '\\\\', '\\n', '\\u0022', '\\ud83d\\ude00', '\\/', '\\x', '"');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const content = parts.join('');
        const edits = unescapeEdits(content);
        const says = applyEdits(content, edits);
        assert.equal(says, unescaped(content));
        for (let at = 0; at < says.length; at++) {
          const place = toOriginal(edits, at);
          assert.equal(toMended(edits, place), at);
          assert.equal(unescaped(content.slice(place, toOriginal(edits, at + 1))), says[at]);
        }
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  test('end at the first quote that no backslash escapes', () => {
    assert.equal(closingQuote('"a\\"b\\\\"c"', 1, 20), 7);
    assert.equal(closingQuote('"a\\"', 1, 20), -1);
    assert.equal(closingQuote('"abc"', 1, 4), -1);
  });
});
