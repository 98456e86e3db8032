import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runNamelessLines } from '../support/namelessRun';
import { runOwnRecords } from '../support/ownRun';
import { runWrappedLines, runWrappedRecords } from '../support/ownWrappedRun';

/** As in `recovered.test.ts`: the seed is the day. */
const seed = Math.floor(Date.now() / 86_400_000);
const RUNS = 10_000;

test(`${RUNS} sets of records of WorkMail itself give the same rows in every delivery, seed ${seed}`, () => {
  assert.deepEqual(runOwnRecords(seed, RUNS).slice(0, 1), []);
});

test(`${RUNS} logs of lines without names say what their records say, or nothing, seed ${seed}`, () => {
  assert.deepEqual(runNamelessLines(seed, RUNS).wrong.slice(0, 1), []);
});

test(`${RUNS} sets of records that other tools handed on give the same rows in every wrapping, seed ${seed}`, () => {
  assert.deepEqual(runWrappedRecords(seed, RUNS).slice(0, 1), []);
});

test(`${RUNS} sets of lines of values that other tools handed on, seed ${seed}`, () => {
  assert.deepEqual(runWrappedLines(seed, RUNS).slice(0, 1), []);
});
