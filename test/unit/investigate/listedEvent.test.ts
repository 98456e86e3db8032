import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entitiesOf, listed } from '../../../server/src/core';
import { factsIn, organizationId, placed, recordOf, roleSession, userId } from './given';

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

test('of what was read through an impersonation role the role is told, and whose mailbox it was', () => {
  const [facts] = factsIn(
    JSON.stringify({
      event_timestamp: 1781139580050,
      request_id: 'r',
      organization_arn: `arn:aws:workmail:us-east-1:111111111111:organization/${organizationId}`,
      user_id: userId(1),
      impersonator_id: 'role-1',
      protocol: 'EWS',
      action: 'read',
      owner_id: userId(1),
      object_type: 'Item',
      item_id: 'i',
      folder_id: 'f',
      action_allowed: true,
    }),
  );
  assert.ok(facts);
  const { actor, target } = listed({ log: 0, facts }, entitiesOf([]));
  assert.deepEqual([actor, target], ['the role role-1', userId(1)]);
});

test('of a user whose id a sign-in has named the name is told before the id', () => {
  const organization = `arn:aws:workmail:us-east-1:111111111111:organization/${organizationId}`;
  const common = { organization_arn: organization, user_id: userId(1), protocol: 'IMAP', source_ip: '192.0.2.1' };
  const [signIn, read] = factsIn(
    [
      { ...common, event_timestamp: 1781139580050, user: 'jane@example.com', method: 'basic', auth_successful: true },
      { ...common, event_timestamp: 1781139590050, action: 'read', owner_id: userId(1), action_allowed: true },
    ]
      .map((record) => JSON.stringify(record))
      .join('\n'),
  );
  assert.ok(signIn && read);
  const entities = entitiesOf([{ log: 0, facts: signIn }]);
  const { actor, target } = listed({ log: 0, facts: read }, entities);
  assert.deepEqual([actor, target], ['jane@example.com (11111111-…)', 'own mailbox']);
});
