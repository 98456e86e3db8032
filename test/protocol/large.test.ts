import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import {
  EventGroupsRequest,
  EventPageRequest,
  SummarizeProgress,
  SummarizeRequest,
} from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

/** 24 MB on one line, as CloudTrail never delivers it but Athena and jq do. */
function large(): string {
  const size = JSON.stringify(record()).length + 1;
  const count = Math.ceil((24 * 1024 * 1024) / size);
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = (number: number): string => `2026-03-01T${two(number % 24)}:${two((number >> 3) % 60)}:00Z`;
  return log(
    ...Array.from({ length: count }, (_, number) =>
      record({ eventTime: time(number), eventID: `id-${number}`, ...(number === 7 && { awsRegion: 7 }) }),
    ),
  );
}

const text = large();

test('a question about a large log can be called off, and the next one is answered', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(text);
  const source = new CancellationTokenSource();
  const asked = performance.now();
  const answers = [
    client.pull(uri, undefined, source.token),
    client.connection.sendRequest(EventGroupsRequest, { services: 'workmail' as const }, source.token),
    client.connection.sendRequest(SummarizeRequest, { uris: [uri], labels: ['Large'] }, source.token),
  ];
  source.cancel();
  for (const answer of answers) {
    await assert.rejects(answer, (error) => {
      assert.ok(error instanceof ResponseError);
      assert.equal(error.code, LSPErrorCodes.RequestCancelled);
      return true;
    });
  }
  const calledOff = performance.now() - asked;
  const [problem, ...more] = await client.diagnostics(uri);
  const answered = performance.now() - asked;
  assert.deepEqual([problem?.message, more], ['awsRegion must be a text, not a number.', []]);
  // Of all there is to read, only a slice or two passed before the questions were called off.
  assert.ok(calledOff < answered / 2, `called off after ${calledOff} ms, answered after ${answered} ms`);
  await client.stop();
});

test('another log is answered for while a large one is read', async () => {
  const client = await ProtocolClient.inProcess();
  const large = await client.open(text, 'file:///large.json');
  const order: string[] = [];
  const reading = client.diagnostics(large).then(() => order.push('large'));
  const small = await client.open(log(record()), 'file:///small.json');
  await client.diagnostics(small).then(() => order.push('small'));
  await reading;
  assert.deepEqual(order, ['small', 'large']);
  await client.stop();
});

test('the events of a large log have their places, also far to the right', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(text);
  const [group] = (await client.groups()).groups;
  assert.ok(group !== undefined);
  const offset = group.count - 10;
  const question = { path: [group.key], services: 'workmail' as const, offset, limit: 1000 };
  const { events, total } = await client.connection.sendRequest(EventPageRequest, question);
  assert.deepEqual([events.length, total], [10, group.count]);
  for (const { range, eventTime, index } of events) {
    const { eventTime: written, eventID } = JSON.parse(client.document(uri).getText(range ?? undefined));
    assert.deepEqual([written, eventID], [eventTime, `id-${index}`]);
  }
  const start = text.lastIndexOf('"eu-west-1"');
  await client.edit(uri, { start, end: start + '"eu-west-1"'.length, text: '8' });
  assert.equal((await client.diagnostics(uri)).length, 2);
  await client.stop();
});

test('a long summary tells how far it is', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(text);
  const heard: number[] = [];
  const workDoneToken = 'a token';
  client.connection.onProgress(SummarizeProgress, workDoneToken, ({ percentage }) => {
    heard.push(percentage);
  });
  const { markdown, events } = await client.connection.sendRequest(SummarizeRequest, {
    uris: [uri],
    labels: ['Large log'],
    workDoneToken,
  });
  assert.ok(markdown.includes('Large log'));
  assert.equal(events, (await client.groups()).groups[0]?.count);
  assert.deepEqual([heard[0], heard.at(-1)], [0, 100]);
  assert.deepEqual(
    heard,
    [...new Set(heard)].sort((a, b) => a - b),
  );
  await client.stop();
});
