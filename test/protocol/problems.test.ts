import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClientOptions, likeVSCode, ProtocolClient } from '../support/protocolClient';
import { example, log, record } from './records';

const pushed: ClientOptions = {
  capabilities: { textDocument: { publishDiagnostics: { codeDescriptionSupport: true, versionSupport: true } } },
};

test('a client that can ask is not sent problems, and one that can not is', async () => {
  const pulling = await ProtocolClient.inProcess();
  assert.deepEqual(pulling.initialized.capabilities.diagnosticProvider, {
    identifier: 'workmailTrail',
    interFileDependencies: false,
    workspaceDiagnostics: false,
  });
  const pulled = await pulling.diagnostics(await pulling.open(example('1-CreateUser')));
  assert.deepEqual(pulling.published, []);
  await pulling.stop();

  const client = await ProtocolClient.inProcess(pushed);
  assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
  const uri = await client.open(example('1-CreateUser'));
  await client.until(() => client.published.length === 1);
  assert.deepEqual(client.published, [{ uri, version: 1, diagnostics: pulled }]);
  await client.stop();
});

test('sent problems follow the text and go when it is closed', async () => {
  const client = await ProtocolClient.inProcess(pushed);
  const uri = await client.open(example('1-CreateUser'));
  await client.until(() => client.published.length === 1);
  const at = client.document(uri).getText().indexOf(' "userName"');
  await client.edit(uri, { start: at, end: at, text: ',' });
  await client.until(() => client.published.length === 2);
  assert.deepEqual(client.published[1], { uri, version: 2, diagnostics: [] });
  await client.close(uri);
  await client.until(() => client.published.length === 3);
  assert.deepEqual(client.published[2], { uri, diagnostics: [] });
  await client.stop();
});

test('at most the chosen number is shown, the most severe first, and the whole number is said', async () => {
  const missing = { ...record({ eventID: 'f1f6d0c0-0000-4000-8000-000000000003' }) };
  delete missing.eventTime;
  const text = log(...Array.from({ length: 1500 }, () => record({ unheardOf: 1 })), missing);
  const client = await ProtocolClient.inProcess({ settings: () => ({ maxProblems: 3 }) });
  const problems = await client.diagnostics(await client.open(text));
  assert.deepEqual(
    problems.map(({ severity, message }) => [severity, message]),
    [
      [
        3,
        'Showing 2 of 1,501 problems, the most severe first. The setting workmailTrail.maxProblems says how many are shown; workmailTrail.rules can silence a rule.',
      ],
      [4, 'unheardOf is not a known field of the record format.'],
      [1, 'Missing field eventTime; every record has it since version 1.0 of the format.'],
    ],
  );
  await client.stop();

  const usual = await ProtocolClient.inProcess();
  const all = await usual.diagnostics(await usual.open(text));
  assert.equal(all.length, 1000);
  assert.match(String(all[0]?.message), /^Showing 999 of 1,501 problems/);
  await usual.stop();
});

test('a setting changes or silences a rule at once', async () => {
  const at = (uri: string | undefined): unknown => chosen.get(uri ?? '');
  const chosen = new Map<string, unknown>();
  const client = await ProtocolClient.inProcess({ settings: at });
  const uri = await client.open(example('1-CreateUser'));
  const other = await client.open(example('2-CreateAlias'), 'file:///logs/two.json');
  const severities = async (): Promise<unknown> => [
    (await client.diagnostics(uri)).map(({ severity }) => severity),
    (await client.diagnostics(other)).map(({ severity }) => severity),
  ];
  assert.deepEqual(await severities(), [[1], [1]]);
  chosen.set(uri, { rules: { WT101: 'hint' } });
  await client.changeSettings(null);
  await client.until(() => client.refreshes === 1);
  assert.deepEqual(await severities(), [[4], [1]]);
  chosen.set(uri, { rules: { WT101: 'off' } });
  await client.changeSettings(null);
  await client.until(() => client.refreshes === 2);
  assert.deepEqual(await severities(), [[], [1]]);
  assert.deepEqual(client.logged, []);
  await client.stop();
});

test('settings are taken as they are sent where the client can not be asked', async () => {
  const client = await ProtocolClient.inProcess({ ...pushed, initializationOptions: { rules: { WT101: 'warning' } } });
  const uri = await client.open(example('1-CreateUser'));
  const severities = (): unknown =>
    client.published.map(({ diagnostics }) => diagnostics.map(({ severity }) => severity));
  await client.until(() => client.published.length === 1);
  await client.changeSettings({ workmailTrail: { rules: { WT101: 'information' } } });
  await client.until(() => client.published.length === 2);
  assert.deepEqual(severities(), [[2], [3]]);
  assert.deepEqual(
    client.published.map((each) => each.uri),
    [uri, uri],
  );
  await client.stop();
});

test('a setting that makes no sense is ignored and said once', async () => {
  const nonsense = { maxProblems: 'many', rules: { WT101: 'loud', WT999: 'off', WT102: 'off', __proto__: 1 } };
  const client = await ProtocolClient.inProcess({ capabilities: likeVSCode, settings: () => nonsense });
  const uri = await client.open(example('1-CreateUser'));
  const other = await client.open(example('2-CreateAlias'), 'file:///logs/two.json');
  const found = [await client.diagnostics(uri), await client.diagnostics(other)].flat();
  assert.deepEqual(
    found.map(({ severity }) => severity),
    [1, 1],
  );
  assert.deepEqual(client.logged, [
    'The setting workmailTrail.rules says "loud" for WT101; it is ignored, as it must be error, warning, information, hint or off.',
    'The setting workmailTrail.rules names "WT999", which is no rule; it is ignored.',
    'The setting workmailTrail.maxProblems is ignored: it must be a number from 1 to 1000.',
  ]);
  await client.stop();
});

test('text of a log in a message can not reorder it, break its line or be an icon', async () => {
  const text = JSON.stringify(record({ '$(bug)\u202e\n': 1 }));
  const client = await ProtocolClient.inProcess();
  const [problem] = await client.diagnostics(await client.open(text));
  assert.equal(problem?.message, '\\$(bug)\\u202e\\n is not a known field of the record format.');
  await client.stop();
});
