import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  ResponseError,
  SymbolKind,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver-protocol/node';
import { InspectRequest } from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const jordan = { userIdentity: { type: 'IAMUser', userName: 'jordan', accessKeyId: 'AKIAJORDAN0000000000' } };
const night = record({ eventID: 'night', eventTime: '2026-02-28T23:00:00Z', ...jordan });
const morning = record({ eventID: 'morning', eventTime: '2026-03-01T08:00:00Z', ...jordan });
const noon = otherRecord({ eventID: 'noon', eventTime: '2026-03-01T12:00:00Z', ...jordan });
const files = filesWith({ [`${folder}/a.json`]: log(record(), night, morning) });
const resolving = {
  ...likeVSCode,
  workspace: {
    ...likeVSCode.workspace,
    symbol: {
      resolveSupport: { properties: ['location.range'] },
      symbolKind: { valueSet: [SymbolKind.Function, SymbolKind.Event] },
    },
  },
};

async function found(client: ProtocolClient, query: string): Promise<readonly WorkspaceSymbol[]> {
  return ((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []) as WorkspaceSymbol[];
}

test('events of open and of inspected logs are found, the latest first, and those on disk have their place when it is asked for', async () => {
  const client = await ProtocolClient.inProcess({ capabilities: resolving, files });
  assert.deepEqual(client.initialized.capabilities.workspaceSymbolProvider, { resolveProvider: true });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  const uri = await client.open(log(record(), noon), 'file:///open.json');
  const start = log(record(), noon).lastIndexOf('{"eventVersion"');
  const range = {
    start: { line: 0, character: start },
    end: { line: 0, character: start + JSON.stringify(noon).length },
  };
  const disk = `${folder}/a.json`;
  const symbols = await found(client, 'jordan');
  assert.deepEqual(symbols, [
    {
      name: '2026-03-01 12:00:00  ListBuckets by jordan',
      kind: SymbolKind.Function,
      containerName: 'open.json',
      location: { uri, range },
    },
    {
      name: '2026-03-01 08:00:00  ListUsers by jordan → m-0123456789abcdef0123456789abcdef',
      kind: SymbolKind.Event,
      containerName: 'a.json',
      location: { uri: disk },
      data: { uri: disk, index: 2 },
    },
    {
      name: '2026-02-28 23:00:00  ListUsers by jordan → m-0123456789abcdef0123456789abcdef',
      kind: SymbolKind.Event,
      containerName: 'a.json',
      location: { uri: disk },
      data: { uri: disk, index: 1 },
    },
  ]);
  const [, second] = symbols;
  assert.ok(second !== undefined);
  const { location } = await client.connection.sendRequest(WorkspaceSymbolResolveRequest.type, second);
  const from = log(record(), night).length - 1;
  assert.deepEqual(location, {
    uri: disk,
    range: {
      start: { line: 0, character: from },
      end: { line: 0, character: from + JSON.stringify(morning).length },
    },
  });
  await client.stop();
});

test('what was found beside the name stands behind it, since editors compare names', async () => {
  const client = await ProtocolClient.inProcess();
  await client.open(log(record({ sourceIPAddress: '198.51.100.7', ...jordan })));
  const names = async (query: string): Promise<readonly string[]> =>
    (await found(client, query)).map(({ name }) => name);
  const name = '2026-03-01 09:30:00  ListUsers by jordan → m-0123456789abcdef0123456789abcdef';
  assert.deepEqual(await names('198.51'), [`${name} · 198.51.100.7`]);
  assert.deepEqual(await names('AKIAJ'), [`${name} · AKIAJORDAN0000000000`]);
  assert.deepEqual(await names('nobody'), []);
  await client.stop();
});

test('a client that can not ask for a place later is told of open logs only', async () => {
  const client = await ProtocolClient.inProcess({ files });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  assert.deepEqual(await found(client, 'jordan'), []);
  await client.stop();
});

test('a search ends with the next keystroke', async () => {
  const client = await ProtocolClient.inProcess();
  await client.open(log(...Array.from({ length: 3000 }, (_, at) => record({ eventID: `${at}` }))));
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'a' }, source.token);
  source.cancel();
  await assert.rejects(answer, (error) => {
    assert.ok(error instanceof ResponseError);
    assert.equal(error.code, LSPErrorCodes.RequestCancelled);
    return true;
  });
  assert.equal((await found(client, 'al')).length, 200);
  await client.stop();
});

test('a symbol of nobody stays as it is', async () => {
  const client = await ProtocolClient.inProcess({ capabilities: resolving, files });
  const symbol = { name: 'a', kind: SymbolKind.Event, location: { uri: 'file:///gone.json' } };
  for (const data of [undefined, null, 5, { uri: 5, index: 0 }, { uri: 'file:///gone.json', index: 0 }]) {
    const asked = { ...symbol, ...(data !== undefined && { data }) };
    assert.deepEqual(await client.connection.sendRequest(WorkspaceSymbolResolveRequest.type, asked), asked);
  }
  await client.stop();
});
