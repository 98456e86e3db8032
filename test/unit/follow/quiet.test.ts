import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { quietAfter } from '../../../server/src/core/follow/quiet';

const HOUR = 3_600_000;

suite('Pauses between events', () => {
  for (const [what, times, expected] of [
    ['there is none', [], []],
    ['a short one is none', [0, HOUR - 1], []],
    ['one of an hour', [0, HOUR, HOUR + 1], [[0, HOUR]]],
    ['what is usual is no silence', [0, HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR], []],
    ['and what is longer than usual is', [0, HOUR, 2 * HOUR, 3 * HOUR, 9 * HOUR], [[3, 6 * HOUR]]],
    ['times that are not known', [0, undefined, undefined], []],
  ] as const) {
    test(what, () => assert.deepEqual([...quietAfter(times)], expected));
  }
});
