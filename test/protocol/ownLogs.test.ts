import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DefinitionRequest,
  type Location,
  ReferencesRequest,
} from 'vscode-languageserver-protocol/node';
import { EventGroupsRequest, QuestionRequest } from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

/** CloudTrail's log and one that WorkMail itself writes, open beside each other. */

const organizationId = 'm-0123456789abcdef0123456789abcdef';
const userId = '5c2e1f0a-1b2c-4d3e-8f40-aaaaaaaaaaaa';
const roleId = '5c2e1f0a-1b2c-4d3e-8f40-dddddddddddd';
const address = '198.51.100.66';

const calls = log(
  record({
    eventID: 'made-user',
    eventTime: '2026-03-01T08:00:00Z',
    eventName: 'CreateUser',
    requestParameters: { organizationId, name: 'carol', displayName: 'Carol' },
    responseElements: { userId },
    readOnly: false,
  }),
  record({
    eventID: 'made-role',
    eventTime: '2026-03-01T09:00:00Z',
    eventName: 'CreateImpersonationRole',
    sourceIPAddress: address,
    requestParameters: { organizationId, name: 'reader', type: 'READ_ONLY', rules: [] },
    responseElements: { impersonationRoleId: roleId },
    readOnly: false,
  }),
  record({
    eventID: 'assumed',
    eventTime: '2026-03-01T10:00:00Z',
    eventName: 'AssumeImpersonationRole',
    requestParameters: { organizationId, impersonationRoleId: roleId },
    responseElements: { expiresIn: 900 },
    readOnly: false,
  }),
);

const read = JSON.stringify({
  event_timestamp: Date.UTC(2026, 2, 1, 10, 2),
  request_id: '5c2e1f0a-1b2c-4d3e-8f40-bbbbbbbbbbbb',
  organization_arn: `arn:aws:workmail:eu-west-1:111122223333:organization/${organizationId}`,
  user_id: userId,
  impersonator_id: roleId,
  protocol: 'ProtocolOfTomorrow',
  source_ip: address,
  user_agent: '',
  action: 'an_action_of_tomorrow',
  owner_id: userId,
  object_type: 'Message',
  item_id: 'AAMkADExample',
  action_allowed: true,
});

interface Open {
  readonly client: ProtocolClient;
  readonly own: string;
}

async function withBoth(ask: (open: Open) => Promise<void>): Promise<void> {
  const client = await ProtocolClient.inProcess();
  await client.open(calls, 'file:///evidence/calls.json');
  const own = await client.open(read, 'file:///evidence/own.jsonl');
  await ask({ client, own });
  await client.stop();
}

