import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const FIELDS = ['organization_arn', 'user_id', 'event_timestamp', 'action', 'action_allowed'];
const delivery = record({
  eventSource: 'logs.amazonaws.com',
  eventName: 'CreateDelivery',
  requestParameters: { deliverySourceName: 'mail', recordFields: FIELDS },
});

test('open lines of values get the names of their fields once a log with the call is open, and lose them with it', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open([ARN, 'S-1-1-12-1', 1_772_350_000_000, 'read', 'true'].join('|'));
  const codes = async (): Promise<unknown> => (await client.diagnostics(uri)).map(({ code }) => code);
  assert.deepEqual(await codes(), ['WT135']);
  const trail = await client.open(log(delivery), 'file:///logs/trail.json');
  await client.diagnostics(trail);
  assert.deepEqual(await codes(), []);
  await client.close(trail);
  assert.deepEqual(await codes(), ['WT135']);
  await client.stop();
});
