import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SameNumbers } from '../../../server/src/core/investigate/sameNumbers';

it('gives sequences a number each, the same to the same, wherever others differ from them', () => {
  const same = new SameNumbers();
  const met = [[1, 2, 3, 4], [], [1, 2, 3, 4], [1, 9, 3, 4], [4, 3, 2, 1], [1, 2, 3], [], [1, 9, 3, 4]];
  const found = met.map((numbers) => same.of(Uint32Array.from(numbers)));
  assert.deepEqual(
    found.map(({ number, numbers }) => [number, ...Array.from(numbers)]),
    [
      [0, 1, 2, 3, 4],
      [1],
      [0, 1, 2, 3, 4],
      // As long, with the same ends and the same middle.
      [2, 1, 9, 3, 4],
      [3, 4, 3, 2, 1],
      [4, 1, 2, 3],
      [1],
      [2, 1, 9, 3, 4],
    ],
  );
});
