import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EventAtRequest,
  EventDetailsRequest,
  type EventItem,
  EventPageRequest,
  type EventPlace,
  type Services,
} from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const created = record({
  eventName: 'CreateUser',
  readOnly: false,
  eventTime: '2026-03-01T10:00:00Z',
  requestParameters: {
    name: 'bob',
    displayName: 'Bob',
    organizationId: 'm-0123456789abcdef0123456789abcdef',
    password: 'HIDDEN_DUE_TO_SECURITY_REASONS',
  },
  responseElements: { userId: '11111111-2222-3333-4444-555555555555' },
});
const deleted = record({
  eventName: 'DeleteUser',
  readOnly: false,
  eventTime: '2026-03-01T12:00:00Z',
  errorCode: 'EntityNotFoundException',
  errorMessage: 'There is no such user.',
  requestParameters: {
    organizationId: 'm-0123456789abcdef0123456789abcdef',
    userId: '11111111-2222-3333-4444-555555555555',
  },
});
const later = record({ eventTime: '2026-03-02T09:30:00Z' });

async function page(client: ProtocolClient, groupKey: string, offset = 0, limit = 1000): Promise<readonly EventItem[]> {
  const question = { path: [groupKey], services: 'all' as const, offset, limit };
  return (await client.connection.sendRequest(EventPageRequest, question)).events;
}

function at(client: ProtocolClient, uri: string, needle: string, services: Services): Promise<EventPlace | null> {
  const position = client.positionOf(uri, needle);
  return client.connection.sendRequest(EventAtRequest, { uri, position, services });
}

test('the events of all open logs come by action', async () => {
  const client = await ProtocolClient.inProcess();
  const one = await client.open(log(later, otherRecord(), created), 'file:///one.json');
  const two = await client.open(`${JSON.stringify(deleted)}\n${JSON.stringify(record())}`, 'file:///two.json');
  const workmail = await client.groups('workmail');
  assert.deepEqual(
    workmail.logs.map(({ status: _, ...counts }) => counts),
    [
      { uri: one, container: 'records', workmail: 2, malformed: 0, other: 1 },
      { uri: two, container: 'json-lines', workmail: 2, malformed: 0, other: 0 },
    ],
  );
  assert.equal(workmail.others, 1);
  assert.deepEqual(
    workmail.groups.map(({ weight: _, ...group }) => group),
    [
      groupOf('CreateUser', 1, 0, '2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z'),
      groupOf('DeleteUser', 1, 1, '2026-03-01T12:00:00Z', '2026-03-01T12:00:00Z'),
      groupOf('ListUsers', 2, 0, '2026-03-01T09:30:00Z', '2026-03-02T09:30:00Z'),
    ],
  );
  const all = await client.groups('all');
  assert.deepEqual(
    all.groups.map(({ key }) => key),
    ['workmail/CreateUser', 'workmail/DeleteUser', 'workmail/ListUsers', 's3.amazonaws.com'],
  );
  await client.close(one);
  const left = await client.groups('all');
  assert.deepEqual(
    left.groups.map(({ key, count }) => [key, count]),
    [
      ['workmail/DeleteUser', 1],
      ['workmail/ListUsers', 1],
    ],
  );
  assert.ok(left.revision > all.revision);
  await client.stop();
});

test('the events of an action come in the order they happened, with names for what the logs explain', async () => {
  const client = await ProtocolClient.inProcess();
  const one = await client.open(log(later, created), 'file:///one.json');
  const two = await client.open(log(deleted, record()), 'file:///two.json');
  assert.deepEqual(
    (await page(client, 'workmail/ListUsers')).map(({ uri, index }) => [uri, index]),
    [
      [two, 1],
      [one, 0],
    ],
  );
  const start = client.positionOf(two, '{"eventVersion"');
  assert.deepEqual(await page(client, 'workmail/DeleteUser'), [
    {
      uri: two,
      index: 0,
      range: { start, end: { line: 0, character: start.character + JSON.stringify(deleted).length } },
      eventID: 'f1f6d0c0-0000-4000-8000-000000000002',
      eventName: 'DeleteUser',
      otherSource: '',
      eventTime: '2026-03-01T12:00:00Z',
      actor: 'alice',
      target: 'bob (11111111-…)',
      outcome: 'failed',
      errorCode: 'EntityNotFoundException',
      malformed: null,
      weight: 'high',
      copies: [],
    },
  ]);
  assert.deepEqual(await page(client, 'workmail/Nothing'), []);
  await client.stop();
});

