import { suite, test } from 'node:test';
import { readersRun } from '../support/readersRun';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const STORIES = 10_000;

suite('readings counted twice', () => {
  test(`${STORIES} random mailbox access logs from the seed ${STORIES * today} on`, () => {
    readersRun(STORIES * today, STORIES * (today + 1));
  });
});
