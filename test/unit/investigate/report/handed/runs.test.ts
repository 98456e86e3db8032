import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { countRuns, eachRun, numbersOf } from '../../../../../server/src/core/investigate/report/handed/runs';

suite('events of a list as stretches', () => {
  test('tells what follows each other by its first and its last', () => {
    assert.deepEqual(runsOf([2, 3, 4, 7, 9, 10]), [
      [2, 4],
      [7, 7],
      [9, 10],
    ]);
  });

  test('counts as many stretches as it tells', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60)), (some) => {
        const numbers = [...some].sort((left, right) => left - right);
        assert.equal(countRuns(numbers), runsOf(numbers).length);
      }),
    );
  });

  test('puts numbers in order, each once, whatever order the keys are in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 300 }), (keys) => {
        const numbers = Uint32Array.from({ length: 201 }, (_, key) => ((key * 7) % 201) + 1);
        const plain = Array.from(new Set(keys.map((key) => numbers[key] ?? 0))).sort((left, right) => left - right);
        assert.deepEqual(Array.from(numbersOf(keys, numbers)), plain);
      }),
    );
  });
});

function runsOf(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: (readonly [number, number])[] = [];
  eachRun(numbers, (first, last) => runs.push([first, last]));
  return runs;
}
