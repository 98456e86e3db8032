import { test } from 'node:test';
import { historySeed } from '../support/historyRun';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const PARTS = 10;
const HISTORIES = 1000;

for (let part = 0; part < PARTS; part++) {
  const first = HISTORIES * (PARTS * today + part);
  test(`how things were is what a plain replay finds, in ${HISTORIES} histories from the seed ${first} on`, () => {
    for (let seed = first; seed < first + HISTORIES; seed++) historySeed(seed);
  });
}
