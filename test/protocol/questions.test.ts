import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EventAtRequest,
  EventGroupsRequest,
  EventPageRequest,
  InspectRequest,
  LikeEventRequest,
  QuestionRequest,
} from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const bob = { type: 'IAMUser', userName: 'bob', accessKeyId: 'AKIAEXAMPLE00000000B', accountId: '111122223333' };
const texts = {
  [`${folder}/a.json`]: log(
    record({ eventID: 'a0', eventTime: '2026-03-01T08:00:00Z' }),
    otherRecord({ eventID: 'a1', eventTime: '2026-03-01T08:10:00Z' }),
    otherRecord({ eventID: 'a2', eventTime: '2026-03-01T08:20:00Z', userIdentity: bob, errorCode: 'AccessDenied' }),
  ),
  [`${folder}/b.json`]: log(
    otherRecord({ eventID: 'a1', eventTime: '2026-03-01T08:10:00Z' }),
    otherRecord({
      eventID: 'b1',
      eventTime: '2026-03-01T07:00:00Z',
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateUser',
    }),
  ),
};
/** A file on disk and an open log have an event in common; one more is open only. */
const open = log(
  otherRecord({ eventID: 'a1', eventTime: '2026-03-01T08:10:00Z' }),
  otherRecord({ eventID: 'o1', eventTime: '2026-03-01T09:00:00Z', requestParameters: { note: 'Forwarding rule' } }),
);

async function withAll(ask: (client: ProtocolClient, uri: string) => Promise<void>): Promise<void> {
  const client = await ProtocolClient.inProcess({ files: filesWith(texts) });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  const uri = await client.open(open, 'file:///elsewhere/open.json');
  await ask(client, uri);
  await client.stop();
}

/** What the tree would show: answered, others, and each group with its events. */
async function told(client: ProtocolClient, where: string, services: 'workmail' | 'all' = 'all'): Promise<unknown> {
  const { groups, answered, others } = await client.connection.sendRequest(EventGroupsRequest, { services, where });
  const shown: Record<string, readonly string[]> = {};
  for (const { key, count } of groups) {
    const asked = { path: [key], services, where, offset: 0, limit: 1000 };
    const { events, total } = await client.connection.sendRequest(EventPageRequest, asked);
    assert.equal(total, count);
    shown[key] = events.map(({ uri, index }) => `${uri.slice(uri.lastIndexOf('/') + 1)}/${index}`);
  }
  return { answered: answered && [answered.events, answered.of], others, shown };
}

const questions: readonly (readonly [where: string, expected: unknown])[] = [
  [
    'key:AKIAEXAMPLE00000000A',
    {
      answered: [4, 5],
      others: 3,
      shown: {
        'workmail/ListUsers': ['a.json/0'],
        'iam.amazonaws.com': ['b.json/1'],
        's3.amazonaws.com': ['open.json/0', 'open.json/1'],
      },
    },
  ],
  ['outcome:failed', { answered: [1, 5], others: 1, shown: { 's3.amazonaws.com': ['a.json/2'] } }],
  ['-actor:alice -actor:bob', { answered: [0, 5], others: 0, shown: {} }],
  ['text:"forwarding RULE"', { answered: [1, 5], others: 1, shown: { 's3.amazonaws.com': ['open.json/1'] } }],
  ['text:createuser', { answered: [1, 5], others: 1, shown: { 'iam.amazonaws.com': ['b.json/1'] } }],
  ['file:*/b.json', { answered: [1, 5], others: 1, shown: { 'iam.amazonaws.com': ['b.json/1'] } }],
  [
    '  ',
    {
      answered: undefined,
      others: 4,
      shown: {
        'workmail/ListUsers': ['a.json/0'],
        'iam.amazonaws.com': ['b.json/1'],
        's3.amazonaws.com': ['open.json/0', 'a.json/2', 'open.json/1'],
      },
    },
  ],
];

