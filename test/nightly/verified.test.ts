import { test } from 'node:test';
import { signingKey } from '../support/digestTree';
import { verifySeed } from '../support/verifiedTree';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const PARTS = 10;
const TREES = 1000;

for (let part = 0; part < PARTS; part++) {
  const first = TREES * (PARTS * today + part);
  test(`each fault is named and nothing else, in ${TREES} trees of logs and digests from the seed ${first} on`, () => {
    const key = signingKey();
    for (let seed = first; seed < first + TREES; seed++) verifySeed(seed, key);
  });
}
