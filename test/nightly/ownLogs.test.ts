import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runOwnRecords } from '../support/ownRun';

/** As in `recovered.test.ts`: the seed is the day. */
const seed = Math.floor(Date.now() / 86_400_000);
const RUNS = 10_000;

test(`${RUNS} sets of records of WorkMail itself give the same rows in every delivery, seed ${seed}`, () => {
  assert.deepEqual(runOwnRecords(seed, RUNS).slice(0, 1), []);
});
