import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { Utf8Walk } from '../../../server/src/node/scan/utf8Walk';
import { someRuns } from './runs';

/** Characters of one to four bytes, those of one most. */
const character = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...'abc {"') }, fc.constantFrom('é', '文', '🧑'));
const pieces = fc.array(
  fc.array(character, { maxLength: 12 }).map((all) => all.join('')),
  { maxLength: 12 },
);

suite('The way through the bytes of a text', () => {
  test('gives the bytes of every stretch in its turn, wherever they lie in memory', () => {
    fc.assert(
      fc.property(pieces, fc.nat(3), (texts, offset) => {
        const buffer = Buffer.from(`${'x'.repeat(offset)}${texts.join('')}`);
        const bytes = buffer.subarray(offset);
        const walk = new Utf8Walk(bytes);
        let start = 0;
        const found = texts.map((text) => {
          const span = walk.span(start, start + text.length);
          start += text.length;
          return [span && bytes.toString('utf8', span.from, span.to), span?.isAscii];
        });
        assert.deepEqual(
          found,
          texts.map((text) => [text, !/[^\0-\x7f]/.test(text)]),
        );
      }),
      someRuns(500),
    );
  });

  test('gives the last stretch again, and none before it', () => {
    const walk = new Utf8Walk(Buffer.from('éab'));
    const last = walk.span(1, 2);
    assert.deepEqual(
      [last, walk.span(1, 2), walk.span(0, 1), walk.span(2, 3)],
      [{ from: 2, to: 3, isAscii: true }, last, undefined, { from: 3, to: 4, isAscii: true }],
    );
  });
});
