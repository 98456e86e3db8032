import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EventAtRequest,
  EventDetailsRequest,
  type EventItem,
  EventPageRequest,
  InspectRequest,
  SummarizeRequest,
} from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const request = { requestID: '11111111-0000-4000-8000-000000000001' };
const call = record({ ...request, eventID: 'call' });
const seen = record({
  ...request,
  eventID: 'seen',
  eventCategory: 'NetworkActivity',
  eventType: 'AwsVpceEvents',
  managementEvent: undefined,
  vpcEndpointId: 'vpce-1',
});
const other = record({ eventID: 'other', requestID: 'other', eventTime: '2026-03-01T12:00:00Z' });

/** The events of the one action, as `log.json/0 also log.json/1 vpce-1`, and what the group counts. */
async function told(client: ProtocolClient): Promise<readonly string[]> {
  const { groups } = await client.groups();
  const question = { path: ['workmail/ListUsers'], services: 'workmail' as const, offset: 0, limit: 1000 };
  const { events } = await client.connection.sendRequest(EventPageRequest, question);
  return [...groups.map(({ label, count }) => `${label} ${count}`), ...events.map(itemText)];
}

function itemText({ uri, index, copies }: EventItem): string {
  const also = copies.map((copy) => ` also ${nameOf(copy.uri)}/${copy.index} ${copy.endpoint}`);
  return `${nameOf(uri)}/${index}${also.join('')}`;
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

test('a call and what a VPC endpoint saw of it are listed once in open logs, and the cursor in either leads there', async () => {
  const client = await ProtocolClient.inProcess();
  const one = await client.open(log(seen, other), 'file:///one.json');
  const two = await client.open(log(call), 'file:///two.json');
  assert.deepEqual(await told(client), ['ListUsers 2', 'two.json/0 also one.json/0 vpce-1', 'one.json/1']);
  const position = client.positionOf(one, '"seen"');
  const place = await client.connection.sendRequest(EventAtRequest, { uri: one, position, services: 'workmail' });
  assert.deepEqual([place?.item.uri, place?.item.index, place?.position], [two, 0, 0]);
  await client.close(two);
  const details = await client.connection.sendRequest(EventDetailsRequest, { uri: one, index: 0 });
  assert.match(details?.markdown ?? '', /\*\*Recorded:\*\* by the VPC endpoint `vpce-1` that the call came to/);
  assert.deepEqual(await told(client), ['ListUsers 2', 'one.json/0', 'one.json/1']);
  await client.stop();
});

for (const [open, onDisk, expected] of [
  [[call], [seen, other], ['ListUsers 2', 'open.json/0 also disk.json/0 vpce-1', 'disk.json/1']],
  [[seen], [call, other], ['ListUsers 2', 'disk.json/0 also open.json/0 vpce-1', 'disk.json/1']],
  [[seen], [seen, call], ['ListUsers 1', 'disk.json/1 also disk.json/0 vpce-1 also open.json/0 vpce-1']],
  [[call, seen], [seen], ['ListUsers 1', 'open.json/0 also open.json/1 vpce-1 also disk.json/0 vpce-1']],
] as const) {
  test(`the same where ${open.length} of them is open and ${onDisk.length} on disk: ${expected.at(1)}`, async () => {
    const files = filesWith({ [`${folder}/disk.json`]: log(...onDisk) });
    const client = await ProtocolClient.inProcess({ files });
    const place = await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
    const ids = new Set(onDisk.filter((each) => each !== seen || !onDisk.includes(call)).map((each) => each.eventID));
    assert.equal(place?.workmail, ids.size);
    const uri = await client.open(log(...open), 'file:///open.json');
    assert.deepEqual(await told(client), expected);
    const question = { uris: [uri, folder], labels: ['open.json', 'AWSLogs'] };
    const { events } = await client.connection.sendRequest(SummarizeRequest, question);
    assert.equal(`ListUsers ${events}`, expected[0]);
    await client.stop();
  });
}
