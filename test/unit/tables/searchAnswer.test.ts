import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLog } from '../../support/readLog';

test('a search that answers with lists of one value is read, and a pattern for events is not', () => {
  const fields = {
    'event.action': ['CreateUser'],
    'event.provider': ['workmail.amazonaws.com'],
    'aws.cloudtrail.event_version': ['1.11'],
    'aws.cloudtrail.read_only': [false],
    'aws.cloudtrail.user_identity.type': ['IAMUser'],
  };
  const eventsOf = (json: object) => readLog(JSON.stringify(json)).records.map(({ event }) => event);
  assert.deepEqual(eventsOf({ fields: { ...fields, '@timestamp': ['2026-05-18T14:02:51Z'] } }), [
    {
      eventName: 'CreateUser',
      eventSource: 'workmail.amazonaws.com',
      eventVersion: '1.11',
      readOnly: false,
      userIdentity: { type: 'IAMUser' },
      eventTime: '2026-05-18T14:02:51Z',
    },
  ]);
  assert.deepEqual(eventsOf({ detail: fields }), []);
});
