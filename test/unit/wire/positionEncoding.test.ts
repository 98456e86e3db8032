import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { measured } from '../../../server/src/wire/positionEncoding';

/** Code points of every width, some long stretches of them, and halves of pairs. */
const piece = fc.oneof(
  fc.constantFrom('x', 'é', '日', '😀', '\ud83d', '\ude00', '\n'),
  fc
    .constantFrom('x', 'é', '日', '😀')
    .chain((one) => fc.integer({ min: 1, max: 1500 }).map((count) => one.repeat(count))),
);
const text = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));

for (const [encoding, lengthOf] of [
  ['utf-8', (part: string) => Buffer.byteLength(part)],
  ['utf-32', (part: string) => Array.from(part).length],
] as const) {
  test(`any place of a text is found in ${encoding}, and found again`, () => {
    fc.assert(
      fc.property(text, fc.double({ min: 0, max: 1, noNaN: true }), (whole, place) => {
        const measure = measured(whole, encoding);
        assert.equal(measure?.length ?? whole.length, lengthOf(whole));
        const offset = Math.floor(place * whole.length);
        // What lies inside a pair is before it.
        const isInside =
          /[\ud800-\udbff]$/.test(whole.slice(0, offset)) && /^[\udc00-\udfff]/.test(whole.slice(offset));
        const border = isInside ? offset - 1 : offset;
        const reach = lengthOf(whole.slice(0, border));
        assert.equal(measure?.before(offset) ?? offset, reach);
        assert.equal(measure?.offsetOf(reach) ?? border, border);
        // What is inside a character is before it.
        const next = measure?.offsetOf(reach + 1) ?? Math.min(whole.length, border + 1);
        const [character = ''] = whole.slice(border);
        assert.equal(next, lengthOf(character) === 1 ? border + character.length : border);
        assert.equal(measure?.offsetOf(1e9) ?? whole.length, whole.length);
      }),
      { seed: 1, numRuns: 400 },
    );
  });
}

test('a text is not measured where it reaches as far as in UTF-16', () => {
  assert.deepEqual(
    [measured('é😀', 'utf-16'), measured('plain {"a":1}\r\n', 'utf-8'), measured('é日', 'utf-32')],
    [undefined, undefined, undefined],
  );
});
