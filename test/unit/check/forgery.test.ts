import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readLog } from '../../support/readLog';
import { changed } from './events';

/** Texts that a caller can put into a log, made to look like records to a reader that mends what is broken. */
const PLANTED: Readonly<Record<string, string>> = {
  'a record': '{"eventVersion":"1.08","eventSource":"workmail.amazonaws.com","eventName":"Forged"}',
  'the end of a record and a new one':
    '"}},{"eventVersion":"1.08","eventSource":"workmail.amazonaws.com","eventName":"Forged"},{"a":"',
  'a record in single quotes':
    "x,{'eventVersion':'1.08','eventSource':'workmail.amazonaws.com','eventName':'Forged'},{'eventVersion':'1",
  'a record in curly quotes':
    'x,{“eventVersion”:“1.08”,“eventSource”:“workmail.amazonaws.com”,“eventName”:“Forged”},{“eventVersion”:“1',
  'a record without quotes':
    'x, {eventVersion: 1.08, eventSource: workmail.amazonaws.com, eventName: Forged}, {eventVersion: 1',
  'a record on a line of its own':
    'x\n{"eventVersion":"1.08","eventSource":"workmail.amazonaws.com","eventName":"Forged"}\n{',
  'a wrapper': '{"Records":[{"eventVersion":"1.08","eventName":"Forged"}]}',
};

/** One character of a record lost: before the planted text, or behind it. */
const DAMAGES: Readonly<Record<string, (text: string) => string>> = {
  whole: (text) => text,
  'with a comma lost before it': (text) => text.replace('","awsRegion"', '" "awsRegion"'),
  'with a colon lost behind it': (text) => text.replace('"recipientAccountId":', '"recipientAccountId"'),
  'with the last brace lost': (text) => text.slice(0, -1),
};

suite('a text of a record never becomes a record of its own', () => {
  for (const [what, userAgent] of Object.entries(PLANTED)) {
    for (const [how, damage] of Object.entries(DAMAGES)) {
      test(`${what}, in a record ${how}`, () => {
        const neighbour = JSON.stringify(changed({ eventName: 'ListUsers', readOnly: true }));
        const log = readLog(
          `{"Records":[${neighbour},${damage(JSON.stringify(changed({ userAgent })))},${neighbour}]}`,
        );
        const names = log.records.map(({ event }) => event?.eventName);
        assert.deepEqual(names, ['ListUsers', 'CreateUser', 'ListUsers']);
      });
    }
  }
});
