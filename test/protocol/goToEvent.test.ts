import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FoundEvents, GoToEventRequest, InspectRequest } from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const id = (first: string): string => `${first}-0000-4000-8000-000000000000`;
const night = record({ eventID: id('aaaa0001'), requestID: id('bbbb0001'), eventTime: '2026-02-28T23:00:00Z' });
const morning = record({ eventID: id('aaaa0002'), requestID: id('bbbb0002'), eventTime: '2026-03-01T08:00:00Z' });
const noon = otherRecord({ eventID: id('cccc0003'), requestID: 'AAAA2F1A8C6E4B97', eventTime: '2026-03-01T12:00:00Z' });
const never = record({ eventID: 'made-up', eventTime: 'never' });
const files = filesWith({ [`${folder}/a.json`]: log(morning, night), [`${folder}/b.json`]: log(morning, never) });

/** What is found for a text: eventIDs by id, and by time; the last event, where it is told. */
async function found(client: ProtocolClient, text: string, limit?: number): Promise<unknown> {
  const asked = { text, ...(limit !== undefined && { limit }) };
  const { ids, times, last }: FoundEvents = await client.connection.sendRequest(GoToEventRequest, asked);
  const short = ({ events }: FoundEvents['ids']): readonly string[] => events.map(({ eventID }) => eventID.slice(0, 8));
  return [short(ids), short(times), ...(last === undefined ? [] : [last.eventID.slice(0, 8)])];
}

async function knowing(): Promise<ProtocolClient> {
  const client = await ProtocolClient.inProcess({ files });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  await client.open(log(noon), 'file:///open.json');
  return client;
}

test('events are found by eventID and requestID, whole or as they begin, in every service, each once', async () => {
  const client = await knowing();
  assert.deepEqual(await found(client, id('aaaa0002')), [['aaaa0002'], []]);
  assert.deepEqual(await found(client, 'bbbb0001-0'), [['aaaa0001'], []]);
  assert.deepEqual(await found(client, 'aaaa'), [['aaaa0001', 'aaaa0002', 'cccc0003'], []]);
  assert.deepEqual(await found(client, 'MADE-'), [['made-up'], []]);
  assert.deepEqual(await found(client, 'aaaa0003'), [[], []]);
  assert.deepEqual(await found(client, 'aaa'), [[], []]);
  await client.stop();
});

test('events are found by the time from which on they happened', async () => {
  const client = await knowing();
  assert.deepEqual(await found(client, '2026-03-01T00:00:01Z'), [[], ['aaaa0002', 'cccc0003']]);
  assert.deepEqual(await found(client, '2026', 1), [[], ['aaaa0001']]);
  assert.deepEqual(await found(client, '8:00'), [[], ['aaaa0001', 'aaaa0002']]);
  assert.deepEqual(await found(client, '12:00:01'), [[], ['aaaa0001']]);
  assert.deepEqual(await found(client, '2026-03-02'), [[], [], 'cccc0003']);
  await client.stop();
});

test('an answer says how much there is, and where each event stands', async () => {
  const client = await knowing();
  const told = await client.connection.sendRequest(GoToEventRequest, { text: 'aaaa', limit: 1 });
  const { of, isRead, ids } = told;
  const [event] = ids.events;
  assert.deepEqual(
    [of, isRead, ids.total, event?.uri, event?.index, event?.eventSource, event?.requestID],
    [4, true, 3, `${folder}/a.json`, 1, 'workmail.amazonaws.com', id('bbbb0001')],
  );
  const nothing = await client.connection.sendRequest(GoToEventRequest, { text: 'who did it' });
  const none = { events: [], total: 0 };
  assert.deepEqual(nothing, { of: 4, isRead: false, ids: none, times: none });
  await client.stop();
});

test('the id of a record for which another one speaks leads to that one', async () => {
  const client = await ProtocolClient.inProcess();
  const seen = {
    eventCategory: 'NetworkActivity',
    eventType: 'AwsVpceEvents',
    vpcEndpointId: 'vpce-1',
    managementEvent: undefined,
  };
  const witness = { ...morning, ...seen, eventID: id('dddd0004') };
  await client.open(log(morning, witness));
  assert.deepEqual(await found(client, 'dddd'), [['aaaa0002'], []]);
  await client.stop();
});
