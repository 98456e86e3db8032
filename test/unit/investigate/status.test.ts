import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formText, statusText } from '../../../server/src/core';

test('records that do not answer the question are told of behind those that do', () => {
  const { records, single } = { records: { container: 'records' }, single: { container: 'single' } } as const;
  const none = { workmail: 0, malformed: 0, other: 0 };
  assert.deepEqual(
    [
      statusText({ ...records, kind: undefined }, { ...none, workmail: 12 }, 3),
      statusText({ ...records, kind: undefined }, none, 2),
      statusText({ ...single, kind: undefined }, none, 1),
    ],
    [
      'CloudTrail log file, 12 records: 12 of WorkMail. 3 records do not answer the question.',
      'CloudTrail log file: 2 records do not answer the question.',
      'Single CloudTrail record: 1 record does not answer the question.',
    ],
  );
});

test('a log in one sentence', () => {
  const status = (container: 'records' | 'single' | 'none', workmail = 0, malformed = 0, other = 0, kind?: string) =>
    statusText({ container, kind }, { workmail, malformed, other });
  assert.deepEqual(
    [
      status('records', 12, 2, 300),
      status('records', 0, 0, 1),
      status('records'),
      status('single', 0, 1),
      status('none'),
      status('none', 0, 0, 0, 'an S3 event notification'),
    ],
    [
      'CloudTrail log file, 314 records: 12 of WorkMail, 2 malformed, 300 of other services.',
      'CloudTrail log file, 1 record: 1 of other services.',
      'CloudTrail log file without records.',
      'Single CloudTrail record: 1 malformed.',
      'Not a CloudTrail log.',
      'Not a CloudTrail log: this is an S3 event notification.',
    ],
  );
});

test("a form in which nothing but records of WorkMail's own logs stand is not said to be of CloudTrail", () => {
  const none = { workmail: 0, malformed: 0, other: 0 };
  assert.deepEqual(
    [
      formText('json-lines', { ...none, own: 2 }),
      formText('json-lines', { ...none, own: 2, malformed: 1 }),
      formText('json-lines', { ...none, other: 2 }),
      formText('logs-export', { ...none, own: 2 }),
    ],
    [
      'a log that WorkMail itself writes',
      'CloudTrail records, one a line',
      'CloudTrail records, one a line',
      'CloudWatch Logs export',
    ],
  );
});
