import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DocumentSymbolRequest, FoldingRangeRequest, SelectionRangeRequest } from 'vscode-languageserver-protocol/node';
import { EventPageRequest } from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';
import { example, log, otherRecord, record } from './records';

/** Everything the server says of a document, but for counters that grow. */
async function allAbout(client: ProtocolClient, uri: string): Promise<unknown> {
  const { groups, logs, others } = await client.groups('all');
  const pages = [];
  for (const { key } of groups) {
    const question = { path: [key], services: 'all' as const, offset: 0, limit: 1000 };
    pages.push((await client.connection.sendRequest(EventPageRequest, question)).events);
  }
  const positions = [9, 400, 2000].map((offset) => client.document(uri).positionAt(offset));
  const textDocument = { uri };
  return {
    problems: await client.diagnostics(uri),
    folds: await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
    grown: await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions }),
    symbols: await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }),
    groups,
    logs,
    others,
    pages,
  };
}

/** What a server says that sees the text for the first time. */
async function allAboutText(text: string): Promise<unknown> {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(text);
  const all = await allAbout(client, uri);
  await client.stop();
  return all;
}

const texts = [
  example('1-CreateUser'),
  log(record(), otherRecord(), record({ eventName: 'CreateUser', readOnly: false })),
  [record(), record({ errorCode: 'AccessDenied', eventTime: '2026-03-01T08:00:00Z' })]
    .map((each) => JSON.stringify(each, undefined, 2))
    .join('\r\n'),
];

const pieces = fc.constantFrom(
  '',
  '{',
  '}',
  ']',
  ',',
  '"',
  ':',
  '\n',
  '\r\n',
  '"eventName"',
  'é',
  '😀',
  '\0',
  'null',
  '{"eventVersion":',
);
const damage = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(40), text: pieces });

test('after any edits a document is what it is when it is opened so, and undone it is as before', async () => {
  for (const text of texts) {
    const client = await ProtocolClient.inProcess();
    const uri = await client.open(text);
    const before = await allAbout(client, uri);
    assert.deepEqual(before, await allAboutText(text));
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 5 }), async (damages) => {
        const undo: { start: number; end: number; text: string }[] = [];
        for (const { at, length, text: put } of damages) {
          const now = client.document(uri).getText();
          const start = Math.floor(at * now.length);
          const end = Math.min(now.length, start + length);
          // A position can't be inside a line break or a surrogate pair, and an editor never sends one.
          if (/^\n|^[\udc00-\udfff]/.test(now.slice(start)) || /^\n|^[\udc00-\udfff]/.test(now.slice(end))) continue;
          undo.unshift({ start, end: start + put.length, text: now.slice(start, end) });
          await client.edit(uri, { start, end, text: put });
        }
        assert.deepEqual(await allAbout(client, uri), await allAboutText(client.document(uri).getText()));
        for (const edit of undo) await client.edit(uri, edit);
        assert.equal(client.document(uri).getText(), text);
        assert.deepEqual(await allAbout(client, uri), before);
      }),
      { numRuns: 40, seed: 1 },
    );
    await client.stop();
  }
});

test('the reading of a text that has changed since, or was closed, is called off', async () => {
  const { analyze } = await import('../../server/src/core');
  let steps = 0;
  const client = await ProtocolClient.inProcess({
    *analyze(text) {
      const [first] = analyze(text);
      while (first !== undefined && text.includes('endless')) {
        steps++;
        yield first;
      }
      return yield* analyze(text);
    },
  });
  const text = log(record({ userAgent: 'endless' }));
  const uri = await client.open(text);
  const start = text.indexOf('endless');
  await client.edit(uri, { start, end: start + 7, text: 'brief' });
  assert.deepEqual(await client.diagnostics(uri), []);
  await client.open(text, 'file:///endless.json');
  await client.close('file:///endless.json');
  assert.equal((await client.groups()).logs.length, 1);
  const before = steps;
  assert.deepEqual(await client.diagnostics(uri), []);
  assert.equal(steps, before);
  await client.stop();
});

test('a closed document is unknown, and open again it is new', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(example('1-CreateUser'));
  const first = await client.pull(uri);
  assert.equal(first.kind, 'full');
  assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
  await client.close(uri);
  assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'full', items: [] });
  assert.deepEqual(await client.groups(), { revision: 2, logs: [], groups: [], total: 0, others: 0, places: [] });
  await client.open(example('3-GetRawMessageContent'), uri);
  const again = await client.pull(uri, first.resultId);
  assert.deepEqual([again.kind, again.kind === 'full' && again.items], ['full', []]);
  await client.stop();
});
