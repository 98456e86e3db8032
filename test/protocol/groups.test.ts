import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import {
  CopyEventsRequest,
  EventAtRequest,
  EventGroupsRequest,
  EventPageRequest,
  ExportEventsRequest,
  type GroupField,
  InspectRequest,
  NarrowedQuestionRequest,
} from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const organization = 'm-0123456789abcdef0123456789abcdef';
const bob = { type: 'IAMUser', userName: 'bob', accessKeyId: 'AKIAEXAMPLE00000000B', accountId: '111122223333' };
const jane = {
  type: 'AssumedRole',
  arn: 'arn:aws:sts::111122223333:assumed-role/Admin/jane',
  accountId: '111122223333',
  accessKeyId: 'ASIAEXAMPLE00000000J',
};
const userId = '11111111-2222-3333-4444-555555555555';
const onDisk = log(
  record({
    eventID: 'd0',
    eventName: 'CreateUser',
    eventTime: '2026-03-01T08:00:00Z',
    requestParameters: { organizationId: organization, name: 'carol' },
    responseElements: { userId },
  }),
  otherRecord({ eventID: 'd1', eventTime: '2026-03-01T09:00:00Z', userIdentity: bob, errorCode: 'AccessDenied' }),
);
const open = log(
  record({
    eventID: 'o0',
    eventName: 'ResetPassword',
    eventTime: '2026-03-02T08:00:00Z',
    userIdentity: jane,
    requestParameters: { organizationId: organization, userId },
  }),
  otherRecord({ eventID: 'd1', eventTime: '2026-03-01T09:00:00Z', userIdentity: bob, errorCode: 'AccessDenied' }),
);

async function withBoth(ask: (client: ProtocolClient, uri: string) => Promise<void>): Promise<void> {
  const client = await ProtocolClient.inProcess({ files: filesWith({ [`${folder}/a.json`]: onDisk }) });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  const uri = await client.open(open, 'file:///elsewhere/open.json');
  await ask(client, uri);
  await client.stop();
}

/** Each group as `label count`, with what it holds: groups again, or places of events. */
async function tree(client: ProtocolClient, by: readonly GroupField[], services: 'all' | 'workmail'): Promise<unknown> {
  const { groups, total } = await client.connection.sendRequest(EventGroupsRequest, { services, by });
  assert.equal(groups.length, total);
  return below(groups, []);

  async function below(shown: typeof groups, path: readonly string[]): Promise<unknown> {
    const told: unknown[] = [];
    for (const { key, label, count } of shown) {
      const asked = { services, by, path: [...path, key], offset: 0, limit: 1000 };
      const page = await client.connection.sendRequest(EventPageRequest, asked);
      const events = page.events.map(({ uri, index }) => `${uri.slice(uri.lastIndexOf('/') + 1)}/${index}`);
      const isInnermost = asked.path.length === by.length;
      told.push([`${label} ${count}`, isInnermost ? events : await below(page.groups, asked.path)]);
    }
    return told;
  }
}

const groupings: readonly (readonly [by: readonly GroupField[], services: 'all' | 'workmail', expected: unknown])[] = [
  [
    ['actor'],
    'all',
    [
      ['alice 1', ['a.json/0']],
      ['bob 1', ['open.json/1']],
      ['jane (Admin) 1', ['open.json/0']],
    ],
  ],
  [
    ['target'],
    'all',
    [
      ['carol (11111111-…) 2', ['a.json/0', 'open.json/0']],
      ['No target 1', ['open.json/1']],
    ],
  ],
  [['organization'], 'workmail', [[`${organization} 2`, ['a.json/0', 'open.json/0']]]],
  [
    ['day', 'outcome'],
    'all',
    [
      [
        '2026-03-01 2',
        [
          ['Failed 1', ['open.json/1']],
          ['Succeeded 1', ['a.json/0']],
        ],
      ],
      ['2026-03-02 1', [['Succeeded 1', ['open.json/0']]]],
    ],
  ],
  [
    ['weight', 'action'],
    'workmail',
    [
      ['Critical 1', [['ResetPassword 1', ['open.json/0']]]],
      ['High 1', [['CreateUser 1', ['a.json/0']]]],
    ],
  ],
  [
    ['file'],
    'all',
    [
      ['a.json 1', ['a.json/0']],
      ['open.json 2', ['open.json/1', 'open.json/0']],
    ],
  ],
  [
    ['session'],
    'all',
    [
      ['jane 1', ['open.json/0']],
      ['No session 2', ['a.json/0', 'open.json/1']],
    ],
  ],
];

for (const [by, services, expected] of groupings) {
  test(`a folder and an open log together, grouped by ${by.join(' and ')} of ${services}`, () =>
    withBoth(async (client) => assert.deepEqual(await tree(client, by, services), expected)));
}

test('groups are told page by page, and how many there are', () =>
  withBoth(async (client) => {
    const asked = { services: 'all' as const, by: ['actor' as const] };
    const { groups, total, others } = await client.connection.sendRequest(EventGroupsRequest, { ...asked, limit: 1 });
    assert.deepEqual([groups.map(({ label }) => label), total, others], [['alice'], 3, 1]);
    const page = { ...asked, path: [], offset: 1, limit: 1 };
    const more = await client.connection.sendRequest(EventPageRequest, page);
    assert.deepEqual([more.groups.map(({ label }) => label), more.total, more.events], [['bob'], 3, []]);
  }));

