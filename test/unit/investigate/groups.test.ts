import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type ActionGroup,
  type EventFacts,
  type EventInLog,
  entitiesOf,
  inGroupOrder,
  isOfWorkMail,
  listed,
} from '../../../server/src/core';
import { organizationId, placed, places, recordOf, togetherOf, userId } from './given';

const messageFlow = { eventSource: 'workmailMessageFlow.amazonaws.com', requestParameters: { messageId: 'm1' } };
const events = placed(
  [
    recordOf('ResetPassword', { eventTime: '2026-03-02T08:00:00Z', errorCode: 'AccessDenied' }),
    recordOf('PutObject', { eventSource: 's3.amazonaws.com' }),
    recordOf('GetRawMessageContent', messageFlow),
  ],
  [
    recordOf('ResetPassword', { eventTime: '2026-03-01T08:00:00Z' }),
    recordOf('ResetPassword', { eventTime: 'soon' }),
    recordOf('DeleteObject', { eventSource: 'S3.amazonaws.com' }),
  ],
);

suite('groups', () => {
  test('WorkMail events by action, in alphabetical order', () => {
    const groups = groupsOf(events)
      .filter(isOfWorkMail)
      .map(({ events: held, ...group }) => ({ ...group, held: places(held) }));
    assert.deepEqual(groups, [
      {
        key: 'messageflow/GetRawMessageContent',
        action: 'GetRawMessageContent',
        eventSource: 'workmailMessageFlow.amazonaws.com',
        service: 'messageflow',
        count: 1,
        failed: 0,
        malformed: 0,
        first: '2026-03-01T08:00:00Z',
        last: '2026-03-01T08:00:00Z',
        weight: 'high',
        held: ['0/2'],
      },
      {
        key: 'workmail/ResetPassword',
        action: 'ResetPassword',
        eventSource: 'workmail.amazonaws.com',
        service: 'workmail',
        count: 3,
        failed: 1,
        malformed: 1,
        first: '2026-03-01T08:00:00Z',
        last: '2026-03-02T08:00:00Z',
        weight: 'critical',
        held: ['1/0', '0/0', '1/1'],
      },
    ]);
  });

  test('other services by source, whatever the case of the letters', () => {
    const groups = groupsOf(events).map(({ key, count }) => [key, count]);
    assert.deepEqual(groups, [
      ['messageflow/GetRawMessageContent', 1],
      ['workmail/ResetPassword', 3],
      ['s3.amazonaws.com', 2],
    ]);
  });

  test('events of a group in the order of time, those without a time last', () => {
    const [, group] = groupsOf(events).filter(isOfWorkMail);
    assert.deepEqual(places(group?.events ?? []), ['1/0', '0/0', '1/1']);
  });

  test('a record that nobody can assign is shown, since it may be one of WorkMail', () => {
    const [event] = placed([recordOf('CreateUser')]);
    assert.ok(event);
    const broken: EventFacts = {
      ...event.facts,
      service: 'other',
      eventSource: '',
      eventName: '',
      malformed: 'syntax',
    };
    const groups = groupsOf([{ log: 0, facts: broken }]).filter(isOfWorkMail);
    assert.deepEqual(
      groups.map(({ key, action, count, malformed }) => ({ key, action, count, malformed })),
      [{ key: 'unreadable', action: 'Unreadable records', count: 1, malformed: 1 }],
    );
  });
});

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
    eventName: 'PutMailboxPermissions',
    eventTime: '2026-03-01T08:00:00Z',
    actor: 'alice',
    target: `${userId(1)}, bob@example.com`,
    outcome: 'failed',
    errorCode: 'EntityNotFoundException',
    malformed: null,
  });
});

/** The groups of some events, as the tree has them. */
function groupsOf(events: readonly EventInLog[]): readonly ActionGroup[] {
  const together = togetherOf(events);
  return inGroupOrder(Array.from(together.groupKeys, (key) => together.group(key)));
}
