import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  CodeActionTriggerKind,
} from 'vscode-languageserver-protocol/node';
import { RedactRequest } from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

test('a log is redacted as a copy, and its key goes on in the next one', async () => {
  const client = await ProtocolClient.inProcess();
  const first = await client.connection.sendRequest(RedactRequest, { uri: await client.open(log(record())) });
  assert.ok(first !== null && 'text' in first);
  const expected = record({
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAREDACTEDAAAAAAAAB',
      arn: 'arn:aws:iam::999900000001:user/name0001',
      accountId: '999900000001',
      accessKeyId: 'AKIAREDACTEDAAAAAAAC',
      userName: 'name0001',
    },
    sourceIPAddress: '192.0.2.1',
    requestParameters: { organizationId: `m-${'0'.repeat(31)}1` },
    requestID: '00000000-0000-4000-8000-000000000001',
    eventID: '00000000-0000-4000-8000-000000000002',
    recipientAccountId: '999900000001',
  });
  assert.deepEqual(JSON.parse(first.text), { Records: [expected] });
  assert.deepEqual([first.replaced, first.byForm, first.remaining, first.notSearched], [11, 0, [], 0]);
  const uri = await client.open(log(record({ sourceIPAddress: '203.0.113.9' })));
  const second = await client.connection.sendRequest(RedactRequest, { uri, key: first.key });
  assert.ok(second !== null && 'text' in second);
  assert.deepEqual(JSON.parse(second.text), { Records: [{ ...expected, sourceIPAddress: '192.0.2.2' }] });
  await client.stop();
});

test('what is no log, and a key that is none, have no copy', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(record()));
  assert.deepEqual(await client.connection.sendRequest(RedactRequest, { uri, key: '{}' }), {
    refused: 'It is no key file of redacted copies.',
  });
  assert.equal(await client.connection.sendRequest(RedactRequest, { uri: 'file:///closed.json' }), null);
  await client.stop();
});

test('a value and a record are redacted where they stand, by who asks for it', async () => {
  const client = await ProtocolClient.inProcess();
  const text = log(record(), record({ eventID: '00000000-0000-4000-8000-00000000000a' }));
  const uri = await client.open(text);
  const offered = async (needle: string, context: CodeActionContext): Promise<CodeAction[]> => {
    const character = text.indexOf(needle);
    const place = { line: 0, character };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: place, end: place },
      context,
    });
    return (actions ?? []).filter((each) => CodeAction.is(each));
  };
  const asked = { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked };
  const titles = async (needle: string, context: CodeActionContext): Promise<readonly string[]> =>
    (await offered(needle, context)).map(({ title }) => title);
  assert.deepEqual(await titles('AKIA', asked), ['Redact this value', 'Redact this record']);
  assert.deepEqual(await titles('ListUsers', asked), ['Redact this record']);
  assert.deepEqual(await titles('AKIA', { diagnostics: [] }), []);
  assert.deepEqual(await titles('AKIA', { diagnostics: [], only: ['refactor'] }), [
    'Redact this value',
    'Redact this record',
  ]);
  assert.deepEqual(await titles('AKIA', { diagnostics: [], only: ['quickfix'] }), []);
  const [value, whole] = await offered('AKIA', asked);
  const edits = ({ edit }: CodeAction = { title: '' }) =>
    (edit?.documentChanges ?? []).flatMap((each) => ('edits' in each ? each.edits : []));
  assert.deepEqual(
    edits(value).map((each) => ('newText' in each ? each.newText : '')),
    ['AKIAREDACTEDAAAAAAAB'],
  );
  const inValue = edits(value)[0];
  // The record says the same of the key.
  assert.ok(edits(whole).some((each) => JSON.stringify(each) === JSON.stringify(inValue)));
  await client.stop();
});
