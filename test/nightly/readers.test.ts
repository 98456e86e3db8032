import { suite, test } from 'node:test';
import { accessRun } from '../support/accessRun';
import { readersRun } from '../support/readersRun';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const STORIES = 10_000;
const HOUSES = 2000;

suite('readings counted twice', () => {
  test(`${STORIES} random mailbox access logs from the seed ${STORIES * today} on`, () => {
    readersRun(STORIES * today, STORIES * (today + 1));
  });
});

suite('accesses joined twice', () => {
  test(`${HOUSES} random houses from the seed ${HOUSES * today} on`, () => {
    accessRun(HOUSES * today, HOUSES * (today + 1));
  });
});
