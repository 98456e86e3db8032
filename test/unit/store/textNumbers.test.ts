import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { hashOf, hashOfBytes } from '../../../server/src/core/store/textNumbers';
import { Texts } from '../../../server/src/core/store/texts';
import { ReceivedBytes } from '../../../server/src/node/scan/receivedTexts';

const anyText = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'é', 'É', 'K', 'k', '-', 'İ'), maxLength: 4 });

function bytesOf(texts: readonly string[]): ReceivedBytes {
  const all = new ReceivedBytes();
  const encoded = texts.map((text) => Buffer.from(text));
  let end = 0;
  const ends = Uint32Array.from(encoded, ({ length }) => {
    end += length;
    return end;
  });
  all.add(Buffer.concat(encoded), ends);
  return all;
}

suite('Texts are found by what they say in small letters', () => {
  test('as by looking at each, while the table grows', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 40 }),
        fc.array(anyText, { maxLength: 40 }),
        anyText,
        (some, more, asked) => {
          const lowerCase = asked.toLowerCase();
          const texts = new Texts();
          for (const added of [some, more]) {
            for (const text of added) texts.numberOf(text);
            const expected = Array.from({ length: texts.size }, (_, number) => number).filter(
              (number) => texts.textOf(number).toLowerCase() === lowerCase,
            );
            assert.deepEqual([...texts.numbersLike(lowerCase)].sort(), expected.sort());
            const received = bytesOf(Array.from({ length: texts.size - 1 }, (_, number) => texts.textOf(number + 1)));
            assert.deepEqual([...received.numbersLike(lowerCase)].sort(), expected);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a hash is that of the bytes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = Buffer.from(text);
        assert.equal(hashOf(text), hashOfBytes(bytes, 0, bytes.length));
      }),
    );
  });
});
