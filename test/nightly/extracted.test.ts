import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runExtractions, shownExtractions } from '../support/extractionRun';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const PARTS = 20;
const LOGS = 50_000;

for (let part = 0; part < PARTS; part++) {
  const seed = PARTS * today + part;
  test(`rows from bytes are those of TypeScript in ${LOGS} logs of seed ${seed}`, (context) => {
    const table = runExtractions(seed, LOGS);
    context.diagnostic(shownExtractions(table));
    assert.deepEqual(table.different, []);
  });
}
