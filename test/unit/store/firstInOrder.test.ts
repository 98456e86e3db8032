import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstInOrder } from '../../../server/src/core/store/firstInOrder';

test('the first of many things are those that sorting all of them gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { maxLength: 5000, size: 'max' }), fc.nat(700), (numbers, most) => {
      const compare = (left: number, right: number): number => left - right;
      assert.deepEqual(firstInOrder(numbers, most, compare), numbers.slice().sort(compare).slice(0, most));
    }),
    { numRuns: 100, seed: 1 },
  );
});
