import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInflations, shownInflations } from '../support/inflationRun';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const PARTS = 20;
const ARCHIVES = 50_000;

for (let part = 0; part < PARTS; part++) {
  const seed = PARTS * today + part;
  test(`the inflater finds what zlib finds in ${ARCHIVES} archives of seed ${seed}`, (context) => {
    const table = runInflations(seed, ARCHIVES);
    context.diagnostic(shownInflations(table));
    assert.deepEqual(table.different, []);
  });
}
