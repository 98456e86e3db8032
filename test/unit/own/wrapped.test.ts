import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ownRecordOf } from '../../support/ownRecords';
import { rowsOf } from '../../support/ownRun';
import { runWrappedLines, runWrappedRecords } from '../../support/ownWrappedRun';
import { packed, wrappings } from '../../support/ownWrappings';
import { readLog } from '../../support/readLog';
import { SeededNumbers } from '../../support/seededNumbers';

suite('what tools that carry logs hand on gives the same rows in whatever it stands', () => {
  test('records as JSON', () => assert.deepEqual(runWrappedRecords(1, 12).slice(0, 1), []));
  test('lines of values alone', () => assert.deepEqual(runWrappedLines(1, 12).slice(0, 1), []));
});

suite('a line that fits an order which a call has told is one of values, however few they are', () => {
  const line = 'false|arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d|EWS';
  const orders = [{ fields: ['action_allowed', 'organization_arn', 'protocol'], delimiter: '|' }];
  const alone = rowsOf(line, orders);
  test('there is one', () => assert.equal(alone.length, 1));
  for (const [what, write] of Object.entries(wrappings)) {
    test(what, () => assert.deepEqual(rowsOf(write([line]), orders), alone));
  }
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
