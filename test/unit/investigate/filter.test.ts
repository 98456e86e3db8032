import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type EventFilter, entitiesOf, select } from '../../../server/src/core';
import { organizationId, placed, places, recordOf, roleSession, userId } from './given';

const create = recordOf('CreateUser', {
  requestParameters: { organizationId, name: 'carol', displayName: 'Carol' },
  responseElements: { userId: userId(1) },
  eventID: 'create',
});
const reset = recordOf('ResetPassword', {
  requestParameters: { organizationId, userId: userId(1) },
  userIdentity: roleSession,
  eventTime: '2026-03-01T07:00:00Z',
  eventID: 'reset',
});
const denied = recordOf('DeleteUser', {
  errorCode: 'AccessDenied',
  requestParameters: null,
  sourceIPAddress: '203.0.113.9',
  userAgent: 'aws-sdk-go',
  eventTime: '2026-03-02T07:00:00Z',
  eventID: 'denied',
});
const other = recordOf('PutObject', { eventSource: 's3.amazonaws.com', eventTime: '2026-02-01T00:00:00Z' });
const misshapen = recordOf('CreateUser', { eventTime: 'soon', eventID: 'misshapen' });

suite('select', () => {
  const events = placed([create, reset], [denied, other, create, misshapen]);
  const entities = entitiesOf(events);
  const found = (filter: EventFilter): readonly string[] => places(select(filter, events, entities));

  test('everything, each event once, in the order of time', () => {
    assert.deepEqual(found({}), ['1/1', '0/1', '0/0', '1/0', '1/3']);
  });

  test('every record, and those that only repeat', () => {
    assert.deepEqual(found({ copies: 'every' }), ['1/1', '0/1', '0/0', '1/2', '1/0', '1/3']);
    assert.deepEqual(found({ copies: 'repeated' }), ['1/2']);
  });

  const questions: readonly (readonly [EventFilter, readonly string[]])[] = [
    [{ service: 'workmail' }, ['0/1', '0/0', '1/0', '1/3']],
    [{ service: 'other' }, ['1/1']],
    [{ service: 'all', action: 'PutObject' }, ['1/1']],
    [{ log: 0 }, ['0/1', '0/0']],
    [{ log: 1, copies: 'every' }, ['1/1', '1/2', '1/0', '1/3']],
    [{ action: 'CreateUser' }, ['0/0', '1/3']],
    [{ action: 'createuser' }, []],
    [{ eventSource: 'S3.amazonaws.com' }, ['1/1']],
    [{ outcome: 'failed' }, ['1/0']],
    [{ malformed: true }, ['1/3']],
    [{ malformed: false, action: 'CreateUser' }, ['0/0']],
    [{ malformedBy: 'schema' }, ['1/3']],
    [{ malformedBy: 'syntax' }, []],
    [{ actor: 'arn:aws:sts::111122223333:assumed-role/Admin/bob' }, ['0/1']],
    [{ actorKind: 'role-session' }, ['0/1']],
    [{ sourceIPAddress: '203.0.113.9' }, ['1/0']],
    [{ userAgent: 'aws-sdk-go' }, ['1/0']],
    [{ errorCode: 'AccessDenied' }, ['1/0']],
    [{ target: userId(1) }, ['0/1', '0/0']],
    [{ target: organizationId, outcome: 'succeeded', service: 'workmail' }, ['0/1', '0/0', '1/3']],
    [{ from: Date.UTC(2026, 2, 1, 7), to: Date.UTC(2026, 2, 1, 8) }, ['0/1']],
    [{ from: Date.UTC(2026, 2, 1, 8) }, ['0/0', '1/0']],
  ];
  for (const [filter, expected] of questions) {
    test(JSON.stringify(filter), () => assert.deepEqual(found(filter), expected));
  }
});

test('of the copies of an event the whole one speaks', () => {
  const damaged = recordOf('ResetPassword', { eventID: 'same', awsRegion: 7 });
  const whole = recordOf('ResetPassword', { eventID: 'same' });
  const events = placed([damaged], [whole]);
  assert.deepEqual(places(select({}, events, entitiesOf([]))), ['1/0']);
  assert.deepEqual(places(select({ copies: 'repeated' }, events, entitiesOf([]))), ['0/0']);
});

test('one eventID on different events, as in examples, does not make them one', () => {
  const events = placed([
    recordOf('CreateUser', { eventID: 'EXAMPLE' }),
    recordOf('CreateAlias', { eventID: 'EXAMPLE' }),
    recordOf('CreateAlias', { eventID: 'EXAMPLE', eventTime: '2026-03-01T08:00:01Z' }),
  ]);
  assert.deepEqual(places(select({}, events, entitiesOf([]))), ['0/0', '0/1', '0/2']);
});

test('records without an eventID are events of their own', () => {
  const events = placed([recordOf('CreateUser', { eventID: '' }), recordOf('CreateUser', { eventID: '' })]);
  assert.deepEqual(places(select({}, events, entitiesOf([]))), ['0/0', '0/1']);
});
