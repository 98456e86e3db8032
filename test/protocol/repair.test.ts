import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CodeActionKind, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { RepairRequest } from '../../server/src/wire/protocol';
import { likeVSCode, ProtocolClient } from '../support/protocolClient';
import { example, log, otherRecord, record } from './records';

/** A whole log of three records on many lines, to be damaged. */
const groups = record({ eventName: 'ListGroups', eventID: 'f1f6d0c0-0000-4000-8000-000000000003' });
const whole = JSON.stringify({ Records: [record(), otherRecord(), groups] }, undefined, 2);

const damages: readonly (readonly [what: string, damage: (text: string) => string])[] = [
  ['a comma', (text) => text.replace(',\n      "eventTime"', '\n      "eventTime"')],
  ['a colon', (text) => text.replace('"eventTime": ', '"eventTime" ')],
  ['a closing quote', (text) => text.replace('"eu-west-1",', '"eu-west-1,')],
  ['an opening quote', (text) => text.replace('"eu-west-1",', 'eu-west-1",')],
  ['a comma too many', (text) => text.replace('"Management"\n', '"Management",\n')],
  ['a comma between records', (text) => text.replace('},\n    {', '}\n    {')],
  ['a comma after the last record', (text) => text.replace('}\n  ]', '},\n  ]')],
  [
    'curly quotes',
    (text) => text.replace(/\{\s+"eventVersion".*?Management"\s+\}/s, (one) => one.replace(/"([^"]*)"/g, '“$1”')),
  ],
  ['a comment', (text) => text.replace('"awsRegion"', '/* here */ "awsRegion"')],
  ['another literal', (text) => text.replace('"responseElements": null', '"responseElements": None')],
  ['a line break in a text', (text) => text.replace('aws-cli/2', 'aws-\ncli/2')],
];

test('after its fix a problem is gone, whatever was damaged', async () => {
  const client = await ProtocolClient.inProcess();
  for (const [what, damage] of damages) {
    const damaged = damage(whole);
    assert.notEqual(damaged, whole, what);
    const uri = await client.open(damaged);
    const [problem, ...more] = await client.diagnostics(uri);
    assert.ok(problem !== undefined && more.length === 0, `${what}: one problem, not ${more.length + 1}`);
    const [fix] = await client.codeActions(uri, problem.range, [problem]);
    assert.deepEqual([fix?.isPreferred, fix?.diagnostics], [true, [problem]], what);
    await client.apply(fix?.edit);
    assert.deepEqual(await client.diagnostics(uri), [], what);
    JSON.parse(client.document(uri).getText());
    await client.close(uri);
  }
  await client.stop();
});

test('after its fix a problem is gone, whatever single character was damaged', async () => {
  const client = await ProtocolClient.inProcess();
  const one = JSON.stringify(JSON.parse(whole));
  const character = fc.constantFrom('', '', '{', '}', '[', ']', ',', ':', '"', "'", '\\', '\n', 'x', '7');
  await fc.assert(
    fc.asyncProperty(fc.nat(one.length - 1), character, fc.nat(1), async (at, put, taken) => {
      const damaged = one.slice(0, at) + put + one.slice(at + taken);
      const uri = await client.open(damaged);
      for (const problem of await client.diagnostics(uri)) {
        const fix = (await client.codeActions(uri, problem.range)).find(({ title }) => !title.startsWith('Repair'));
        if (fix === undefined) continue;
        await client.apply(fix.edit);
        const left = (await client.diagnostics(uri)).map(({ code, message }) => `${code} ${message}`);
        assert.ok(!left.includes(`${problem.code} ${problem.message}`), `${damaged.slice(at - 20, at + 20)}: ${left}`);
        break;
      }
      await client.close(uri);
    }),
    { seed: 1, numRuns: 1000 },
  );
  await client.stop();
});

test('a copy has all repairs at once', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(damages.map(([, damage]) => damage(whole)).join('\n'));
  const problems = await client.diagnostics(uri);
  assert.equal(problems.length, damages.length);
  const result = await client.connection.sendRequest(RepairRequest, { uri });
  assert.deepEqual([result?.repaired, result?.left], [damages.length, []]);
  const repaired = await client.open(result?.text ?? '', 'untitled:Untitled-1');
  assert.deepEqual(await client.diagnostics(repaired), []);
  await client.stop();
});

test('what can not be repaired without inventing facts is left, and said with its line', async () => {
  const client = await ProtocolClient.inProcess();
  const damaged = whole
    .replace('"eventTime": "2026-03-01T09:30:00Z",', '"eventTime": ,')
    .replace(',\n      "awsRegion"', '\n      "awsRegion"');
  const uri = await client.open(damaged);
  const result = await client.connection.sendRequest(RepairRequest, { uri });
  assert.deepEqual(
    [result?.repaired, result?.left],
    [1, ['Line 13: The value of "eventTime" is missing; put it back.']],
  );
  assert.deepEqual(JSON.parse(result?.text.replace('"eventTime": ,', '"eventTime": null,') ?? ''), {
    Records: [record({ eventTime: null }), ...JSON.parse(whole).Records.slice(1)],
  });
  const good = await client.open(log(record()), 'file:///good.json');
  assert.deepEqual(await client.connection.sendRequest(RepairRequest, { uri: good }), {
    text: log(record()),
    repaired: 0,
    left: [],
  });
  await client.stop();
});

test('several problems of a record are fixed one by one or together', async () => {
  const client = await ProtocolClient.inProcess();
  const text = example('1-CreateUser').replace('"eventTime": ', '"eventTime" ');
  const uri = await client.open(text);
  const problems = await client.diagnostics(uri);
  assert.equal(problems.length, 2);
  const [first] = problems;
  assert.ok(first !== undefined);
  const actions = await client.codeActions(uri, first.range, problems);
  assert.deepEqual(
    actions.map(({ title, diagnostics }) => [title, diagnostics]),
    [
      ['Insert the missing comma', [first]],
      ['Fix all in this record', undefined],
      ['Repair a copy of this log', undefined],
    ],
  );
  await client.apply(actions[1]?.edit);
  assert.deepEqual(await client.diagnostics(uri), []);
  await client.stop();
});

test("a fix is offered where VS Code's own JSON support stumbles, behind the cause", async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(whole.replace('"eventTime": ', '"eventTime" '));
  const start = client.positionOf(uri, '"eu-west-1"');
  const range = { start, end: { line: start.line, character: start.character + 11 } };
  const jsonProblem = { range, severity: 1, code: 514, source: 'json', message: 'Expected comma' } as const;
  const titles = async (...diagnostics: readonly Diagnostic[]): Promise<unknown> =>
    (await client.codeActions(uri, range, diagnostics)).map((action) => [action.title, action.diagnostics]);
  assert.deepEqual(await titles(jsonProblem), [
    ['Insert the missing colon', [jsonProblem]],
    ['Repair a copy of this log', undefined],
  ]);
  assert.deepEqual(await titles({ ...jsonProblem, source: 'another' }), []);
  await client.stop();
});

