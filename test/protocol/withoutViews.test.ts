/** A client that knows no views is led to files that any editor can open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DefinitionRequest,
  type Location,
  type Range,
  ReferencesRequest,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver-protocol/node';
import { type Announced, InspectRequest, viewScheme } from '../../server/src/wire/protocol';
import { filesWith, type Texts } from '../support/fakeFiles';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import { log, otherRecord } from './records';

const folder = 'file:///evidence/AWSLogs';
const key = 'ASIAEXAMPLE00000000J';
const gave = {
  eventSource: 'sts.amazonaws.com',
  eventName: 'AssumeRole',
  responseElements: { credentials: { accessKeyId: key } },
};
const used = { userIdentity: { type: 'AssumedRole', accessKeyId: key } };
/** The key is given out in a plain file, and used in one of each kind. */
const texts: Texts = {
  [`${folder}/plain.json`]: JSON.stringify(
    { Records: [otherRecord(), otherRecord({ eventID: 'p1', eventTime: '2026-03-01T07:00:00Z', ...gave })] },
    null,
    2,
  ),
  [`${folder}/packed.json.gz`]: log(
    otherRecord({ eventID: 'g0', eventTime: '2026-03-01T06:00:00Z' }),
    otherRecord({ eventID: 'g1', eventTime: '2026-03-01T08:00:00Z', ...used }),
  ),
  [`${folder}/archive.zip`]: log(otherRecord({ eventID: 'z0', eventTime: '2026-03-01T09:00:00Z', ...used })),
};
const open = log(otherRecord({ eventID: 'o0', eventTime: '2026-03-01T10:00:00Z', ...used }));
const position = { line: 0, character: open.indexOf(key) + 1 };
const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const resolving = {
  ...likeVSCode,
  workspace: { ...likeVSCode.workspace, symbol: { resolveSupport: { properties: ['location.range'] } } },
};

async function withFiles(
  announces: Announced,
  ask: (client: ProtocolClient, uri: string) => Promise<void>,
  read: Texts = texts,
): Promise<void> {
  const files = filesWith(read);
  const packed: typeof files = {
    ...files,
    read: async (uri, limits) => ({ ...(await files.read(uri, limits)), isCompressed: /\.(?:gz|zip)$/.test(uri) }),
  };
  const client = await ProtocolClient.inProcess({ announces, capabilities: resolving, files: packed });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  await ask(client, await client.open(open, 'file:///elsewhere/open.json'));
  await client.stop();
}

/** The file, and the text that is pointed at. */
function told({ uri, range }: Location): string {
  const lines = (texts[uri] ?? open).split('\n');
  const { start, end } = range;
  return `${uri.slice(uri.lastIndexOf('/') + 1)} ${(lines[start.line] ?? '').slice(start.character, end.character)}@${start.line}`;
}

const line = (texts[`${folder}/plain.json`] ?? '').split('\n').findIndex((each) => each.includes(key));

test('definition and references lead to the files themselves, and to the names in them', () =>
  withFiles({}, async ({ connection }, uri) => {
    const asked = { textDocument: { uri }, position };
    const definition = await connection.sendRequest(DefinitionRequest.type, asked);
    assert.deepEqual(
      [definition ?? []].flat().map((each) => told(each as Location)),
      [`plain.json ${key}@${line}`],
    );
    const context = { includeDeclaration: true };
    const references = (await connection.sendRequest(ReferencesRequest.type, { ...asked, context })) ?? [];
    assert.deepEqual(references.map(told), [
      `plain.json ${key}@${line}`,
      `packed.json.gz ${key}@0`,
      // What an editor shows of an archive is a list of what it holds.
      'archive.zip @0',
      `open.json ${key}@0`,
    ]);
    assert.deepEqual(references[2]?.range, top);
  }));

test('the chain of identities and symbols of the workspace lead to the files', () =>
  withFiles({}, async ({ connection }, uri) => {
    const [item] =
      (await connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument: { uri }, position })) ?? [];
    assert.ok(item);
    const [incoming] = (await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item })) ?? [];
    assert.ok(incoming);
    const { from } = incoming;
    assert.equal(told(from).replace(/@\d+$/, ''), 'plain.json "eventName"');
    const calls = (await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: from })) ?? [];
    assert.deepEqual(
      calls.map(({ to }) => told(to)),
      ['packed.json.gz "eventName"@0', 'archive.zip @0', 'open.json "eventName"@0'],
    );
    const symbols = (await connection.sendRequest(WorkspaceSymbolRequest.type, { query: key })) as WorkspaceSymbol[];
    const resolved: string[] = [];
    for (const symbol of symbols) {
      const { location } =
        'range' in symbol.location ? symbol : await connection.sendRequest(WorkspaceSymbolResolveRequest.type, symbol);
      assert.ok('range' in location);
      resolved.push(told({ uri: location.uri, range: { ...location.range, end: location.range.start } }));
    }
    assert.deepEqual(resolved, ['open.json @0', 'archive.zip @0', 'packed.json.gz @0']);
  }));

test('a client that announces views is led to them', () =>
  withFiles({ views: true }, async ({ connection }, uri) => {
    const context = { includeDeclaration: true };
    const asked = { textDocument: { uri }, position, context };
    const references = (await connection.sendRequest(ReferencesRequest.type, asked)) ?? [];
    assert.deepEqual(
      references.map((each) => each.uri.slice(0, each.uri.indexOf(':'))),
      [viewScheme, viewScheme, viewScheme, 'file'],
    );
  }));

test('what is no longer on the disk is left out', () => {
  const read: Record<string, string> = { ...texts };
  return withFiles(
    {},
    async ({ connection }, uri) => {
      delete read[`${folder}/packed.json.gz`];
      const context = { includeDeclaration: true };
      const asked = { textDocument: { uri }, position, context };
      const references = (await connection.sendRequest(ReferencesRequest.type, asked)) ?? [];
      assert.deepEqual(
        references.map((each) => told(each).replace(/ .*$/, '')),
        ['plain.json', 'archive.zip', 'open.json'],
      );
    },
    read,
  );
});
