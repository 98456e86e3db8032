import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runFlat } from '../support/flatRun';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const PARTS = 10;
const LOGS = 20_000;

for (let part = 0; part < PARTS; part++) {
  const seed = PARTS * today + part;
  test(`rows of WorkMail's own logs from bytes are those of TypeScript in ${LOGS} logs of seed ${seed}`, (context) => {
    const { different, ...sums } = runFlat(seed, LOGS);
    context.diagnostic(JSON.stringify(sums));
    assert.deepEqual(different, []);
  });
}
