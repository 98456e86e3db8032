import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ownRecordOf } from '../../support/ownRecords';
import { runWrappedLines, runWrappedRecords } from '../../support/ownWrappedRun';
import { packed } from '../../support/ownWrappings';
import { readLog } from '../../support/readLog';
import { SeededNumbers } from '../../support/seededNumbers';

suite('what tools that carry logs hand on gives the same rows in whatever it stands', () => {
  test('records as JSON', () => assert.deepEqual(runWrappedRecords(1, 12).slice(0, 1), []));
  test('lines of values alone', () => assert.deepEqual(runWrappedLines(1, 12).slice(0, 1), []));
});

suite('what is packed in base64 is named, with what to do', () => {
  const random = new SeededNumbers(3);
  const messages = Array.from({ length: 3 }, () => JSON.stringify(ownRecordOf(random).event));
  for (const [what, write] of Object.entries(packed)) {
    test(what, () => {
      const { records, outline } = readLog(write(messages));
      const kind = what.startsWith('subscription') ? 'compressed text in base64' : 'base64 in JSON';
      assert.deepEqual([records, outline.kind, outline.advice !== undefined], [[], kind, true]);
    });
  }
});
