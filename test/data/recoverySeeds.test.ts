import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readLog } from '../support/readLog';
import { brokenLaws } from '../support/recoveryLaws';
import { keptRecoverySeeds } from '../support/recoverySeeds';

suite('damages by which a law was once broken break none', () => {
  for (const [file, { log, blows }] of keptRecoverySeeds()) {
    test(file, () => assert.deepEqual(brokenLaws(readLog(log), blows), []));
  }
});
