import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LogForm, LogFormRequest, viewUri } from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

function formOf(client: ProtocolClient, uri: string): Promise<LogForm | null> {
  return client.connection.sendRequest(LogFormRequest, { uri });
}

test('how a log is read is told of the log, of its views, and of nothing else', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(record(), otherRecord()), 'file:///log.json');
  const told = {
    uri,
    container: 'records',
    status: 'CloudTrail log file, 2 records: 1 of WorkMail, 1 of other services.',
    workmail: 1,
    malformed: 0,
    other: 1,
    form: 'CloudTrail log file',
    eventVersion: '1.08',
    records: 2,
    ofWorkMail: 1,
    notes: [],
  };
  assert.deepEqual(await formOf(client, uri), told);
  assert.deepEqual(await formOf(client, viewUri({ log: uri })), told);
  const other = await client.open('{ "no": "log" }', 'file:///other.json');
  assert.equal(await formOf(client, other), null);
  assert.equal(await formOf(client, 'file:///not-open.json'), null);
  await client.stop();
});

test('what lies over a log is told, and what was not read is a loss', async () => {
  const client = await ProtocolClient.inProcess();
  const lines = JSON.stringify({ Records: [record(), record()] }, undefined, 2).split('\n');
  const numbered = lines.map((line, at) => `${at + 1}: ${line}`).join('\n');
  const layered = await formOf(client, await client.open(numbered, 'file:///numbered.txt'));
  assert.deepEqual(layered?.notes, [
    {
      message: 'Each line begins with its number, as `cat -n` prints it; the numbers were left out in reading.',
      isLoss: false,
    },
  ]);

  const text = log(record(), record());
  const cut = await formOf(client, await client.open(text.slice(0, -40), 'file:///cut.json'));
  assert.equal(cut?.ofWorkMail, 2);
  assert.deepEqual(
    cut?.notes.map(({ isLoss }) => isLoss),
    [true],
  );
  await client.stop();
});
