import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventBesideRequest, type EventSort, InspectRequest } from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const folder = 'file:///evidence';
const at = (hour: number, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  record({ eventID: `at ${hour}`, eventTime: `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z`, ...more });
const failed = { errorCode: 'AccessDenied' };
const exported = { eventName: 'StartMailboxExportJob', readOnly: false };
const onDisk = log(at(6, failed), at(12, failed), at(18, exported));
const open = log(
  at(15, failed),
  at(3),
  at(9, failed),
  otherRecord({ eventID: 's3', eventTime: '2026-03-01T10:00:00Z', ...failed }),
);

/** Where one comes to, as `at 9`, by going on from there until there is nothing left. */
async function way(
  client: ProtocolClient,
  sort: EventSort,
  direction: 'next' | 'previous',
  more: { readonly services?: 'all'; readonly where?: string } = {},
): Promise<readonly string[]> {
  const ids: string[] = [];
  let from: { uri: string; position: { line: number; character: number } } | undefined;
  for (;;) {
    const asked = { sort, direction, services: 'workmail' as const, ...more, ...(from && { from }) };
    const item = await client.connection.sendRequest(EventBesideRequest, asked);
    if (item === null) return ids;
    const { uri, range, eventTime, eventName } = item;
    ids.push(`${eventTime?.slice(11, 13)} ${eventName}`);
    if (range === null) return ids;
    from = { uri, position: range.start };
  }
}

test('one goes from event to event in the order they happened, and not round in circles', async () => {
  const client = await ProtocolClient.inProcess();
  await client.open(open);
  assert.deepEqual(await way(client, 'failed', 'next'), ['09 ListUsers', '15 ListUsers']);
  assert.deepEqual(await way(client, 'failed', 'previous'), ['15 ListUsers', '09 ListUsers']);
  assert.deepEqual(await way(client, 'malformed', 'next'), []);
  await client.stop();
});

test('over what the tree shows: other services and a question count', async () => {
  const client = await ProtocolClient.inProcess();
  await client.open(open);
  assert.deepEqual(await way(client, 'failed', 'next', { services: 'all' }), [
    '09 ListUsers',
    '10 ListBuckets',
    '15 ListUsers',
  ]);
  assert.deepEqual(await way(client, 'failed', 'next', { where: 'before:2026-03-01T12' }), ['09 ListUsers']);
  assert.deepEqual(await way(client, 'failed', 'next', { where: 'no:question' }), []);
  await client.stop();
});

test('over inspected logs, too, and by weight', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith({ [`${folder}/a.json`]: onDisk }) });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  const uri = await client.open(open);
  const from = { uri, position: client.positionOf(uri, 'at 9') };
  const beside = (sort: EventSort, direction: 'next' | 'previous') =>
    client.connection.sendRequest(EventBesideRequest, { sort, direction, from, services: 'workmail' });
  const told = async (sort: EventSort, direction: 'next' | 'previous'): Promise<unknown> => {
    const item = await beside(sort, direction);
    return item && [item.uri, item.index, item.range];
  };
  assert.deepEqual(await told('failed', 'next'), [`${folder}/a.json`, 1, null]);
  assert.deepEqual(await told('failed', 'previous'), [`${folder}/a.json`, 0, null]);
  assert.deepEqual(await told('notable', 'next'), [`${folder}/a.json`, 2, null]);
  assert.deepEqual(await told('notable', 'previous'), null);
  await client.stop();
});

test('from before the first record of a log, and from between two', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(JSON.stringify({ Records: [at(9, failed), at(12), at(15, failed)] }, undefined, 2));
  const ask = async (line: number, direction: 'next' | 'previous'): Promise<unknown> => {
    const from = { uri, position: { line, character: 0 } };
    const asked = { sort: 'failed', direction, from, services: 'workmail' } as const;
    return (await client.connection.sendRequest(EventBesideRequest, asked))?.eventTime?.slice(11, 13) ?? null;
  };
  const lastLine = client.document(uri).lineCount - 1;
  assert.deepEqual(
    [await ask(0, 'next'), await ask(0, 'previous'), await ask(lastLine, 'next'), await ask(lastLine, 'previous')],
    ['09', null, null, '09'],
  );
  await client.stop();
});

test('a question that makes no sense has no answer', async () => {
  const client = await ProtocolClient.inProcess();
  await client.open(open);
  const { connection } = client;
  assert.equal(await connection.sendRequest('workmailTrail/eventBeside', { sort: 'loud', direction: 'next' }), null);
  const asked = { sort: 'failed', direction: 'next', from: { uri: 7, position: { line: 0, character: 0 } } };
  assert.ok((await connection.sendRequest('workmailTrail/eventBeside', asked)) !== undefined);
  await client.stop();
});
