import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../../server/src/core';
import { evidenceOfEvents } from '../../support/evidenceOf';
import { recordOf } from './given';

/** A call of one second, with its eventID. */
function call(eventID: string, eventName: string, asked: JsonObject, answered: JsonObject = {}): JsonObject {
  const requestParameters = { organizationId: 'm-1', ...asked };
  return recordOf(eventName, { eventID, requestID: eventID, requestParameters, responseElements: answered });
}

const orderOf = (events: readonly JsonObject[]): readonly string[] =>
  evidenceOfEvents(events).acts.map(({ row }) => row.eventID);

test('what makes an id comes right before what names it, and what deletes it last, in whatever order records stand', () => {
  const events = [
    call('1', 'DeleteUser', { userId: 'u-1' }),
    call('2', 'ResetPassword', { userId: 'u-2' }),
    call('3', 'PutMailboxPermissions', { entityId: 'u-1', granteeId: 'u-2', permissionValues: ['SEND_AS'] }),
    call('4', 'CreateUser', { name: 'ada', displayName: 'Ada' }, { userId: 'u-1' }),
    call('5', 'CreateUser', { name: 'bo', displayName: 'Bo' }, { userId: 'u-2' }),
  ];
  const expected = ['4', '5', '3', '1', '2'];
  assert.deepEqual([orderOf(events), orderOf([...events].reverse())], [expected, expected]);
});

test('what is called as something was that is deleted may have come later, and goes by eventID', () => {
  const events = [
    call('1', 'DeleteUser', { userId: 'ada' }),
    call('2', 'CreateUser', { name: 'ada', displayName: 'Ada' }, { userId: 'u-1' }),
    call('3', 'DeleteGroup', { groupId: 'all@x.example' }),
    call('4', 'UpdatePrimaryEmailAddress', { entityId: 'u-9', email: 'all@x.example' }),
  ];
  assert.deepEqual(orderOf(events), ['1', '2', '3', '4']);
});

test('a session comes before what was done with it', () => {
  const own = { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/a/b', accessKeyId: 'ASIAEXAMPLE' };
  const given = recordOf('AssumeRole', {
    eventID: '2',
    requestID: '2',
    eventSource: 'sts.amazonaws.com',
    requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/a', roleSessionName: 'b' },
    responseElements: { credentials: { accessKeyId: 'ASIAEXAMPLE' } },
  });
  const used = { ...call('1', 'ResetPassword', { userId: 'u-1' }), userIdentity: own };
  assert.deepEqual(orderOf([used, given]), ['2', '1']);
});

test('a second of many calls, of which each names what the next makes, ends soon, and so does a circle', () => {
  const count = 20_000;
  const events = Array.from({ length: count }, (_, at) =>
    call(String(at).padStart(6, '0'), 'CreateUser', { name: `u-${(at + 1) % count}` }, { userId: `u-${at}` }),
  );
  const expected = Array.from(events, ({ eventID }) => String(eventID)).reverse();
  assert.deepEqual(orderOf(events), expected);
});
