import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { PairNumbers } from '../../../server/src/core/store/pairNumbers';

/** Pairs that come together, and below what their sides are. */
const batch = fc
  .tuple(fc.constantFrom(1, 3, 40, 300, 5000), fc.constantFrom(1, 2, 50, 400, 3000))
  .chain(([left, right]) =>
    fc.array(fc.tuple(fc.nat(left - 1), fc.nat(right - 1)), { maxLength: 40 }).map((pairs) => ({ pairs, left, right })),
  );

suite('numbers of pairs', () => {
  test('are given in the order in which pairs are met, and one to a pair, however many there can be', () => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 12 }), fc.nat(), (batches, seed) => {
        const numbers = new PairNumbers(seed);
        const expected = new Map<string, number>();
        const most = { left: 0, right: 0 };
        for (const { pairs, left, right } of batches) {
          most.left = Math.max(most.left, left);
          most.right = Math.max(most.right, right);
          const lefts = Uint32Array.from(pairs, ([one]) => one);
          const rights = Uint32Array.from(pairs, ([, other]) => other);
          numbers.combine(lefts, rights, pairs.length, [most.left, most.right]);
          for (const pair of pairs) if (!expected.has(pair.join())) expected.set(pair.join(), expected.size);
          assert.deepEqual(
            [...lefts],
            pairs.map((pair) => expected.get(pair.join())),
          );
        }
        assert.deepEqual(
          Array.from({ length: numbers.size }, (_, pair) => [numbers.left(pair), numbers.right(pair)].join()),
          [...expected.keys()],
        );
      }),
    );
  });
});
