import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { addressNamed } from '../../../server/src/core/explain/values/addresses';
import { wordsOfPlain } from '../../../server/src/core/explain/values/plainAddress';

/** Texts of the signs that addresses are made of, most of them no address. */
const nearAddresses = fc.string({
  unit: fc.constantFrom('0', '1', 'f', 'A', ':', ':', '::', '.', 'ffff'),
  maxLength: 24,
});

suite('words of an IPv6 address that is written plainly', () => {
  test('are those that are read of it in any other way', () => {
    const texts = ['2001:db8::9', '::', '::1', '1::', '1:2:3:4:5:6:7:8', '2001:0DB8:0:0:8:0:0:1'];
    assert.deepEqual(
      texts.map((text) => wordsOfPlain(text)),
      texts.map((text) => wordsIn(text)),
    );
  });

  test('are none of what is no such address', () => {
    const texts = [
      '',
      ':',
      '1',
      '192.0.2.1',
      '1:2:3:4:5:6:7',
      '1:::2',
      ':1::',
      '1::2::3',
      '12345::',
      '::ffff:c000:201',
    ];
    assert.deepEqual(
      texts.filter((text) => wordsOfPlain(text) !== undefined),
      [],
    );
  });

  test('are right, whatever the text', () => {
    fc.assert(
      fc.property(nearAddresses, (text) => {
        const words = wordsOfPlain(text);
        if (words !== undefined) assert.deepEqual(words, wordsIn(text));
      }),
      { numRuns: 5000 },
    );
  });
});

function wordsIn(text: string): readonly number[] {
  const address = addressNamed(text);
  return address !== undefined && 'parts' in address ? address.parts : [];
}
