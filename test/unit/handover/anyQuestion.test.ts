import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { handOverSeed } from '../../support/handoverRun';
import { openDuckDb } from '../../support/queryEngines';

const SEEDS = 40;

test('of 1,000 random questions, DuckDB finds what our own filter finds, and more only where that is said', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-'));
  try {
    const database = await openDuckDb();
    let exact = 0;
    for (let seed = 0; seed < SEEDS; seed++)
      exact += await handOverSeed(seed, path.join(folder, `${seed}.json${seed % 2 === 0 ? '' : '.gz'}`), database);
    assert.ok(exact > 500, `Only ${exact} questions could be asked as they are meant.`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