/** `calls.json userId "…"`: the file, and what is pointed at with what stands before it. */
function told(found: Location | readonly Location[] | null): readonly string[] {
  const locations: readonly Location[] = found === null ? [] : 'uri' in found ? [found] : found;
  return locations
    .map(({ uri, range: { start, end } }) => {
      const text = uri.endsWith('own.jsonl') ? read : calls;
      const key = /"(\w+)":(?:")?$/.exec(text.slice(0, start.character))?.[1] ?? '';
      const event = text === read ? 'own' : eventAround(start.character);
      return `${event} ${key} ${text.slice(start.character, end.character)}`;
    })
    .sort();
}

function eventAround(offset: number): string {
  return /"eventID":"([\w-]+)"/.exec(calls.slice(calls.lastIndexOf('{"eventVersion"', offset)))?.[1] ?? '';
}

interface Place {
  readonly what: string;
  readonly key: string;
  readonly definition: string;
  /** What else names the same. */
  readonly others: readonly string[];
}

const places: readonly Place[] = [
  {
    what: 'a user',
    key: 'user_id',
    definition: `made-user userId ${userId}`,
    others: [`own user_id ${userId}`],
  },
  {
    what: 'whose mailbox it is',
    key: 'owner_id',
    definition: `made-user userId ${userId}`,
    others: [`own user_id ${userId}`],
  },
  {
    what: 'an impersonation role',
    key: 'impersonator_id',
    definition: `made-role impersonationRoleId ${roleId}`,
    others: [`assumed impersonationRoleId ${roleId}`, `own impersonator_id ${roleId}`],
  },
  {
    what: 'an address',
    key: 'source_ip',
    definition: `made-role sourceIPAddress ${address}`,
    others: [`own source_ip ${address}`],
  },
  {
    what: 'an organization',
    key: 'organization_arn',
    definition: `made-user organizationId ${organizationId}`,
    others: [
      `assumed organizationId ${organizationId}`,
      `made-role organizationId ${organizationId}`,
      `own  ${organizationId}`,
    ],
  },
  {
    what: 'a request, which has nothing to do with those of CloudTrail,',
    key: 'request_id',
    definition: 'own request_id 5c2e1f0a-1b2c-4d3e-8f40-bbbbbbbbbbbb',
    others: [],
  },
];

for (const { what, key, definition, others } of places) {
  test(`${what} in a log of WorkMail's own leads to what made it and to all that names it`, () =>
    withBoth(async ({ client, own }) => {
      const position = { line: 0, character: read.indexOf(`"${key}":"`) + key.length + 6 };
      const asked = { textDocument: { uri: own }, position };
      const made = await client.connection.sendRequest(DefinitionRequest.type, asked);
      const all = await client.connection.sendRequest(ReferencesRequest.type, {
        ...asked,
        context: { includeDeclaration: true },
      });
      assert.deepEqual([told(made as Location[] | null), told(all)], [[definition], [definition, ...others].sort()]);
    }));
}

test("a role in CloudTrail's log leads to what was read with it", () =>
  withBoth(async ({ client }) => {
    const asked = {
      textDocument: { uri: 'file:///evidence/calls.json' },
      position: { line: 0, character: calls.lastIndexOf(roleId) + 3 },
      context: { includeDeclaration: true },
    };
    assert.deepEqual(told(await client.connection.sendRequest(ReferencesRequest.type, asked)), [
      `assumed impersonationRoleId ${roleId}`,
      `made-role impersonationRoleId ${roleId}`,
      `own impersonator_id ${roleId}`,
    ]);
  }));

const OWN = ['owner:', 'protocol:', 'item:', 'impersonator:', 'folder:', 'message:', 'sender:', 'mailto:'];

/** What of WorkMail's own logs there is to be seen: fields that are offered, groups of the tree, problems of a question that asks for one. */
async function seen(client: ProtocolClient): Promise<unknown> {
  const { completions } = await client.connection.sendRequest(QuestionRequest, { text: '', offset: 0 });
  const offered = completions.items.map(({ text }) => text).filter((text) => OWN.includes(text));
  const { problems } = await client.connection.sendRequest(QuestionRequest, { text: 'owner:any', offset: 9 });
  const { groups } = await client.connection.sendRequest(EventGroupsRequest, { services: 'all', where: '' });
  return { offered, problems, groups: groups.map(({ key }) => key) };
}

test("who has only CloudTrail's logs sees nothing of others until one is there", async () => {
  const client = await ProtocolClient.inProcess();
  await client.open(calls, 'file:///evidence/calls.json');
  const before = await seen(client);
  await client.open(read, 'file:///evidence/own.jsonl');
  const groups = ['workmail/AssumeImpersonationRole', 'workmail/CreateImpersonationRole', 'workmail/CreateUser'];
  assert.deepEqual(
    [before, await seen(client)],
    [
      { offered: [], problems: [], groups },
      { offered: OWN, problems: [], groups: [...groups, 'own/mailbox-access'] },
    ],
  );
  await client.stop();
});

test('the call hierarchy of what was read goes back to the calls behind it, and on from a call to what was read', async () => {
  const client = await ProtocolClient.inProcess();
  await client.open(calls, 'file:///evidence/calls.json');
  const uri = await client.open(read.replace('an_action_of_tomorrow', 'read'), 'file:///evidence/own.jsonl');
  const itemAt = async (place: string, needle: string): Promise<CallHierarchyItem> => {
    const textDocument = { uri: place };
    const position = client.positionOf(place, needle);
    const [item] =
      (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument, position })) ?? [];
    assert.ok(item);
    return item;
  };
  const [own, call] = [
    await itemAt(uri, '"read"'),
    await itemAt('file:///evidence/calls.json', 'AssumeImpersonationRole'),
  ];
  const before = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: own });
  const after = await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: call });
  await client.stop();
  assert.deepEqual(
    [before?.map(({ from }) => [from.name, from.detail]), after?.map(({ to }) => [to.name, to.detail])],
    [
      [
        ['AssumeImpersonationRole', '2026-03-01T10:00:00Z · alice · from 203.0.113.5 · certain'],
        ['CreateImpersonationRole', '2026-03-01T09:00:00Z · alice · from 198.51.100.66'],
      ],
      [['read', `2026-03-01T10:02:00Z · ${userId} · from 198.51.100.66 · likely`]],
    ],
  );
});
