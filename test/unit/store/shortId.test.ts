import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { shortIdIn, shortIdText } from '../../../server/src/core/store/shortId';

const visible = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));

suite('short ids', () => {
  test('are four characters a number, the first one lowest', () => {
    const words = new Uint32Array(6);
    assert.deepEqual([shortIdIn('4B0YZ', words, 1), [...words]], [true, [0, 0x59304234, 0x5a, 0, 0, 0]]);
  });

  test('read back as they were written', () => {
    fc.assert(
      fc.property(fc.string({ unit: visible, minLength: 1, maxLength: 16 }), (id) => {
        const words = new Uint32Array(4);
        assert.deepEqual(
          shortIdIn(id, words, 0) ? shortIdText(words) : 'none',
          id.includes('"') || id.includes('\\') ? 'none' : id,
        );
      }),
    );
  });

  for (const [what, id] of [
    ['nothing', ''],
    ['17 characters', '0123456789ABCDEF0'],
    ['a space', 'A B'],
    ['a character that is not ASCII', 'AÄ'],
    ['a control character', 'A\u0000'],
  ] as const) {
    test(`are not ${what}`, () => assert.equal(shortIdIn(id, new Uint32Array(4), 0), false));
  }
});
