import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runOwnRecords } from '../../support/ownRun';

test('records of WorkMail itself give the same rows in every delivery, order and choice of fields', () => {
  assert.deepEqual(runOwnRecords(1, 60).slice(0, 1), []);
});
