import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ClientCapabilities,
  type CodeAction,
  type Command,
  ExecuteCommandRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import { example, log, otherRecord, record } from './records';

/** One record that lacks two commas. */
const damaged = log(record()).replace(',"awsRegion"', '"awsRegion"').replace(',"userAgent"', '"userAgent"');
const withEdits: ClientCapabilities = { workspace: { applyEdit: true } };

/** Titles of what is offered at the first damage, and the answers themselves. */
async function offered(client: ProtocolClient, uri: string): Promise<readonly (CodeAction | Command)[]> {
  const start = client.positionOf(uri, '"awsRegion"');
  return client.codeActions(uri, { start, end: start });
}

test('a client that announces nothing hears nothing but LSP', async () => {
  const client = await ProtocolClient.inProcess({ capabilities: likeVSCode, announces: {} });
  const uri = await client.open(damaged);
  assert.equal((await client.diagnostics(uri)).length, 2);
  assert.deepEqual(
    (await offered(client, uri)).map(({ title }) => title),
    ['Insert the missing comma', 'Fix all in this record', 'Make all repairs in this log'],
  );
  await client.edit(uri, { start: 0, end: 0, text: ' ' });
  await client.diagnostics(uri);
  await client.close(uri);
  await client.stop();
  assert.deepEqual(client.revisions, []);
});

test('without edits of the server there is no repair of the whole log', async () => {
  const capabilities = {
    textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  };
  const client = await ProtocolClient.inProcess({ capabilities, announces: {} });
  const uri = await client.open(damaged);
  const [fix, all, ...more] = await offered(client, uri);
  assert.deepEqual([fix?.title, all?.title, more], ['Insert the missing comma', 'Fix all in this record', []]);
  assert.ok(fix !== undefined && !('isPreferred' in fix));
  assert.equal(client.initialized.capabilities.executeCommandProvider, undefined);
  await client.stop();
});

test('a client without literals gets commands, which make their edits', async () => {
  const client = await ProtocolClient.inProcess({ capabilities: withEdits, announces: {} });
  const { codeActionProvider, executeCommandProvider } = client.initialized.capabilities;
  const commands = ['workmailTrail.applyEdit', 'workmailTrail.repairLog'];
  assert.deepEqual([codeActionProvider, executeCommandProvider], [true, { commands }]);
  const uri = await client.open(damaged);
  const [fix, all, log, ...more] = await offered(client, uri);
  const at = client.positionOf(uri, '"awsRegion"');
  const insertion = { range: { start: at, end: at }, newText: ',' };
  assert.deepEqual(fix, {
    title: 'Insert the missing comma',
    command: 'workmailTrail.applyEdit',
    arguments: [{ uri, version: 1, edit: { changes: { [uri]: [insertion] } } }],
  });
  assert.deepEqual([all?.title, log?.title, more], ['Fix all in this record', 'Make all repairs in this log', []]);
  const made = { command: 'workmailTrail.applyEdit', arguments: Object(fix).arguments };
  assert.equal(await client.connection.sendRequest(ExecuteCommandRequest.type, made), null);
  assert.equal(client.document(uri).getText(), damaged.replace('"awsRegion"', ',"awsRegion"'));
  // The log is another one now.
  const again = client.connection.sendRequest(ExecuteCommandRequest.type, made);
  await assert.rejects(again, { code: LSPErrorCodes.ContentModified });
  const rest = { command: 'workmailTrail.repairLog', arguments: [uri] };
  assert.equal(await client.connection.sendRequest(ExecuteCommandRequest.type, rest), null);
  assert.deepEqual(JSON.parse(client.document(uri).getText()), { Records: [record()] });
  assert.equal(client.edits.length, 2);
  await client.stop();
});

test('a command with nonsense is refused, and costs nothing else', async () => {
  const client = await ProtocolClient.inProcess({ capabilities: withEdits, announces: {} });
  const uri = await client.open(damaged);
  for (const asked of [
    { command: 'workmailTrail.applyEdit' },
    { command: 'workmailTrail.applyEdit', arguments: [{ uri, version: 1 }] },
    { command: 'workmailTrail.repairLog', arguments: ['file:///unheard-of.json'] },
    { command: 'nobody.knows', arguments: [uri] },
  ]) {
    const refused = client.connection.sendRequest(ExecuteCommandRequest.type, asked);
    await assert.rejects(refused, { code: LSPErrorCodes.RequestFailed }, JSON.stringify(asked));
  }
  assert.equal((await offered(client, uri)).length, 3);
  await client.stop();
});

test('a client with neither literals nor edits is offered nothing', async () => {
  const client = await ProtocolClient.inProcess({ capabilities: {}, announces: {} });
  assert.equal(client.initialized.capabilities.codeActionProvider, undefined);
  const uri = await client.open(damaged);
  assert.deepEqual(await offered(client, uri), []);
  await client.stop();
});

test('a hover is plain text where the client would rather have it', async () => {
  for (const [contentFormat, kind] of [
    [['plaintext'], 'plaintext'],
    [['plaintext', 'markdown'], 'plaintext'],
    [['markdown', 'plaintext'], 'markdown'],
    [[], 'plaintext'],
    [undefined, 'plaintext'],
  ] as const) {
    const hover = contentFormat === undefined ? {} : { contentFormat: [...contentFormat] };
    const client = await ProtocolClient.inProcess({ capabilities: { textDocument: { hover } }, announces: {} });
    const uri = await client.open(log(record({ userAgent: 'a*b_c' })));
    const found = await client.hover(uri, client.positionOf(uri, '"eventSource"'));
    assert.ok(typeof found?.contents === 'object' && 'kind' in found.contents, String(contentFormat));
    assert.equal(found.contents.kind, kind, String(contentFormat));
    assert.equal(/\*\*|&amp;|\]\(/.test(found.contents.value), kind === 'markdown', found.contents.value);
    await client.stop();
  }
});

test('problems are sent until they are asked for', async () => {
  const capabilities = { textDocument: { diagnostic: {} } };
  const client = await ProtocolClient.inProcess({ capabilities, announces: {} });
  const uri = await client.open(example('1-CreateUser'));
  const other = await client.open(example('3-GetRawMessageContent'), 'file:///logs/other.json');
  await client.until(() => client.published.length === 2);
  const [sent] = client.published.filter((each) => each.uri === uri);
  assert.equal(sent?.diagnostics.length, 1);
  await client.edit(uri, { start: 0, end: 0, text: ' ' });
  await client.until(() => client.published.length === 3);
  assert.equal(client.published[2]?.diagnostics.length, 1);
  assert.equal((await client.diagnostics(uri)).length, 1);
  await client.until(() => client.published.length === 4);
  assert.deepEqual(client.published[3], { uri, diagnostics: [] });
  await client.edit(uri, { start: 0, end: 0, text: ' ' });
  assert.equal((await client.diagnostics(uri)).length, 1);
  // The other log is still not asked for, so what is sent of it comes behind all that would have been sent of the first.
  await client.edit(other, { start: 0, end: 0, text: ' ' });
  await client.until(() => client.published.length === 5);
  assert.deepEqual(client.published[4], { uri: other, diagnostics: [] });
  await client.close(uri);
  await client.open(example('1-CreateUser'), uri);
  await client.until(() => client.published.length === 6);
  assert.deepEqual([client.published[5]?.uri, client.published[5]?.diagnostics.length], [uri, 1]);
  await client.stop();
});

test('the symbols of a client that knows events are events', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(otherRecord()));
  const symbols: unknown = await client.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  assert.equal(Object(symbols)[0].kind, 24);
  await client.stop();
});