test('only what is asked for is offered', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(example('1-CreateUser'));
  const [problem] = await client.diagnostics(uri);
  assert.ok(problem !== undefined);
  const offered = async (...only: string[]): Promise<number> =>
    (await client.codeActions(uri, problem.range, [problem], only)).length;
  assert.equal(await offered(CodeActionKind.QuickFix), 2);
  // The value and its record can be redacted.
  assert.equal(await offered(CodeActionKind.Empty), 4);
  assert.equal(await offered(CodeActionKind.Refactor, CodeActionKind.Source), 2);
  assert.equal(await offered(CodeActionKind.RefactorExtract, CodeActionKind.Source), 0);
  const start = { line: 0, character: 0 };
  assert.deepEqual(await client.codeActions(uri, { start, end: start }), []);
  await client.stop();
});

test('edits have no version where the client does not know them', async () => {
  const capabilities = { ...likeVSCode, workspace: {} };
  const client = await ProtocolClient.inProcess({ capabilities });
  const uri = await client.open(example('1-CreateUser'));
  const [problem] = await client.diagnostics(uri);
  assert.ok(problem !== undefined);
  const [fix] = await client.codeActions(uri, problem.range);
  assert.deepEqual(Object.keys(fix?.edit ?? {}), ['changes']);
  await client.apply(fix?.edit);
  assert.deepEqual(await client.diagnostics(uri), []);
  await client.stop();
});

test('a secret in clear can be redacted, by itself and by nobody else', async () => {
  const client = await ProtocolClient.inProcess();
  const reset = (password: string): string =>
    log(record({ eventName: 'ResetPassword', readOnly: false, requestParameters: { ...parameters, password } }));
  const parameters = {
    organizationId: 'm-0123456789abcdef0123456789abcdef',
    userId: 'S-1-1-12-3456789012-345678901-2345678901-2345',
  };
  const uri = await client.open(reset('Sommer-2026!'));
  const [problem, ...more] = await client.diagnostics(uri);
  assert.deepEqual([problem?.code, problem?.severity, more], ['WT309', 2, []]);
  assert.ok(problem !== undefined);
  const actions = await client.codeActions(uri, problem.range, [problem]);
  assert.deepEqual(
    actions.map(({ title, isPreferred, diagnostics }) => [title, isPreferred, diagnostics]),
    [['Redact this value', undefined, [problem]]],
  );
  const copy = await client.connection.sendRequest(RepairRequest, { uri });
  assert.deepEqual([copy?.text, copy?.repaired], [reset('Sommer-2026!'), 0]);
  await client.apply(actions[0]?.edit);
  assert.equal(client.document(uri).getText(), reset('HIDDEN_DUE_TO_SECURITY_REASONS'));
  assert.deepEqual(await client.diagnostics(uri), []);
  await client.stop();
});
