import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InlayHintRequest, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import {
  AddNamesRequest,
  EventGroupsRequest,
  ForgetNamesRequest,
  InspectRequest,
  NameAtRequest,
  SummarizeRequest,
} from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { type ClientOptions, ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

const organizationId = 'm-0123456789abcdef0123456789abcdef';
const janeId = '11111111-2222-4333-8444-000000000001';
const jane = { Id: janeId, Email: 'jane@example.com', Name: 'jane', DisplayName: 'Jane Doe', State: 'ENABLED' };
const users = 'file:///case/users.json';
const groups = 'file:///case/groups.json';
const aliases = 'file:///case/aliases.json';
const files = filesWith({
  [users]: JSON.stringify({ Users: [jane, jane] }),
  [groups]: JSON.stringify({ Groups: [{ Id: 'g-1', Name: 'jane' }] }),
  [aliases]: JSON.stringify({ Aliases: ['j@example.com'] }),
  'file:///logs/a.json': log(record()),
});
const reset = (parameters: object, eventID: string): unknown =>
  record({ eventName: 'ResetPassword', eventID, requestParameters: { organizationId, ...parameters } });
const text = log(reset({ userId: janeId }, 'r0'), reset({ userId: 'jane@example.com' }, 'r1'));

async function opened(options: ClientOptions = {}): Promise<{ client: ProtocolClient; uri: string }> {
  const client = await ProtocolClient.inProcess({ files, settings: () => ({ showHints: true }), ...options });
  return { client, uri: await client.open(text) };
}

/** What the tree, a hover, a hint, a search and a reference call Jane. */
async function called(client: ProtocolClient, uri: string): Promise<unknown> {
  const { connection } = client;
  const position = client.positionOf(uri, janeId);
  const { groups: byTarget } = await connection.sendRequest(EventGroupsRequest, {
    services: 'workmail',
    by: ['target'],
  });
  const contents = JSON.stringify((await client.hover(uri, position))?.contents);
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const hints = (await connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range })) ?? [];
  const symbols = (await connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'jane' })) ?? [];
  const name = await connection.sendRequest(NameAtRequest, { uri, position });
  return {
    groups: byTarget.map(({ label, count }) => `${label}: ${count}`),
    hover: /Called .*? was taken\./.exec(contents)?.[0],
    hints: hints.map(({ label }) => label).filter((label) => String(label).includes('jane')),
    symbols: symbols.length,
    question: name?.question,
  };
}

const named = {
  groups: ['jane (11111111-…): 2'],
  hover:
    'Called **jane**, also `jane@example.com`, Jane Doe in the names you added (`users.json`), as they were when that list was taken.',
  hints: ['jane', 'jane'],
  symbols: 2,
  question: `names:${janeId},jane@example.com OR names:${organizationId} names:jane`,
};

test('added names are used wherever names of logs are, until they are forgotten', async () => {
  const { client, uri } = await opened();
  const without = await called(client, uri);
  const added = await client.connection.sendRequest(AddNamesRequest, { uris: [users] });
  assert.deepEqual(added, {
    files: [{ uri: users, ids: 1, notes: ['One entry repeats the id of another.'] }],
    ids: 1,
    lists: ['users.json'],
    unsureNames: { count: 0, first: [] },
    renamedIds: { count: 0, first: [] },
  });
  assert.deepEqual(await called(client, uri), named);
  const { markdown } = await client.connection.sendRequest(SummarizeRequest, { uris: [uri], labels: ['one.json'] });
  assert.match(
    markdown,
    /Where these logs tell none, names are from the names you added \(`users\.json`\), as they were when that list was taken\./,
  );
  assert.match(markdown, /jane, `jane@example\.com` \(\[?11111111-/);
  assert.equal(await client.connection.sendRequest(ForgetNamesRequest, {}), null);
  assert.deepEqual(await called(client, uri), without);
  await client.stop();
});

test('files that an editor names at the start are read, by uri or path, and one that is not there any more is told', async () => {
  const traffic: ClientOptions['traffic'] = [];
  const names = [users, '/case/aliases.json', '/case/no more.json'];
  const { client, uri } = await opened({ initializationOptions: { names }, traffic });
  assert.deepEqual(await called(client, uri), named);
  const shown = traffic.map(({ message }) => Object(message)).filter(({ method }) => method === 'window/showMessage');
  assert.deepEqual(
    shown.map(({ params }) => params.message.slice(0, 78)),
    [
      'The names in aliases.json are not known any more. This is an answer of list-al',
      'The names in no more.json are not known any more. There is no such file.',
    ],
  );
  await client.stop();
});

test('what is refused changes nothing, and a name of several ids is told', async () => {
  const { client } = await opened();
  await client.connection.sendRequest(AddNamesRequest, { uris: [users] });
  const {
    files: told,
    ids,
    lists,
    unsureNames,
  } = await client.connection.sendRequest(AddNamesRequest, {
    uris: [aliases, groups],
  });
  assert.deepEqual(
    [told.map(({ refused }) => refused?.slice(0, 35)), ids, lists, unsureNames],
    [
      ['This is an answer of list-aliases. ', undefined],
      2,
      ['users.json', 'groups.json'],
      { count: 1, first: ['jane'] },
    ],
  );
  await client.stop();
});

test('the tree hears that names have come', async () => {
  const client = await ProtocolClient.inProcess({ files });
  await client.connection.sendRequest(InspectRequest, { uri: 'file:///logs/a.json', isFolder: false });
  const before = client.revisions.length;
  await client.connection.sendRequest(AddNamesRequest, { uris: [users] });
  await client.until(() => client.revisions.length > before);
  await client.stop();
});

test('a window without files says so', async () => {
  const client = await ProtocolClient.inProcess();
  const { files: told } = await client.connection.sendRequest(AddNamesRequest, { uris: [users] });
  assert.deepEqual(told, [{ uri: users, ids: 0, notes: [], refused: 'This window has no files on a disk.' }]);
  await client.stop();
});
