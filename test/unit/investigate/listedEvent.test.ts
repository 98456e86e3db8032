import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entitiesOf, listed } from '../../../server/src/core';
import { organizationId, placed, recordOf, roleSession, userId } from './given';

test('how an event is listed', () => {
  const [event] = placed([
    recordOf('PutMailboxPermissions', {
      requestParameters: { organizationId, entityId: userId(1), granteeId: 'bob@example.com' },
      errorCode: 'EntityNotFoundException',
    }),
  ]);
  assert.ok(event);
  assert.deepEqual(listed(event, entitiesOf([])), {
    log: 0,
    index: 0,
    eventID: 'ffffffff-0000-4000-8000-000000000001',
    eventName: 'PutMailboxPermissions',
    otherSource: '',
    eventTime: '2026-03-01T08:00:00Z',
    actor: 'alice',
    target: `${userId(1)}, bob@example.com`,
    outcome: 'failed',
    errorCode: 'EntityNotFoundException',
    malformed: null,
    weight: 'critical',
  });
});

test('of the session of a role the person and the role are told apart, of another service its source is told', () => {
  const [event] = placed([recordOf('PutObject', { userIdentity: roleSession, eventSource: 's3.amazonaws.com' })]);
  assert.ok(event);
  const { actor, role, otherSource, weight } = listed(event, entitiesOf([]));
  assert.deepEqual([actor, role, otherSource, weight], ['bob', 'Admin', 's3.amazonaws.com', undefined]);
});