test('a group counts what a question picks of it, and says what would pick it', () =>
  withBoth(async (client) => {
    const asked = { services: 'all' as const, by: ['key' as const], where: 'is:workmail OR outcome:failed' };
    const { groups } = await client.connection.sendRequest(EventGroupsRequest, asked);
    assert.deepEqual(
      groups.map(({ key, count, failed, first, weight, question }) => [key, count, failed, first, weight, question]),
      [
        ['AKIAEXAMPLE00000000A', 1, 0, '2026-03-01T08:00:00Z', 'high', 'key:AKIAEXAMPLE00000000A'],
        ['AKIAEXAMPLE00000000B', 1, 1, '2026-03-01T09:00:00Z', undefined, 'key:AKIAEXAMPLE00000000B'],
        ['ASIAEXAMPLE00000000J', 1, 0, '2026-03-02T08:00:00Z', 'critical', 'key:ASIAEXAMPLE00000000J'],
      ],
    );
  }));

test('a position has its place in all levels', () =>
  withBoth(async (client, uri) => {
    const by = ['day', 'actor'] as const;
    const position = client.positionOf(uri, 'ResetPassword');
    const place = await client.connection.sendRequest(EventAtRequest, { uri, position, services: 'all', by });
    const groups = place?.groups.map(({ group, position: at }) => [group.label, group.count, at]);
    assert.deepEqual(groups, [
      ['2026-03-02', 1, 1],
      ['jane (Admin)', 1, 0],
    ]);
    assert.deepEqual([place?.position, place?.item.index, place?.item.role], [0, 0, 'Admin']);
  }));

test('grouped by an id that every event has, only a page of groups is made', async () => {
  const client = await ProtocolClient.inProcess();
  const addresses = Array.from({ length: 3000 }, (_, number) => `10.0.${number >> 8}.${number & 255}`);
  await client.open(log(...addresses.map((sourceIPAddress, at) => record({ eventID: `e-${at}`, sourceIPAddress }))));
  const asked = { services: 'all' as const, by: ['address' as const] };
  const { groups, total } = await client.connection.sendRequest(EventGroupsRequest, asked);
  const first = addresses.sort().slice(0, 1000);
  assert.deepEqual([total, groups.map(({ label }) => label)], [3000, first]);
  await client.stop();
});

test('events are copied as a text, wherever they are', () =>
  withBoth(async (client, uri) => {
    const copied = (as: 'json' | 'id' | 'csv' | 'markdown', ...events: readonly { uri: string; index: number }[]) =>
      client.connection.sendRequest(CopyEventsRequest, { events, as });
    const disk = { uri: `${folder}/a.json`, index: 1 };
    const { text, missing } = await copied('json', disk);
    assert.deepEqual([JSON.parse(text).eventID, missing, text.includes('\n  "')], ['d1', 0, true]);
    assert.deepEqual(await copied('id', { uri, index: 0 }, disk), { text: 'o0\nd1', missing: 0 });
    assert.deepEqual(await copied('id', { uri, index: 7 }), { text: '', missing: 1 });
    const csv = await copied('csv', { uri, index: 0 });
    assert.match(
      csv.text,
      /^"2026-03-02T08:00:00Z","workmail","ResetPassword","jane","Admin","carol \(11111111-2222-3333-4444-555555555555\)",/,
    );
  }));

test('events are exported as lines, a piece after the other, wherever they are', () =>
  withBoth(async (client, uri) => {
    const exported = (
      format: 'csv' | 'jsonl',
      isFirst: boolean,
      ...events: readonly { uri: string; index: number }[]
    ) => client.connection.sendRequest(ExportEventsRequest, { events, format, isFirst });
    const disk = { uri: `${folder}/a.json`, index: 1 };
    const [first, second] = [
      await exported('csv', true, { uri, index: 0 }, { uri, index: 7 }),
      await exported('csv', false, disk),
    ];
    const table: string[][] = parse(first.text + second.text);
    const at = table[0]?.indexOf('eventID') ?? -1;
    assert.deepEqual([table.map((row) => row[at]), first.missing, second.missing], [['eventID', 'o0', 'd1'], 1, 0]);
    const { text } = await exported('jsonl', true, disk);
    assert.deepEqual([JSON.parse(text).eventID, text.indexOf('\n')], ['d1', text.length - 1]);
  }));

test('names that an open log teaches are those of its text, edit for edit', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith({ [`${folder}/a.json`]: onDisk }) });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  const created = record({
    eventID: 'n0',
    eventName: 'CreateUser',
    requestParameters: { organizationId: organization, name: 'dave' },
    responseElements: { userId: '99999999-2222-3333-4444-555555555555' },
  });
  const text = log(created);
  const uri = await client.open(text);
  const targets = async () => {
    const asked = { services: 'workmail' as const, by: ['target' as const] };
    const { groups } = await client.connection.sendRequest(EventGroupsRequest, asked);
    return groups.map(({ label }) => label);
  };
  const edited = (what: string, by: string) => {
    const start = text.indexOf(what);
    return client.edit(uri, { start, end: start + what.length, text: by });
  };
  const before = await targets();
  await edited('203.0.113.5', '203.0.113.6');
  const alike = await targets();
  await edited('dave', 'erin');
  assert.deepEqual(
    [before, alike, await targets()],
    [
      ['carol (11111111-…)', 'dave (99999999-…)'],
      ['carol (11111111-…)', 'dave (99999999-…)'],
      ['carol (11111111-…)', 'erin (99999999-…)'],
    ],
  );
  await client.stop();
});

test('a question is narrowed by another one', async () => {
  const client = await ProtocolClient.inProcess();
  const asked = { where: 'is:write OR is:root', more: 'actor:jane', isLeftOut: true };
  assert.equal(
    await client.connection.sendRequest(NarrowedQuestionRequest, asked),
    '(is:write OR is:root) -actor:jane',
  );
  await client.stop();
});