for (const [where, expected] of questions) {
  test(`open logs and a folder together are asked ${where}`, () =>
    withAll(async (client) => assert.deepEqual(await told(client, where), expected)));
}

test('a log without records before it costs an open log no answer that its text gives', async () => {
  const client = await ProtocolClient.inProcess();
  await client.open(log(), 'file:///empty.json');
  await client.open(open, 'file:///open.json');
  const expected = { answered: [1, 2], others: 1, shown: { 's3.amazonaws.com': ['open.json/1'] } };
  assert.deepEqual(await told(client, 'text:"forwarding rule"'), expected);
  await client.stop();
});

test('events of hidden services that answer are counted, not shown', () =>
  withAll(async (client) => {
    const expected = { answered: [4, 5], others: 3, shown: { 'workmail/ListUsers': ['a.json/0'] } };
    assert.deepEqual(await told(client, 'actor:alice', 'workmail'), expected);
  }));

test('a question that can’t be read picks nothing, and says where it is wrong', () =>
  withAll(async (client) => {
    const { groups, answered } = await client.connection.sendRequest(EventGroupsRequest, {
      services: 'all',
      where: 'kye:a',
    });
    assert.deepEqual(
      [groups, answered?.events, answered?.of, answered?.problems.map(({ start, end, meant }) => [start, end, meant])],
      [[], 0, 5, [[0, 3, 'key']]],
    );
  }));

test('an event that does not answer has no place in the tree', () =>
  withAll(async (client, uri) => {
    const at = async (where: string): Promise<unknown> => {
      const position = client.positionOf(uri, 'o1');
      const place = await client.connection.sendRequest(EventAtRequest, { uri, position, services: 'all', where });
      return place && [...place.groups.map(({ group }) => group.key), place.position];
    };
    assert.deepEqual([await at('actor:alice'), await at('actor:bob')], [['s3.amazonaws.com', 1], null]);
  }));

test('from one event to others like it', () =>
  withAll(async (client) => {
    const like = await client.connection.sendRequest(LikeEventRequest, { uri: `${folder}/a.json`, index: 2 });
    assert.deepEqual(like, [
      { field: 'key', value: 'AKIAEXAMPLE00000000B', question: 'key:AKIAEXAMPLE00000000B', events: 1 },
      { field: 'actor', value: 'bob', question: 'actor:bob', events: 1 },
      { field: 'address', value: '203.0.113.5', question: 'address:203.0.113.5', events: 5 },
      { field: 'action', value: 'ListBuckets', question: 'action:ListBuckets', events: 3 },
      { field: 'error', value: 'AccessDenied', question: 'error:AccessDenied', events: 1 },
      { field: 'agent', value: 'aws-cli/2.15.0', question: 'agent:aws-cli/2.15.0', events: 5 },
    ]);
    assert.equal(await client.connection.sendRequest(LikeEventRequest, { uri: folder, index: 0 }), null);
  }));

const help: readonly (readonly [
  text: string,
  expected: readonly (readonly [text: string, count: number | undefined])[],
])[] = [
  ['outc', [['outcome:', undefined]]],
  [
    'key:',
    [
      ['AKIAEXAMPLE00000000A', 4],
      ['AKIAEXAMPLE00000000B', 1],
      ['none', undefined],
      ['any', undefined],
    ],
  ],
  [
    'outcome:',
    [
      ['succeeded', 4],
      ['failed', 1],
      ['unknown', undefined],
    ],
  ],
  [
    'service:i',
    [
      ['iam', 1],
      ['workmail', 1],
    ],
  ],
  ['time:2026', [['2026-03-01', 5]]],
];

for (const [text, expected] of help) {
  test(`what may be written behind ${text}, with how many events have it`, () =>
    withAll(async (client) => {
      const { completions } = await client.connection.sendRequest(QuestionRequest, { text, offset: text.length });
      assert.deepEqual(
        completions.items.map(({ text: written, count }) => [written, count]),
        expected,
      );
    }));
}
