import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RandomLogs } from '../support/randomLogs';
import { WrittenBothWays } from '../support/writtenBothWays';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const PARTS = 10;
const LOGS = 20_000;

for (let part = 0; part < PARTS; part++) {
  const seed = PARTS * today + part;
  test(`lines from bytes are those of TypeScript in ${LOGS} logs of seed ${seed}`, (context) => {
    const logs = new RandomLogs(seed);
    const ways = new WrittenBothWays('csv');
    const different: unknown[] = [];
    for (let log = 0; log < LOGS && different.length < 3; log++) {
      const difference = ways.difference(Buffer.from(logs.next()));
      if (difference !== undefined) different.push(difference);
    }
    context.diagnostic(`${ways.rows} rows`);
    assert.deepEqual(different, []);
  });
}
