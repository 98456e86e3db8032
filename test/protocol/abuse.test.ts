import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  ErrorCodes,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { nodePlatform } from '../../server/src/node/platform';
import { startServer } from '../../server/src/server';
import { takingAnyClient } from '../../server/src/wire/soundInitialize';
import { ProtocolClient, startBundle } from '../support/protocolClient';
import { example } from './records';

const nonsense: readonly unknown[] = [
  null,
  5,
  'text',
  [],
  {},
  { uri: 7 },
  { textDocument: null },
  { textDocument: { uri: [] } },
];
const requests = [
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/selectionRange',
  'textDocument/completion',
  'workspace/symbol',
  'workspaceSymbol/resolve',
  'textDocument/diagnostic',
  'workmailTrail/eventGroups',
  'workmailTrail/eventPage',
  'workmailTrail/eventDetails',
  'workmailTrail/eventAt',
  'workmailTrail/eventBeside',
  'workmailTrail/summarize',
  'workmailTrail/selectEvents',
  'workmailTrail/repair',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/prepareCallHierarchy',
  'callHierarchy/incomingCalls',
  'callHierarchy/outgoingCalls',
  'textDocument/inlayHint',
  'textDocument/codeLens',
  'workmailTrail/nameAt',
  'workmailTrail/trail',
  'workmailTrail/goToEvent',
  'workmailTrail/addNames',
  'workmailTrail/forgetNames',
  'workmailTrail/copyEvents',
  'workmailTrail/likeEvent',
  'workmailTrail/narrowedQuestion',
  'workmailTrail/redact',
];
const notifications = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeConfiguration',
  '$/cancelRequest',
  '$/setTrace',
  'nobody/knows',
];

test('nothing a client says wrongly keeps the server from the next question', async () => {
  const client = await ProtocolClient.inProcess();
  for (const method of requests) {
    for (const params of nonsense) await client.connection.sendRequest(method, params).catch(() => undefined);
  }
  for (const method of notifications) {
    for (const params of nonsense) {
      // Sent as they are: null would be left out, and that is another way of being wrong.
      await client.connection.sendNotification(method, params);
    }
  }
  const uri = await client.open(example('1-CreateUser'));
  assert.equal((await client.diagnostics(uri)).length, 1);
  assert.deepEqual(
    (await client.groups()).logs.map((log) => log.uri),
    [uri],
  );
  await client.stop();
});

test('places that are nowhere are nothing', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(example('1-CreateUser'));
  const places: unknown[] = [
    { line: 1e9, character: 1e9 },
    { line: -1, character: 0 },
    { line: 0, character: -1 },
    { line: 0.5, character: 0 },
    { line: '0', character: 0 },
    null,
  ];
  for (const position of places) {
    const textDocument = { uri };
    const range = { start: position, end: position };
    const asked = { uri, position, services: 'all' };
    const { connection } = client;
    assert.equal(await connection.sendRequest('textDocument/hover', { textDocument, position }), null);
    assert.equal(await connection.sendRequest('workmailTrail/eventAt', asked), null);
    const empty = await connection.sendRequest('textDocument/completion', { textDocument, position });
    assert.ok(empty === null || (Array.isArray(empty) && empty.length === 0));
    for (const context of [
      { diagnostics: [] },
      { diagnostics: [{ range }, null, 5] },
      { diagnostics: 5, only: 5 },
      null,
    ]) {
      assert.deepEqual(await connection.sendRequest('textDocument/codeAction', { textDocument, range, context }), []);
    }
  }
  await client.stop();
});

test('documents opened twice, changed unopened and closed twice do no harm', async () => {
  const client = await ProtocolClient.inProcess();
  const unknown = { textDocument: { uri: 'file:///unknown.json', version: 2 }, contentChanges: [{ text: '{}' }] };
  await client.connection.sendNotification('textDocument/didChange', unknown);
  await client.connection.sendNotification('textDocument/didClose', unknown);
  const uri = await client.open(example('1-CreateUser'));
  await client.open(example('3-GetRawMessageContent'), uri);
  assert.deepEqual(await client.diagnostics(uri), []);
  assert.deepEqual(
    (await client.groups()).groups.map(({ label, count }) => [label, count]),
    [['GetRawMessageContent', 1]],
  );
  await client.close(uri);
  await client.close(uri);
  assert.deepEqual((await client.groups()).logs, []);
  // A range that ends nowhere is moved to the end of the text, as the library of the protocol has it.
  await client.open(example('3-GetRawMessageContent'), uri);
  const range = { start: { line: 0, character: 0 }, end: { line: 1e9, character: 1e9 } };
  const contentChanges = [{ range, text: example('1-CreateUser') }];
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 1 },
    contentChanges,
  });
  assert.equal((await client.diagnostics(uri)).length, 1);
  await client.stop();
});

test('before the start and after the end every question is refused', async () => {
  const connection = serve();
  for (const method of [...requests, 'nobody/knows'])
    await refused(connection, method, ErrorCodes.ServerNotInitialized);
  const start = { processId: null, rootUri: null, capabilities: {} };
  await connection.sendRequest('initialize', start);
  await refused(connection, 'nobody/knows', ErrorCodes.MethodNotFound);
  await refused(connection, 'initialize', ErrorCodes.InvalidRequest, start);
  assert.deepEqual(await connection.sendRequest('workmailTrail/eventGroups', { services: 'all' }), {
    revision: 0,
    logs: [],
    groups: [],
    total: 0,
    others: 0,
    places: [],
  });
  await connection.sendRequest('shutdown');
  for (const method of [...requests, 'nobody/knows']) await refused(connection, method, ErrorCodes.InvalidRequest);
  await refused(connection, 'initialize', ErrorCodes.InvalidRequest, start);
  connection.dispose();
});

test('the bundle ends as the protocol says: 0 after shutdown, 1 without', async () => {
  for (const [ended, code] of [
    [true, 0],
    [false, 1],
  ] as const) {
    const { client, server } = await ProtocolClient.ofBundle();
    const uri = await client.open(example('1-CreateUser'));
    const [problem, ...more] = await client.diagnostics(uri);
    assert.deepEqual([problem?.message, more], ['Missing comma before "userName".', []]);
    if (ended) await client.connection.sendRequest('shutdown');
    const exit = once(server, 'exit');
    await client.connection.sendNotification('exit');
    assert.deepEqual(await exit, [code, null]);
  }
});

test('the bundle ends when nobody speaks to it any more', async () => {
  const { server } = await ProtocolClient.ofBundle();
  const exit = once(server, 'exit');
  server.stdin?.end();
  assert.deepEqual(await exit, [1, null]);
});

test('the bundle survives messages that are none', async () => {
  const server = startBundle();
  const bodies = ['{{{', 'null', '5', '[]', '{"jsonrpc":"2.0","id":{},"method":5}', '\ufeff', '"\\ud800"'];
  for (const body of bodies) server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const answer = await connection.sendRequest<object>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  assert.ok('capabilities' in answer);
  await connection.sendRequest('shutdown');
  const exit = once(server, 'exit');
  await connection.sendNotification('exit');
  assert.deepEqual(await exit, [0, null]);
  connection.dispose();
});

/** A connection to a server that has heard nothing yet. */
function serve(): ProtocolConnection {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), takingAnyClient()),
    nodePlatform,
  );
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  connection.listen();
  return connection;
}

async function refused(
  connection: ProtocolConnection,
  method: string,
  code: number,
  params: object = {},
): Promise<void> {
  await assert.rejects(connection.sendRequest(method, params), { code }, method);
}
