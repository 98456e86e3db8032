import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { InquiriesRequest, type InquiryAnswer, InspectRequest } from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const opened = 'file:///open.json';
const id = (number: number): string => `aaaa000${number}-0000-4000-8000-000000000000`;
const exported = (number: number, entityId: string): Readonly<Record<string, unknown>> =>
  record({
    eventID: id(number),
    eventName: 'StartMailboxExportJob',
    eventTime: `2026-03-01T0${number}:00:00Z`,
    requestParameters: { organizationId: 'm-1', entityId, s3BucketName: 'away' },
    responseElements: { jobId: `j-${number}` },
  });

async function answerTo(client: ProtocolClient, asked: string): Promise<InquiryAnswer | undefined> {
  const { answers } = await client.connection.sendRequest(InquiriesRequest, {});
  return answers.find((answer) => answer.id === asked);
}

/** Where the events of the only finding are. */
function placesIn(answer: InquiryAnswer | undefined): readonly (readonly [string, number, boolean])[] | undefined {
  const [finding] = answer?.findings ?? [];
  return finding?.events.map(({ uri, index, range }) => [uri, index, range !== null]);
}

suite('the questions that are asked of every log', () => {
  test('are answered from open logs and inspected folders together, each event once, with where it is', async () => {
    const files = filesWith({ [`${folder}/a.json`]: log(exported(1, 'one'), exported(2, 'two')) });
    const client = await ProtocolClient.inProcess({ files });
    await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
    await client.open(log(exported(2, 'two'), exported(3, 'three')), opened);
    const answer = await answerTo(client, 'mailbox-exported');
    assert.deepEqual(
      { status: answer?.status, total: answer?.total, count: answer?.findings[0]?.count, places: placesIn(answer) },
      {
        status: 'answered',
        total: 1,
        count: 3,
        places: [
          [`${folder}/a.json`, 0, false],
          [opened, 0, true],
          [opened, 1, true],
        ],
      },
    );
    await client.stop();
  });

  test('come with a sketch by which the same events are known again, wherever they lie', async () => {
    const sketch = async (uri: string, text: string): Promise<readonly number[]> => {
      const client = await ProtocolClient.inProcess();
      await client.open(text, uri);
      const answered = await client.connection.sendRequest(InquiriesRequest, {});
      await client.stop();
      return answered.sketch;
    };
    const here = await sketch(opened, log(exported(1, 'one'), exported(2, 'two')));
    assert.equal(here.length, 2);
    assert.deepEqual(await sketch('file:///elsewhere/copy.json', log(exported(2, 'two'), exported(1, 'one'))), here);
  });

  test('tell how many ids of mailboxes in what was found have no name', async () => {
    const client = await ProtocolClient.inProcess();
    const made = record({
      eventID: id(9),
      eventName: 'CreateUser',
      eventTime: '2026-03-01T00:30:00Z',
      requestParameters: { organizationId: 'm-1', name: 'two' },
      responseElements: { userId: 'two-id' },
    });
    await client.open(log(made, exported(1, 'one-id'), exported(2, 'two-id'), exported(3, 'one-id')), opened);
    const { unnamed } = await client.connection.sendRequest(InquiriesRequest, {});
    assert.equal(unnamed, 1);
    await client.stop();
  });

  test('are answered anew after an edit', async () => {
    const client = await ProtocolClient.inProcess();
    const text = log(exported(1, 'one'));
    await client.open(text, opened);
    assert.equal((await answerTo(client, 'mailbox-exported'))?.status, 'answered');
    const [start, name] = [text.indexOf('StartMailboxExportJob'), 'StartMailboxExportJob'];
    await client.edit(opened, { start, end: start + name.length, text: 'ListMailboxExportJobs' });
    assert.equal((await answerTo(client, 'mailbox-exported'))?.status, 'nothing-found');
    await client.stop();
  });

  test('stand in the order in which they are to be read', async () => {
    const client = await ProtocolClient.inProcess();
    await client.open(log(exported(1, 'one')), opened);
    const { answers } = await client.connection.sendRequest(InquiriesRequest, {});
    const statuses = ['answered', 'nothing-found', 'cannot-tell'];
    const order = answers.map(({ status }) => statuses.indexOf(status));
    assert.deepEqual(order, [...order].sort());
    await client.stop();
  });
});
