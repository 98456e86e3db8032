import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { handOverSeed } from '../support/handoverRun';
import { openDuckDb } from '../support/queryEngines';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);
const SEEDS = 800;

test(`of 20,000 questions from the seed ${SEEDS * today} on, DuckDB finds what our own filter finds`, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-'));
  try {
    const database = await openDuckDb();
    for (let seed = SEEDS * today; seed < SEEDS * (today + 1); seed++)
      await handOverSeed(seed, path.join(folder, `log.json${seed % 2 === 0 ? '' : '.gz'}`), database);
  } finally {
    await rm(folder, { recursive: true });
  }
});
