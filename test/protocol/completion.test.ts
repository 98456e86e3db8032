import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  InsertTextFormat,
} from 'vscode-languageserver-protocol/node';
import { viewUri } from '../../server/src/wire/protocol';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

const completionItem = { snippetSupport: true, documentationFormat: ['markdown' as const, 'plaintext' as const] };
const capabilities: ClientCapabilities = {
  ...likeVSCode,
  textDocument: { ...likeVSCode.textDocument, completion: { completionItem } },
};

async function offered(client: ProtocolClient, uri: string, offset: number): Promise<readonly CompletionItem[] | null> {
  const position = client.document(uri).positionAt(offset);
  const found = await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
  return found === null || Array.isArray(found) ? found : found.items;
}

test('a parameter is offered while its key is typed, in a text that is broken there', async () => {
  const client = await ProtocolClient.inProcess({ capabilities });
  const before = '"organizationId":"m-1",';
  const text = log(record(), record({ eventName: 'CreateAlias', requestParameters: { organizationId: 'm-1' } }));
  const uri = await client.open(text);
  const start = text.lastIndexOf('"organizationId":"m-1"') + before.length - 1;
  await client.edit(uri, { start, end: start, text: ',"al' });
  const items = await offered(client, uri, start + 4);
  const alias = items?.find(({ label }) => label === 'alias');
  const { documentation, detail, sortText: _, ...rest } = alias ?? { documentation: '', label: '' };
  assert.deepEqual(rest, {
    label: 'alias',
    kind: CompletionItemKind.Property,
    filterText: '"alias"',
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: {
      range: { start: { line: 0, character: start + 1 }, end: { line: 0, character: start + 4 } },
      newText: '"alias": "$1"',
    },
  });
  assert.match(String(detail), /^text/);
  assert.ok(typeof documentation === 'object' && documentation.kind === 'markdown');
  assert.deepEqual(
    items?.map(({ label }) => label),
    ['entityId', 'alias'],
  );
  await client.stop();
});

test('a client without snippets and Markdown gets neither', async () => {
  const client = await ProtocolClient.inProcess();
  const text = log(record({ eventName: 'CreateAlias', requestParameters: {} }));
  const uri = await client.open(text);
  const [item] = (await offered(client, uri, text.indexOf('{}') + 1)) ?? [];
  assert.deepEqual(
    [
      item?.textEdit && 'newText' in item.textEdit && item.textEdit.newText,
      item?.insertTextFormat,
      typeof item?.documentation,
    ],
    ['"organizationId": ', undefined, 'string'],
  );
  assert.deepEqual(await offered(client, uri, text.indexOf('[') + 1), []);
  await client.stop();
});

test('a whole event is offered between events, and on an empty line of JSON Lines', async () => {
  const client = await ProtocolClient.inProcess({ capabilities });
  const list = await client.open(log(record()));
  const [inList, ...more] = (await offered(client, list, log(record()).indexOf('[') + 1)) ?? [];
  const textOf = (item: CompletionItem | undefined): string =>
    item?.textEdit && 'newText' in item.textEdit ? item.textEdit.newText : '';
  assert.deepEqual([inList?.label, more], ['WorkMail event', []]);
  assert.ok(textOf(inList).startsWith('{\n\t"eventVersion": "1.11",\n') && textOf(inList).endsWith('}$0,'));
  const lines = `${JSON.stringify(record())}\n${JSON.stringify(record())}\n`;
  const [onLine] = (await offered(client, await client.open(lines, 'file:///lines.jsonl'), lines.length)) ?? [];
  assert.ok(textOf(onLine).startsWith('{"eventVersion":"1.11",') && !textOf(onLine).includes('\n'));
  await client.stop();
});

test('nothing is offered in a view, in what stands in a text, and outside of logs', async () => {
  const client = await ProtocolClient.inProcess({ capabilities });
  const text = log(record({ requestParameters: {} }));
  const place = text.indexOf('{}') + 1;
  const view = await client.open(text, viewUri({ log: 'file:///other.json.gz' }));
  assert.equal(await offered(client, view, place), null);
  const selection = await client.open(text, 'workmail-trail:/selection/all/All.json');
  assert.equal(await offered(client, selection, place), null);
  const other = await client.open('{ "requestParameters": {} }', 'file:///other.json');
  assert.equal(await offered(client, other, 24), null);
  const inText = JSON.stringify({ message: JSON.stringify(record({ requestParameters: {} })) });
  const wrapped = await client.open(inText, 'file:///wrapped.json');
  assert.deepEqual(await offered(client, wrapped, inText.indexOf('{}') + 1), []);
  await client.stop();
});
