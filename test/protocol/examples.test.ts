import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, Range } from 'vscode-languageserver-protocol/node';
import { DocumentSymbolRequest } from 'vscode-languageserver-protocol/node';
import { ProtocolClient } from '../support/protocolClient';
import { example } from './records';

const RULE = 'https://github.com/workmail-trail/workmail-trail/blob/main/docs/rules.md#wt101-missing-comma';

test('the first two examples of AWS lack one comma each; with the fix nothing is wrong', async () => {
  for (const [name, key] of [
    ['1-CreateUser', '"userName"'],
    ['2-CreateAlias', '"entityId"'],
  ] as const) {
    const client = await ProtocolClient.inProcess();
    const uri = await client.open(example(name));
    const range = rangeOf(client, uri, key);
    const problem: Diagnostic = {
      range,
      severity: 1,
      code: 'WT101',
      codeDescription: { href: RULE },
      source: 'WorkMail Trail',
      message: `Missing comma before ${key}.`,
    };
    assert.deepEqual(await client.diagnostics(uri), [problem]);

    const jsonProblem = { range, severity: 1, code: 514, source: 'json', message: 'Expected comma' } as const;
    const actions = await client.codeActions(uri, range, [problem, jsonProblem]);
    assert.deepEqual(
      actions.map(({ edit: _, ...action }) => action),
      [
        {
          title: 'Insert the missing comma',
          kind: 'quickfix',
          diagnostics: [problem, jsonProblem],
          isPreferred: true,
        },
        {
          title: 'Repair a copy of this log',
          kind: 'quickfix',
          command: { title: 'Repair a copy of this log', command: 'workmailTrail.repairCopy', arguments: [uri] },
        },
      ],
    );
    await client.apply(actions[0]?.edit);
    assert.deepEqual(await client.diagnostics(uri), []);
    const evenly = (text: string): string => text.replaceAll(/\s*,\s*/g, ', ');
    assert.equal(evenly(client.document(uri).getText()), evenly(example(name).replace(`" ${key}`, `", ${key}`)));
    await client.stop();
  }
});

test('nothing is wrong with the third', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(example('3-GetRawMessageContent'));
  assert.deepEqual(await client.diagnostics(uri), []);
  await client.stop();
});

test('all three pasted one after another are three events with two problems', async () => {
  const client = await ProtocolClient.inProcess();
  const texts = [example('1-CreateUser'), example('2-CreateAlias'), example('3-GetRawMessageContent')];
  const uri = await client.open(texts.join('\n'), 'untitled:Untitled-1', 'plaintext');
  const problems = await client.diagnostics(uri);
  assert.deepEqual(
    problems.map(({ range, message }) => [range, message]),
    [
      [rangeOf(client, uri, '"userName"'), 'Missing comma before "userName".'],
      [rangeOf(client, uri, '"entityId"'), 'Missing comma before "entityId".'],
    ],
  );
  const { groups, logs } = await client.groups();
  assert.deepEqual(
    groups.map(({ label, count, malformed }) => [label, count, malformed]),
    [
      ['CreateAlias', 1, 1],
      ['CreateUser', 1, 1],
      ['GetRawMessageContent', 1, 0],
    ],
  );
  assert.deepEqual(
    logs.map(({ container, workmail, malformed, other }) => [container, workmail, malformed, other]),
    [['json-lines', 1, 2, 0]],
  );
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  assert.deepEqual(
    symbols?.map(({ name }) => name),
    [
      '17:49:59  malformed: CreateUser by WMSDK → janedoe (a3a9176d-EXAMPLE)',
      '18:13:44  malformed: CreateAlias by WMSDK → janedoe (a3a9176d-EXAMPLE), aliasjamesdoe@testofconsole.awsapps.com',
      '18:13:44  GetRawMessageContent by WMSDK → 123A4A5A-67B8-90C1-D23E-45FG67H890J1',
    ],
  );
  await client.stop();
});

function rangeOf(client: ProtocolClient, uri: string, text: string): Range {
  const document = client.document(uri);
  // In the example that lacks the comma, that is where the key stands for the first time.
  const start = document.getText().search(new RegExp(`(?<![,{] )${text}`));
  return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
}
