import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Texts } from '../../../server/src/core/store/texts';
import { ReceivedBytes } from '../../../server/src/node/scan/receivedTexts';

const anyText = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', '-', 'é', 'K', 'İ'), maxLength: 8 });
const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', '-', 'k', 'é', 'i'), minLength: 1, maxLength: 4 });

test('the texts that hold a word are those that hold it one by one', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 30 }), fc.nat(30), anyWord, (all, cut, word) => {
      const texts = new Texts();
      for (const text of all) texts.numberOf(text);
      const received = new ReceivedBytes();
      const numbers = Array.from({ length: texts.size }, (_, number) => number);
      // They come in pieces.
      for (const piece of [numbers.slice(1, 1 + cut), numbers.slice(1 + cut)]) {
        const encoded = piece.map((number) => Buffer.from(texts.textOf(number)));
        let end = 0;
        const ends = Uint32Array.from(encoded, ({ length }) => {
          end += length;
          return end;
        });
        received.add(Buffer.concat(encoded), ends);
      }
      const found = new Uint8Array(received.size);
      received.markWith(word, found);
      const expected = numbers.map((number) => Number(texts.textOf(number).toLowerCase().includes(word)));
      assert.deepEqual([...found], expected);
    }),
    { numRuns: 3000 },
  );
});
