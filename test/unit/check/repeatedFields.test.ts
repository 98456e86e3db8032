import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { locate } from '../../../server/src/core/read/locate';
import type { JsonObject } from '../../../server/src/core/record';
import { awsExamples } from '../../support/awsExamples';
import { nameOf, problemsOf, readLog } from '../../support/readLog';

const [event = {}] = awsExamples();

/** What is said to differ, and the characters of the event at which it is said. */
function differences(log: unknown): readonly (readonly [string, string, string, string])[] {
  const read = readLog(JSON.stringify(log));
  return problemsOf(read)
    .filter(({ problem }) => nameOf(problem) === 'container-differs')
    .map(({ problem, record }) => {
      const { start, end } = locate(read.text, record, problem);
      const { field = '', outer = '', inner = '' } = problem.detail;
      return [field, outer, inner, read.text.slice(start, end)];
    });
}
const lookup = (outer: JsonObject): unknown => ({ Events: [{ ...outer, CloudTrailEvent: JSON.stringify(event) }] });
const bridge = (outer: JsonObject): unknown => ({
  version: '0',
  'detail-type': 'AWS API Call via CloudTrail',
  ...outer,
  detail: event,
});

suite('an event and what it came in', () => {
  test('differ in a field of lookup-events', () => {
    assert.deepEqual(
      differences(lookup({ EventName: 'DeleteUser', EventId: 'x', EventSource: 'workmail.amazonaws.com' })),
      [
        ['EventName', 'DeleteUser', 'CreateUser', '\\"CreateUser\\"'],
        ['EventId', 'x', '9f2f09c5-EXAMPLE', '\\"9f2f09c5-EXAMPLE\\"'],
      ],
    );
    assert.deepEqual(differences(lookup({ Username: 'Somebody', AccessKeyId: 'AKIAX' })), [
      ['AccessKeyId', 'AKIAX', 'AKIAIOSFODNN7EXAMPLE', '\\"AKIAIOSFODNN7EXAMPLE\\"'],
      ['Username', 'Somebody', 'WMSDK', '\\"WMSDK\\"'],
    ]);
  });

  test('are the same where a tool has written a value in another way', () => {
    assert.deepEqual(differences(lookup({ EventId: '{9F2F09C5-example}', AccessKeyId: 'AKIA****************' })), []);
    const short = { ...event, recipientAccountId: '012345678901' };
    for (const account of [12345678901, '12345678901', '1.23457E+10', 12345000000]) {
      const log = { version: '0', 'detail-type': 'AWS API Call via CloudTrail', account, detail: short };
      assert.deepEqual(differences(log), [], String(account));
    }
  });

  test('differ in a field of the EventBridge envelope', () => {
    assert.deepEqual(
      differences(bridge({ account: '222222222222', region: 'us-west-2', time: '2017-12-12T17:49:58Z' })),
      [
        ['time', '2017-12-12T17:49:58Z', '2017-12-12T17:49:59Z', '"2017-12-12T17:49:59Z"'],
        ['account', '222222222222', '111111111111', '"111111111111"'],
      ],
    );
  });

  for (const time of [
    1513100999,
    1513100999.0,
    1513100999.4,
    '2017-12-12T17:49:59Z',
    '2017-12-12T17:49:59.000000+00:00',
    '2017-12-13T04:49:59+11:00',
    '2017-12-13 04:49:59+11:00',
    '2017-12-12T09:49:59-08:00',
    'yesterday',
    '',
    null,
  ]) {
    test(`do not differ in a time that is the same moment, or no time: ${time}`, () => {
      assert.deepEqual(differences(lookup({ EventTime: time })), []);
    });
  }
  for (const time of [1513101000, '2017-12-12T17:49:59+11:00']) {
    test(`differ in a time of another moment: ${time}`, () => {
      assert.deepEqual(differences(lookup({ EventTime: time })), [
        ['EventTime', String(time), '2017-12-12T17:49:59Z', '\\"2017-12-12T17:49:59Z\\"'],
      ]);
    });
  }

  test('do not differ where one of them says nothing, or is masked', () => {
    assert.deepEqual(differences(lookup({ EventName: 'HIDDEN_DUE_TO_SECURITY_REASONS', ReadOnly: 'false' })), []);
    assert.deepEqual(differences({ EventName: 'DeleteUser', event: { original: JSON.stringify(event) } }), []);
  });
});
