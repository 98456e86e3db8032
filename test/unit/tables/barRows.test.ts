import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventOf } from '../../../server/src/core/read/view';
import { problemsOf, readLog } from '../../support/readLog';

const REPORT = String.raw`# What happened

Two calls, of which one failed. Mail flows | as before.

| eventTime            | eventName    | eventSource            | errorCode    | requestParameters.name |
|:---------------------|:------------:|------------------------|--------------|-----------------------:|
| 2026-05-18T14:02:51Z | ${'`CreateUser`'} | workmail.amazonaws.com |              | Rosa \| Ortiz          |
| 2026-05-18T14:05:09Z | DeleteUser   | workmail.amazonaws.com | AccessDenied |                        |

| who | how often |
| --- | --- |
| kim | 2 |

That is all.
`;

test('a table in a report is read, and nothing beside it', () => {
  const { records } = readLog(REPORT);
  const events = [
    {
      eventTime: '2026-05-18T14:02:51Z',
      eventName: 'CreateUser',
      eventSource: 'workmail.amazonaws.com',
      errorCode: null,
      requestParameters: { name: 'Rosa | Ortiz' },
    },
    {
      eventTime: '2026-05-18T14:05:09Z',
      eventName: 'DeleteUser',
      eventSource: 'workmail.amazonaws.com',
      errorCode: 'AccessDenied',
    },
  ];
  assert.deepEqual(
    records.map(({ event }) => event),
    events,
  );
  assert.deepEqual(
    records.map((record) => eventOf(REPORT, { ...record, event: undefined })),
    events,
  );
  assert.deepEqual(problemsOf(readLog(REPORT)), []);
});

test('the rows of a table stand where they are written', () => {
  const lines = readLog(REPORT).records.map(({ start, end }) => REPORT.slice(start, end));
  assert.deepEqual(lines, REPORT.split('\n').slice(6, 8));
});

test('a table that psql has drawn is no table with bars between its cells', () => {
  const drawn = ' eventtime | eventname | eventsource\n-----------+-----------+-------------\n a | b | c\n(1 row)\n';
  assert.deepEqual(readLog(drawn).records, []);
});
