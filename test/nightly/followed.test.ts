import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followSeed } from '../support/followRun';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const PARTS = 20;
const STORES = 200;

for (let part = 0; part < PARTS; part++) {
  const first = STORES * (PARTS * today + part);
  test(`names lead where a scan finds them, in ${STORES} stores from the seed ${first} on`, async () => {
    let asked = 0;
    for (let seed = first; seed < first + STORES; seed++) asked += await followSeed(seed, 3, 60);
    assert.equal(asked, STORES * 3 * 60);
  });
}
