import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { locate } from '../../../server/src/core/read/locate';
import type { JsonObject } from '../../../server/src/core/record';
import { nameOf, problemsOf, readLog } from '../../support/readLog';
import { changed, createUser, identity } from './events';

/** The index of each record of which is said that it has other content, with the fields and the characters it is said of. */
function said(...events: readonly JsonObject[]): readonly unknown[] {
  const log = readLog(`{"Records":[${events.map((event) => JSON.stringify(event)).join(',\n')}]}`);
  return problemsOf(log)
    .filter(({ problem }) => nameOf(problem) === 'other-content')
    .map(({ problem, record }) => {
      const { start, end } = locate(log.text, record, problem);
      return [record?.index, problem.detail.fields, log.text.slice(start, end)];
    });
}

const id = JSON.stringify(createUser.eventID);

suite('a record with the eventID of an earlier one', () => {
  const other: readonly (readonly [fields: string, event: JsonObject])[] = [
    ['eventName', changed({ eventName: 'DeleteUser' })],
    ['eventTime', changed({ eventTime: '2026-03-01T07:01:01Z' })],
    ['userIdentity', changed({ userIdentity: { ...identity, userName: 'Somebody' } })],
    ['userAgent', changed({ userAgent: undefined })],
    ['readOnly', changed({ readOnly: true })],
    ['requestParameters', changed({ requestParameters: { name: 'jane' } })],
    [
      'eventName, awsRegion, sourceIPAddress, userAgent, errorCode and 1 more',
      changed({
        eventName: 'X',
        awsRegion: 'y',
        sourceIPAddress: 'z',
        userAgent: 'w',
        errorCode: 'v',
        errorMessage: 'u',
      }),
    ],
  ];
  for (const [fields, event] of other) {
    test(`that says something else: ${fields}`, () => {
      assert.deepEqual(said(createUser, changed({ eventID: 'another' }), event), [[2, fields, id]]);
    });
  }

  test('is known by it in capitals, too', () => {
    const eventID = String(createUser.eventID).toUpperCase();
    assert.deepEqual(said(createUser, changed({ eventID, eventName: 'X' })), [
      [1, 'eventName', JSON.stringify(eventID)],
    ]);
  });

  const same: readonly (readonly [how: string, event: JsonObject])[] = [
    ['letter for letter', createUser],
    ['with its keys in another order', Object.fromEntries(Object.entries(createUser).reverse())],
    ['with null for what is absent', changed({ errorCode: null, errorMessage: null, resources: null, tlsDetails: {} })],
    ['with its time in another form', changed({ eventTime: '2026-03-01 08:01:00.000+01:00' })],
    ['with its Booleans as text', changed({ readOnly: 'false', managementEvent: 'True' })],
    ['with its id in another form', changed({ eventID: `{${String(createUser.eventID).toUpperCase()}}` })],
    ['with its account as a number', changed({ recipientAccountId: 111111111111 })],
    ['with a text that was wrapped', changed({ userAgent: 'aws-\ncli/2.13.5' })],
    ['with masks', changed({ userIdentity: { ...identity, accessKeyId: 'AKIA****************', userName: '****' } })],
    ['with fields of a tool', changed({ '@ingestionTime': 'x', ticket: 1 })],
  ];
  for (const [how, event] of same) test(`that is a copy, ${how}`, () => assert.deepEqual(said(createUser, event), []));

  test('is not looked at where it is of another service, or without an id of AWS’s form', () => {
    const iam = changed({ eventSource: 'iam.amazonaws.com' });
    assert.deepEqual(said(iam, { ...iam, eventName: 'X' }), []);
    assert.deepEqual(said(changed({ eventID: '' }), changed({ eventID: '', eventName: 'X' })), []);
    const [eventID, eventName] = ['9f2f09c5-EXAMPLE', 'X'];
    assert.deepEqual(said(changed({ eventID }), changed({ eventID, eventName })), []);
    assert.deepEqual(said(changed({ eventID: '****' }), changed({ eventID: '****', eventName: 'X' })), []);
  });
});
