import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CancellationTokenSource,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  LSPErrorCodes,
  ResponseError,
  type SelectionRange,
  SelectionRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const pretty = JSON.stringify({ Records: [record(), otherRecord()] }, undefined, 2);
const lineOf = (needle: string, from = 0): number =>
  pretty.slice(0, pretty.indexOf(needle, from)).split('\n').length - 1;

test('whole lines of a log fold by its events and their objects, the closing bracket in sight', async () => {
  const foldingRange = { lineFoldingOnly: true, rangeLimit: 5000 };
  const capabilities = { ...likeVSCode, textDocument: { ...likeVSCode.textDocument, foldingRange } };
  const client = await ProtocolClient.inProcess({ capabilities });
  const uri = await client.open(pretty);
  const ranges = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
  const second = pretty.lastIndexOf('"eventVersion"');
  const last = pretty.split('\n').length - 1;
  assert.deepEqual(ranges, [
    { startLine: 0, endLine: last - 1 },
    { startLine: 1, endLine: last - 2 },
    { startLine: 2, endLine: lineOf('"eventVersion"', second) - 3 },
    { startLine: lineOf('"userIdentity"'), endLine: lineOf('"eventTime"') - 2 },
    { startLine: lineOf('"requestParameters"'), endLine: lineOf('"responseElements"') - 2 },
    { startLine: lineOf('"eventVersion"', second) - 1, endLine: last - 3 },
    { startLine: lineOf('"userIdentity"', second), endLine: lineOf('"eventTime"', second) - 2 },
  ]);
  await client.stop();
});

test('characters fold between brackets, with what a list says of the event where a client shows it', async () => {
  const foldingRange = { foldingRange: { collapsedText: true } };
  const client = await ProtocolClient.inProcess({ capabilities: { textDocument: { foldingRange } } });
  const uri = await client.open(JSON.stringify(record({ requestParameters: null }), undefined, 2));
  const ranges = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
  assert.deepEqual(ranges?.[0], {
    startLine: 0,
    startCharacter: 1,
    endLine: 25,
    endCharacter: 0,
    collapsedText: '09:30:00  ListUsers by alice',
  });
  assert.equal(ranges?.length, 2);
  await client.stop();
});

test('a selection grows from a value to the log, at each cursor', async () => {
  const client = await ProtocolClient.inProcess();
  const text = log(record(), otherRecord());
  const uri = await client.open(text);
  const positions = [client.positionOf(uri, '111122223333'), client.positionOf(uri, 'ListBuckets')];
  const params = { textDocument: { uri }, positions };
  const found = await client.connection.sendRequest(SelectionRangeRequest.type, params);
  const grown = (range: SelectionRange | undefined): string[] => {
    const texts: string[] = [];
    for (let each = range; each !== undefined; each = each.parent) texts.push(client.document(uri).getText(each.range));
    return texts;
  };
  assert.deepEqual(grown(found?.[1]), [
    'ListBuckets',
    '"ListBuckets"',
    '"eventName":"ListBuckets"',
    JSON.stringify(otherRecord()),
    `[${JSON.stringify(record())},${JSON.stringify(otherRecord())}]`,
    `"Records":[${JSON.stringify(record())},${JSON.stringify(otherRecord())}]`,
    text,
  ]);
  assert.equal(grown(found?.[0]).at(-1), text);
  await client.stop();
});

test('of a file that is no log nothing is told', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open('{\n"a": {\n"b": 1\n}\n}');
  const textDocument = { uri };
  assert.equal(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }), null);
  const positions = [{ line: 1, character: 1 }];
  assert.equal(await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions }), null);
  await client.stop();
});

test('what is no longer wanted is called off', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(...Array.from({ length: 4000 }, () => record())));
  const source = new CancellationTokenSource();
  const textDocument = { uri };
  const answers = [
    client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }, source.token),
    client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }, source.token),
    client.connection.sendRequest(
      SelectionRangeRequest.type,
      { textDocument, positions: [{ line: 0, character: 9 }] },
      source.token,
    ),
  ];
  source.cancel();
  for (const answer of answers) {
    await assert.rejects(answer, (error) => {
      assert.ok(error instanceof ResponseError);
      assert.equal(error.code, LSPErrorCodes.RequestCancelled);
      return true;
    });
  }
  await client.stop();
});
