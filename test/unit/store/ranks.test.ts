import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Ranks } from '../../../server/src/core/store/ranks';

test('the place of the last number that is not above another is what a walk over all of them finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300)), fc.nat(400), (some, asked) => {
      const numbers = some.sort((left, right) => left - right);
      assert.equal(
        new Ranks(Uint32Array.from(numbers)).of(asked),
        numbers.filter((number) => number <= asked).length - 1,
      );
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test('among no numbers there is no place', () => {
  assert.deepEqual(
    [0, 31, 32, 1000].map((number) => new Ranks(new Uint32Array(0)).of(number)),
    [-1, -1, -1, -1],
  );
});
