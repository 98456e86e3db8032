import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lostRecords } from '../support/damage';
import { readLog } from '../support/readLog';
import { keptSeeds, shownSeed } from '../support/seeds';

suite('damages that once lost untouched records lose none', () => {
  for (const [file, seed] of keptSeeds()) {
    test(file, () => assert.deepEqual(lostRecords(readLog(seed.log), seed.damage), [], shownSeed(seed)));
  }
});
