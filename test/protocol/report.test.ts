import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SelectEventsRequest, SummarizeRequest } from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const failed = record({ eventID: 'failed', errorCode: 'AccessDenied', eventTime: '2026-03-01T08:00:00Z' });
const logs = [
  ['file:///one.json', log(record({ eventID: 'one' }), otherRecord(), failed)],
  [
    'file:///two.json',
    JSON.stringify(record({ eventID: 'two', eventName: 'CreateUser', readOnly: false }), undefined, 2),
  ],
] as const;

/** The eventIDs of a sound log, one event or a list of them. */
function eventsOfJsonLog(text: string): readonly unknown[] {
  const read = JSON.parse(text);
  return [read.Records ?? read].flat().map(({ eventID }: { eventID: string }) => eventID);
}

async function opened(): Promise<ProtocolClient> {
  const client = await ProtocolClient.inProcess();
  for (const [uri, text] of logs) await client.open(text, uri);
  return client;
}

test('the report names the logs, and every link of an event leads to its characters', async () => {
  const client = await opened();
  const question = { uris: logs.map(([uri]) => uri), labels: ['One log', 'Two log'] };
  const { markdown, events } = await client.connection.sendRequest(SummarizeRequest, question);
  assert.equal(events, 3);
  for (const word of ['One log', 'Two log', 'CreateUser', 'ListUsers', 'AccessDenied']) {
    assert.ok(markdown.includes(word), word);
  }
  const links = [...markdown.matchAll(/\(event\/(\d)\/L(\d+),(\d+)-L(\d+),(\d+)\.trail-event\)/g)];
  assert.notEqual(links.length, 0);
  for (const link of links) {
    const [position = 0, line = 0, character = 0, endLine = 0, endCharacter = 0] = link.slice(1).map(Number);
    const start = { line: line - 1, character: character - 1 };
    const end = { line: endLine - 1, character: endCharacter - 1 };
    const text = client.document(logs[position]?.[0] ?? '').getText({ start, end });
    assert.equal(typeof JSON.parse(text).eventID, 'string', link[0]);
  }
  const again = await client.connection.sendRequest(SummarizeRequest, question);
  assert.equal(again.markdown, markdown);
  await client.stop();
});

test('a log that is not open is part of the report as such', async () => {
  const client = await opened();
  const question = { uris: ['file:///one.json', 'file:///gone.json'], labels: ['One log'] };
  const { markdown, events } = await client.connection.sendRequest(SummarizeRequest, question);
  assert.equal(events, 2);
  assert.ok(markdown.includes('gone.json') && markdown.includes('not open as a CloudTrail log'), markdown);
  await client.stop();
});

test('a selection is the events in the order they happened', async () => {
  const client = await opened();
  const uris = [...logs.map(([uri]) => uri), 'file:///gone.json'];
  const select = async (filter: object): Promise<unknown> => {
    const { text, events, missing } = await client.connection.sendRequest(SelectEventsRequest, { uris, filter });
    assert.deepEqual(missing, ['file:///gone.json']);
    const selected = JSON.parse(text);
    assert.equal(selected.length, events);
    return selected.map(({ eventID }: { eventID: string }) => eventID);
  };
  assert.deepEqual(await select({ service: 'workmail' }), ['failed', 'one', 'two']);
  assert.deepEqual(await select({ outcome: 'failed' }), ['failed']);
  assert.deepEqual(await select({ action: 'CreateUser' }), ['two']);
  assert.deepEqual(await select({ action: 'Nothing' }), []);
  assert.deepEqual(await select({ from: Date.parse('2026-03-01T09:00:00Z'), service: 'workmail' }), ['one', 'two']);
  await client.stop();
});

test('a selection tells where each of its events comes from, and where it stands', async () => {
  const client = await opened();
  const uris = logs.map(([uri]) => uri);
  const { text, origins } = await client.connection.sendRequest(SelectEventsRequest, { uris, filter: {} });
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (line === '  {' ? [at] : []));
  assert.deepEqual(
    origins.map(({ line }) => line),
    starts,
  );
  for (const { uri, index, line } of origins) {
    const [, written = ''] = logs.find(([each]) => each === uri) ?? [];
    const shown = lines.slice(line + 1).find((each) => each.startsWith('    "eventID"')) ?? '';
    assert.equal(JSON.parse(`{${shown.replace(/,$/, '')}}`).eventID, eventsOfJsonLog(written)[index]);
  }
  await client.stop();
});

test('a selected event is what is written, one member a line', async () => {
  const client = await ProtocolClient.inProcess();
  const text =
    '{"eventVersion":"1.08","eventSource":"workmail.amazonaws.com","awsRegion":"eu","userIdentity":{},' +
    '"eventName":"ListUsers","requestParameters":{"big":12345678901234567890,"a":[],"b":[ 1,{ } ],"c\\"{":"x,[\\\\"}}';
  const uri = await client.open(text);
  const selected = await client.connection.sendRequest(SelectEventsRequest, { uris: [uri], filter: {} });
  assert.equal(
    selected.text,
    [
      '[',
      '  {',
      '    "eventVersion": "1.08",',
      '    "eventSource": "workmail.amazonaws.com",',
      '    "awsRegion": "eu",',
      '    "userIdentity": {},',
      '    "eventName": "ListUsers",',
      '    "requestParameters": {',
      '      "big": 12345678901234567890,',
      '      "a": [],',
      '      "b": [',
      '        1,',
      '        {}',
      '      ],',
      '      "c\\"{": "x,[\\\\"',
      '    }',
      '  }',
      ']',
      '',
    ].join('\n'),
  );
  await client.stop();
});

test('of a damaged event, the selection holds what could be read', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(record({ eventID: 'damaged' }), record()).replace('"eventTime":', '"eventTime"'));
  const selected = await client.connection.sendRequest(SelectEventsRequest, {
    uris: [uri],
    filter: { malformed: true },
  });
  assert.deepEqual(JSON.parse(selected.text), [record({ eventID: 'damaged' })]);
  await client.stop();
});
