import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readLog } from '../../support/readLog';

const own = (item: string): string =>
  JSON.stringify({
    event_timestamp: 1_772_359_321_120,
    organization_arn: 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d',
    action: 'read',
    item_id: item,
    action_allowed: true,
  });
const called = (eventID: string): string =>
  JSON.stringify({
    eventVersion: '1.11',
    eventTime: '2026-03-11T08:00:01Z',
    eventSource: 'workmail.amazonaws.com',
    eventName: 'ListUsers',
    eventID,
    userAgent: 'aws-cli/2',
  });
const cut = called('cut').slice(0, -6);

/** What is read, and which record is said to be cut off. */
function told(text: string): readonly unknown[] {
  return readLog(text).records.map(({ event, problems }) => {
    const ends = problems.filter(({ code }) => ['WT122', 'WT137', 'WT121', 'WT113'].includes(code));
    return [event?.item_id ?? event?.eventID, ...ends.map(({ code }) => code)];
  });
}

suite('an event that is cut off inside of a text takes no record of another log with it', () => {
  for (const [what, lines, expected] of [
    ['between two', [own('1'), cut, own('2')], [['1'], ['cut', 'WT137'], ['2']]],
    ['before two', [cut, own('1'), own('2')], [['cut', 'WT137'], ['1'], ['2']]],
    ['among events', [called('a'), cut, own('1'), called('b')], [['a'], ['cut', 'WT137'], ['1'], ['b']]],
    ['at the end', [own('1'), called('a'), cut], [['1'], ['a'], ['cut', 'WT122']]],
  ] as const) {
    test(what, () => assert.deepEqual(told(lines.join('\n')), expected));
  }

  test('in the list of a log that goes on as another one', () => {
    assert.deepEqual(told(`{"Records":[${called('a')},${cut}\n${own('1')}\n${own('2')}`), [
      ['a'],
      ['cut', 'WT137'],
      ['1'],
      ['2'],
    ]);
  });

  test('in a message, behind which the log goes on', () => {
    const events = [own('1'), cut, own('2')].map((message) => ({ timestamp: 1_772_359_321_120, message }));
    assert.deepEqual(told(JSON.stringify({ events })), [['1'], ['cut', 'WT137'], ['2']]);
  });
});
