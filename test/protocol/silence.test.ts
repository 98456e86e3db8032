import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodeActionRequest, DocumentSymbolRequest } from 'vscode-languageserver-protocol/node';
import { EventAtRequest, EventDetailsRequest, RepairRequest } from '../../server/src/wire/protocol';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import { example, log, record } from './records';

/** Files that are no logs, whole and broken, some of them close to one. */
const ordinary: readonly string[] = [
  '',
  ' ',
  '{',
  'eventName',
  '{ "name": "a", "version": "1.0.0", "dependencies": { "left": "^1.0.0", } }',
  '{ "name": "a" "version": "1" }',
  '{ "$schema": "https://json-schema.org/draft-07/schema#", "properties": { "eventVersion": {}, "eventName": {} } }',
  '{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-west-1","eventName":"ObjectCreated:Put"}]}',
  '[1, 2,, 3]',
  '\0\0\0',
  '\ud800',
];
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

test('a file that is no log is never spoken of', async () => {
  const client = await ProtocolClient.inProcess();
  for (const [number, text] of ordinary.entries()) {
    const uri = await client.open(text, `file:///ordinary/${number}.json`);
    const textDocument = { uri };
    const position = range.start;
    const actions = { textDocument, range, context: { diagnostics: [] } };
    assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] }, text);
    assert.equal(await client.hover(uri, position), null, text);
    assert.deepEqual(await client.connection.sendRequest(CodeActionRequest.type, actions), [], text);
    assert.deepEqual(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), [], text);
    assert.equal(await client.connection.sendRequest(RepairRequest, { uri }), null, text);
    assert.equal(await client.connection.sendRequest(EventDetailsRequest, { uri, index: 0 }), null, text);
    assert.equal(
      await client.connection.sendRequest(EventAtRequest, { uri, position, services: 'all' as const }),
      null,
      text,
    );
  }
  assert.deepEqual(await client.groups('all'), { revision: 0, logs: [], groups: [], total: 0, others: 0, places: [] });
  await client.close('file:///ordinary/1.json');
  assert.deepEqual(await client.groups('all'), { revision: 0, logs: [], groups: [], total: 0, others: 0, places: [] });
  assert.deepEqual([client.published, client.revisions, client.logged], [[], [], []]);
  await client.stop();
});

test('not even an empty list of problems is sent for it', async () => {
  const client = await ProtocolClient.inProcess({ capabilities: {} });
  for (const [number, text] of ordinary.entries()) await client.open(text, `file:///ordinary/${number}.json`);
  const uri = await client.open(example('3-GetRawMessageContent'));
  await client.until(() => client.published.length > 0);
  // Whatever was opened before was read before.
  assert.deepEqual(client.published, [{ uri, diagnostics: [] }]);
  await client.stop();
});

test('an edit can make a log of it, and take that back', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open('', 'untitled:Untitled-1', 'plaintext');
  const text = example('1-CreateUser');
  await client.edit(uri, { start: 0, end: 0, text });
  assert.equal((await client.diagnostics(uri)).length, 1);
  assert.equal((await client.groups()).logs.length, 1);
  await client.edit(uri, { start: 0, end: text.length, text: '{ "name": "a" "version": "1" }' });
  assert.deepEqual(await client.diagnostics(uri), []);
  assert.deepEqual(await client.groups(), { revision: 2, logs: [], groups: [], total: 0, others: 0, places: [] });
  await client.until(() => client.revisions.includes(2));
  assert.deepEqual(client.revisions, [1, 2]);
  await client.stop();
});

test('a document of our own is explained, but neither judged nor counted', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(
    JSON.stringify([record({ eventTime: 'yesterday' })], undefined, 2),
    'workmail-trail:/selection/all/All.json?%7B%7D',
  );
  assert.deepEqual(await client.diagnostics(uri), []);
  const hover = await client.hover(uri, client.positionOf(uri, 'ListUsers'));
  assert.ok(hover !== null);
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  assert.deepEqual(
    symbols?.map(({ name }) => name),
    ['yesterday  malformed: ListUsers by alice → m-0123456789abcdef0123456789abcdef'],
  );
  assert.deepEqual(await client.groups('all'), { revision: 0, logs: [], groups: [], total: 0, others: 0, places: [] });
  assert.deepEqual(client.revisions, []);
  await client.stop();
});

test('a file that can not be analysed says so, and takes no other with it', async () => {
  const poison = log(record({ userAgent: 'poison' }));
  const { analyze } = await import('../../server/src/core');
  const client = await ProtocolClient.inProcess({
    capabilities: likeVSCode,
    *analyze(text) {
      if (text.includes('poison')) throw new Error('A mistake.');
      return yield* analyze(text);
    },
  });
  const poisoned = await client.open(poison, 'file:///poison.json');
  const ordinary = await client.open('{ "poison": 1 }', 'file:///poison-but-no-log.json');
  const whole = await client.open(example('1-CreateUser'));
  assert.deepEqual(await client.diagnostics(poisoned), [
    {
      range,
      severity: 3,
      source: 'WorkMail Trail',
      message: 'This log could not be analysed, because of a mistake in WorkMail Trail; other logs are not affected.',
    },
  ]);
  assert.deepEqual(await client.diagnostics(ordinary), []);
  assert.equal((await client.diagnostics(whole)).length, 1);
  assert.deepEqual(
    (await client.groups()).logs.map(({ uri, status }) => [uri, status]),
    [
      [poisoned, 'This log could not be analysed.'],
      [whole, 'Single CloudTrail record: 1 malformed.'],
    ],
  );
  assert.match(client.logged[0] ?? '', /^file:\/\/\/poison\.json could not be analysed\. Error: A mistake\./);
  await client.edit(poisoned, { start: poison.indexOf('poison'), end: poison.indexOf('poison') + 6, text: 'cured' });
  assert.deepEqual(await client.diagnostics(poisoned), []);
  await client.stop();
});
