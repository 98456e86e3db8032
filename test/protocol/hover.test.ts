import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DocumentSymbolRequest } from 'vscode-languageserver-protocol/node';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import { example, log, otherRecord, record } from './records';

test('a key, a value and an action are explained at their characters', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(`\n${log(otherRecord(), record())}`);
  for (const needle of ['"sourceIPAddress"', '"203.0.113.5"', '"ListUsers"']) {
    const start = client.positionOf(uri, needle);
    const hover = await client.hover(uri, { line: start.line, character: start.character + 1 });
    const end = { line: start.line, character: start.character + needle.length };
    assert.deepEqual(hover?.range, { start, end }, needle);
    assert.ok(
      typeof hover?.contents === 'object' && 'kind' in hover.contents && hover.contents.kind === 'markdown',
      needle,
    );
    assert.ok(hover.contents.value.length > 20, needle);
  }
  for (const position of [
    { line: 0, character: 0 },
    { line: 1, character: 3 },
    { line: 1, character: 1_000_000 },
    { line: 7, character: 7 },
  ]) {
    assert.equal(await client.hover(uri, position), null);
  }
  await client.stop();
});

test('a damaged record is explained too, before and behind the damage', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(example('1-CreateUser'));
  for (const needle of ['"accessKeyId"', '"userName"', '"CreateUser"', '"janedoe"', '"userId"']) {
    const start = client.positionOf(uri, needle);
    const hover = await client.hover(uri, { line: 0, character: start.character + 2 });
    assert.deepEqual(hover?.range, { start, end: { line: 0, character: start.character + needle.length } }, needle);
  }
  await client.stop();
});

test('the outline has a symbol for every event, in the order of the text', async () => {
  const records = Array.from({ length: 5001 }, (_, number) => record({ eventID: `${number}` }));
  const damaged = otherRecord({ eventTime: 'soon', eventName: 'List\u202eBuckets' });
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(damaged, ...records));
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  assert.deepEqual(
    [symbols?.length, symbols?.slice(0, 2).map(({ name }) => name), symbols?.at(-1)?.name],
    [
      5001,
      ['soon  List\\u202eBuckets by alice', '09:30:00  ListUsers by alice → m-0123456789abcdef0123456789abcdef'],
      '2 more events: search for them by name',
    ],
  );
  await client.stop();
});

test('a client without nested symbols gets plain ones', async () => {
  const client = await ProtocolClient.inProcess({ capabilities: { ...likeVSCode, textDocument: {} } });
  const uri = await client.open(JSON.stringify(record()));
  const end = { line: 0, character: JSON.stringify(record()).length };
  assert.deepEqual(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }), [
    {
      name: '09:30:00  ListUsers by alice → m-0123456789abcdef0123456789abcdef',
      kind: 12,
      location: { uri, range: { start: { line: 0, character: 0 }, end } },
    },
  ]);
  await client.stop();
});
