import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identity } from '../../check/events';
import { asked, call, callTo } from './asked';

/** A user of the same key as all others here. */
function user(userName: string): NonNullable<Parameters<typeof call>[2]> {
  return { userIdentity: { ...identity, userName, arn: `arn:aws:iam::111122223333:user/${userName}` } };
}

test('of users who share a key, as logs have it that were put together by hand, each is told of their own calls', () => {
  const { findings } = asked('who-is-who', [
    call(1, 'CreateUser', user('ann')),
    call(2, 'ResetPassword', user('ben')),
    callTo('iam', 3, 'ListUsers', user('ben')),
    call(4, 'DeleteUser', user('ann')),
  ]);
  assert.deepEqual(
    findings.map(({ summary }) => summary.replace(/, from .*/s, '').replace(/ \(.*?\)/, '')),
    ['ann: 2 calls of WorkMail', 'ben: 2 calls of all services, 1 of them of WorkMail'],
  );
});
