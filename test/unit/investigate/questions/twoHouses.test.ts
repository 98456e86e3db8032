import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ask, groundsOf, type JsonObject } from '../../../../server/src/core';
import { evidenceOf } from '../../../support/evidenceOf';
import { callTo } from './asked';

const house = (of: string): string => `arn:aws:workmail:us-east-1:111111111111:organization/m-${of.repeat(32)}`;
const START = Date.UTC(2026, 2, 1, 8);
const read = (of: string, minute: number): JsonObject => ({
  event_timestamp: START + 60_000 * minute,
  request_id: `r-${of}-${minute}`,
  organization_arn: house(of),
  user_id: 'jane',
  protocol: 'IMAP',
  source_ip: '203.0.113.9',
  user_agent: 'x/1',
  action: 'read',
  owner_id: 'jane',
  object_type: 'Message',
  item_id: `AAMk${minute}`,
  action_allowed: true,
});
const signIn = (of: string, minute: number, token: boolean): JsonObject => ({
  event_timestamp: START + 60_000 * minute,
  request_id: `s-${of}-${minute}`,
  organization_arn: house(of),
  user_id: 'jane',
  user: 'jane@example.com',
  protocol: 'IMAP',
  source_ip: '203.0.113.9',
  method: 'basic',
  auth_successful: true,
  ...(token && { personal_access_token_id: 'pat-1' }),
});
const { impersonator_id: _role, ...fields } = { ...read('a', 0), impersonator_id: '' };
const delivery = (of: string, minute: number, recordFields: readonly string[]): readonly unknown[] => [
  callTo('logs', minute, 'PutDeliverySource', {
    requestParameters: { name: `source-${of}`, resourceArn: house(of), logType: 'WORKMAIL_MAILBOX_ACCESS_LOGS' },
  }),
  callTo('logs', minute + 1, 'CreateDelivery', {
    requestParameters: {
      deliverySourceName: `source-${of}`,
      deliveryDestinationArn: 'arn:aws:logs:us-east-1:111111111111:delivery-destination:bucket',
      recordFields: [...recordFields],
    },
    responseElements: { delivery: { id: `Id${of}` } },
  }),
];

/** How readers came in, by organization. */
function doors(records: readonly JsonObject[], calls: readonly unknown[] = []): readonly unknown[] {
  const logs = {
    'own.jsonl': records.map((record) => JSON.stringify(record)).join('\n'),
    ...(calls.length > 0 && { 'trail.json': JSON.stringify({ Records: calls }) }),
  };
  const { findings } = ask('mail-read', groundsOf(evidenceOf(logs)));
  return findings
    .flatMap(({ acts, reading }) => (reading ? [[acts[0]?.facts.organizationId?.slice(2, 3), reading.through]] : []))
    .sort();
}

suite('users of two organizations who have one name are two', () => {
  test('a sign-in by a token counts for what was read in its own one', () => {
    const records = [signIn('a', 1, true), read('a', 2), read('b', 3)];
    assert.deepEqual(doors(records), [
      ['a', 'token'],
      ['b', 'own'],
    ]);
  });

  test('a password in the other one says nothing of a token', () => {
    const records = [signIn('a', 1, true), signIn('b', 1, false), read('a', 2), read('b', 3)];
    assert.deepEqual(doors(records), [
      ['a', 'token'],
      ['b', 'own'],
    ]);
  });

  test('the log of one that does not tell of roles leaves open how its readers came in, and that of the other does not', () => {
    const calls = [
      ...delivery('a', 0, Object.keys(fields)),
      ...delivery('b', 0, [...Object.keys(fields), 'impersonator_id']),
    ];
    assert.deepEqual(doors([read('a', 20), read('b', 21)], calls), [
      ['a', 'not-known'],
      ['b', 'own'],
    ]);
  });
});
