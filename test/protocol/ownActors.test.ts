import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import {
  EventGroupsRequest,
  TimelineLanesRequest,
  TimelineRequest,
  TimelineValuesRequest,
} from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';

/** What was read through an impersonation role is the role's, in the tree and on the timeline: `user_id` tells in whose name it was. */

const userId = '5c2e1f0a-1b2c-4d3e-8f40-aaaaaaaaaaaa';
const roleId = '5c2e1f0a-1b2c-4d3e-8f40-dddddddddddd';

const read = (minute: number, more: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    event_timestamp: Date.UTC(2026, 2, 1, 10, minute),
    request_id: `5c2e1f0a-1b2c-4d3e-8f40-bbbbbbbbbb${minute}`,
    organization_arn: 'arn:aws:workmail:eu-west-1:111122223333:organization/m-0123456789abcdef0123456789abcdef',
    user_id: userId,
    protocol: 'EWS',
    source_ip: '198.51.100.66',
    action: 'read',
    owner_id: userId,
    object_type: 'Message',
    item_id: `AAMkADExample${minute}`,
    action_allowed: true,
    ...more,
  });
const reads = [read(10, {}), read(20, { impersonator_id: roleId }), read(30, { impersonator_id: roleId })].join('\n');
const expected: readonly (readonly [string, number])[] = [
  [roleId, 2],
  [userId, 1],
];

suite('what was read through an impersonation role', () => {
  let client: ProtocolClient;
  const ask = () => client.connection;

  before(async () => {
    client = await ProtocolClient.inProcess();
    await client.open(reads, 'file:///evidence/own.jsonl');
  });
  after(() => client.stop());

  test('is under the role in the tree', async () => {
    const asked = { services: 'all', by: ['actor'], limit: 9 } as const;
    const { groups } = await ask().sendRequest(EventGroupsRequest, asked);
    assert.deepEqual(new Map(groups.map(({ key, count }) => [key, count])), new Map(expected));
  });

  test('is in the lane of the role, in its series and its row of the column of principals', async () => {
    const { lanes } = await ask().sendRequest(TimelineLanesRequest, { of: 'actor', most: 24, limit: 9 });
    const { series } = await ask().sendRequest(TimelineRequest, { split: 'actor', most: 9 });
    const { columns } = await ask().sendRequest(TimelineValuesRequest, { fields: ['actor'], limit: 9 });
    assert.deepEqual(
      [
        lanes.map(({ key, count }) => [key, count]),
        series.map(({ key, total }) => [key, total]),
        columns.map(({ values }) => values.map(({ key, count }) => [key, count])),
      ],
      [expected, expected, [expected]],
    );
  });
});