test('a page is a part of the order, and every range holds its event', async () => {
  const minute = (number: number): string => `2026-03-01T10:${String(number % 60).padStart(2, '0')}:00Z`;
  const records = Array.from({ length: 50 }, (_, number) => record({ eventTime: minute(number * 7) }));
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(...records));
  const all = await page(client, 'workmail/ListUsers');
  assert.deepEqual(await page(client, 'workmail/ListUsers', 10, 5), all.slice(10, 15));
  assert.deepEqual(await page(client, 'workmail/ListUsers', 48, 5), all.slice(48));
  assert.deepEqual(await page(client, 'workmail/ListUsers', -1, Number.NaN), all);
  assert.deepEqual(
    all.map(({ eventTime }) => eventTime),
    all.map(({ eventTime }) => eventTime).sort(),
  );
  for (const { range, index } of all) {
    assert.deepEqual(JSON.parse(client.document(uri).getText(range ?? undefined)), records[index]);
  }
  await client.stop();
});

test('a position is that of an event and of its place in the tree', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(later, otherRecord(), created, record({ sourceIPAddress: '203.0.113.77' })));
  const [first, second] = await page(client, 'workmail/ListUsers');
  const { groups } = await client.groups('workmail');
  const listed = { group: groups[1], position: 1 };
  assert.equal(listed.group?.key, 'workmail/ListUsers');
  assert.deepEqual(await at(client, uri, '203.0.113.77', 'workmail'), { groups: [listed], position: 0, item: first });
  assert.deepEqual(await at(client, uri, '2026-03-02', 'workmail'), { groups: [listed], position: 1, item: second });
  assert.equal(await at(client, uri, 's3.amazonaws.com', 'workmail'), null);
  assert.equal((await at(client, uri, 's3.amazonaws.com', 'all'))?.groups[0]?.group.key, 's3.amazonaws.com');
  assert.equal(await at(client, uri, '"Records"', 'all'), null);
  const far = { uri, position: { line: 9, character: 9 }, services: 'all' as const };
  assert.equal(await client.connection.sendRequest(EventAtRequest, far), null);
  await client.stop();
});

test('an event is told in Markdown, and one that is gone is not', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(created));
  const details = await client.connection.sendRequest(EventDetailsRequest, { uri, index: 0 });
  for (const word of ['CreateUser', 'alice', '203.0.113.5', '2026-03-01 10:00:00', 'succeeded']) {
    assert.ok(details?.markdown.includes(word), `${word} in ${details?.markdown}`);
  }
  assert.equal(await client.connection.sendRequest(EventDetailsRequest, { uri, index: 1 }), null);
  assert.equal(await client.connection.sendRequest(EventDetailsRequest, { uri: 'file:///none.json', index: 0 }), null);
  await client.stop();
});

test('a change is told once, whatever comes together', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(created));
  await client.until(() => client.revisions.length === 1);
  await client.edit(uri, { start: 0, end: 0, text: ' ' });
  await client.until(() => client.revisions.length === 2);
  await client.close(uri);
  await client.until(() => client.revisions.length === 3);
  assert.deepEqual(client.revisions, [1, 2, 3]);
  await client.stop();
});

function groupOf(action: string, count: number, failed: number, first: string, last: string): unknown {
  return {
    by: 'action',
    key: `workmail/${action}`,
    label: action,
    service: 'workmail',
    count,
    failed,
    malformed: 0,
    first,
    last,
    question: `service:workmail action:${action}`,
  };
}
