import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { EventPageRequest } from '../../server/src/wire/protocol';
import { projectRoot } from '../support/projectRoot';
import { ProtocolClient } from '../support/protocolClient';
import { example, log, record } from './records';

/** The built server, with all three streams in our hands. */
function startServer() {
  const server = spawn(process.execPath, [path.join(projectRoot(), 'dist', 'server.js'), '--stdio'], { stdio: 'pipe' });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (words: string) => {
    said += words;
  });
  return { server, said: () => said };
}

function frame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Whatever may stand in the place of parameters. */
const oddities: readonly unknown[] = [
  undefined,
  null,
  [],
  {},
  { capabilities: null },
  { capabilities: 5 },
  { capabilities: [] },
  { capabilities: { workspace: null, textDocument: null, general: null, window: null } },
  { capabilities: { workspace: 'x', textDocument: 5, general: [], window: true, experimental: null } },
  {
    capabilities: {
      general: { positionEncodings: 'utf-8' },
      textDocument: { hover: null, codeAction: { codeActionLiteralSupport: null }, documentSymbol: { symbolKind: 5 } },
    },
    initializationOptions: { announces: 5 },
  },
  { capabilities: { textDocument: { diagnostic: null } }, initializationOptions: 'x', processId: 'x', trace: 5 },
];

test('a client is served whatever it says of itself', async () => {
  const uri = 'file:///logs/one.json';
  const textDocument = { uri, languageId: 'json', version: 1, text: example('1-CreateUser') };
  for (const params of oddities) {
    const { server, said } = startServer();
    const what = JSON.stringify(params) ?? 'undefined';
    server.stdin.write(frame({ jsonrpc: '2.0', id: 1, method: 'initialize', ...(params !== undefined && { params }) }));
    server.stdin.write(frame({ jsonrpc: '2.0', method: 'initialized', params: {} }));
    server.stdin.write(frame({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } }));
    let heard = '';
    for await (const chunk of server.stdout.setEncoding('utf8')) {
      heard += chunk;
      if (heard.includes('Missing comma') || heard.includes('"error"')) break;
    }
    assert.match(heard, /"id":1,"result":\{"capabilities":\{/, what);
    assert.match(heard, /Missing comma before \\"userName\\"\./, what);
    assert.equal(said(), '', what);
    server.kill();
  }
});

test('where nobody hears it any more, the server ends without a word', async () => {
  const { server, said } = startServer();
  const exit = once(server, 'exit');
  server.stdout.destroy();
  const params = { processId: null, rootUri: null, capabilities: {} };
  server.stdin.on('error', () => undefined);
  server.stdin.write(frame({ jsonrpc: '2.0', id: 1, method: 'initialize', params }));
  assert.deepEqual([await exit, said()], [[1, null], '']);
});

test('what is closed while problems are sent ends the server without a word', async () => {
  const { server, said } = startServer();
  const exit = once(server, 'exit');
  const params = { processId: null, rootUri: null, capabilities: {} };
  server.stdin.on('error', () => undefined);
  server.stdin.write(frame({ jsonrpc: '2.0', id: 1, method: 'initialize', params }));
  await once(server.stdout, 'data');
  server.stdout.destroy();
  for (let number = 0; number < 20; number++) {
    const uri = `file:///logs/${number}.json`;
    const textDocument = { uri, languageId: 'json', version: 1, text: example('1-CreateUser') };
    server.stdin.write(frame({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } }));
    server.stdin.write(
      frame({ jsonrpc: '2.0', id: number + 2, method: 'textDocument/hover', params: { textDocument } }),
    );
  }
  assert.deepEqual([await exit, said()], [[1, null], '']);
});

test('half of a surrogate pair in a log is no half in a message', async () => {
  const userIdentity = { type: 'IAMUser', userName: 'half \ud83d, \\ud83d and whole \u{1f600}' };
  const { client, server } = await ProtocolClient.ofBundle();
  await client.open(log(record({ userIdentity })));
  const { events } = await client.connection.sendRequest(EventPageRequest, {
    path: ['workmail/ListUsers'],
    services: 'all',
    offset: 0,
    limit: 1,
  });
  assert.equal(events[0]?.actor, 'half \ufffd, \\ud83d and whole \u{1f600}');
  await client.connection.sendRequest('shutdown');
  const exit = once(server, 'exit');
  await client.connection.sendNotification('exit');
  assert.deepEqual(await exit, [0, null]);
});
