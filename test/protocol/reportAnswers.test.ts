import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { InquiriesRequest, InspectRequest, SummarizeRequest, TrailRequest } from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const [one, two] = ['file:///one.json', 'file:///two.json'];
const exported = (number: number, entityId: string): Readonly<Record<string, unknown>> =>
  record({
    eventID: `aaaa000${number}-0000-4000-8000-000000000000`,
    eventName: 'StartMailboxExportJob',
    eventTime: `2026-03-01T0${number}:00:00Z`,
    requestParameters: { organizationId: 'm-1', entityId, s3BucketName: 'away' },
    responseElements: { jobId: `j-${number}` },
  });

/** The line on exports, with its links as they are; undefined where there is none. */
function exportsIn(markdown: string): string | undefined {
  return markdown.split('\n').find((line) => line.startsWith('- ') && line.includes('exported the mailbox'));
}

async function opened(): Promise<ProtocolClient> {
  const client = await ProtocolClient.inProcess();
  await client.open(log(exported(1, 'first'), exported(2, 'second')), one);
  await client.open(log(exported(3, 'third')), two);
  return client;
}

suite('the report', () => {
  test('on some of the logs tells what was found in them alone, and leads to it', async () => {
    const client = await opened();
    const { markdown } = await client.connection.sendRequest(SummarizeRequest, { uris: [two], labels: ['two'] });
    const line = exportsIn(markdown) ?? '';
    assert.deepEqual(
      ['first', 'second', 'third'].map((word) => line.includes(`mailbox ${word} `)),
      [false, false, true],
      markdown,
    );
    assert.match(line, /\[1 event\]\(event\/0\/L1,\d+-L1,\d+\.trail-event\)\.$/);
    await client.stop();
  });

  test('on all logs has the same bytes before and after the questions were asked, and leads to all events of a finding', async () => {
    const client = await opened();
    const asked = { uris: [one, two], labels: ['one', 'two'] };
    const { markdown } = await client.connection.sendRequest(SummarizeRequest, asked);
    await client.connection.sendRequest(InquiriesRequest, {});
    assert.equal((await client.connection.sendRequest(SummarizeRequest, asked)).markdown, markdown);
    const [, link = ''] = /\[3 events\]\(trail\/([^/]+)\//.exec(exportsIn(markdown) ?? '') ?? [];
    const [words, text, question] = JSON.parse(decodeURIComponent(decodeURIComponent(link)));
    const trail = await client.connection.sendRequest(TrailRequest, { question, about: { words, text } });
    assert.deepEqual([words, trail.events], ['eventIDs of', 3]);
    await client.stop();
  });

  test('on a folder tells what was found in it, and leads to its files', async () => {
    const files = filesWith({ [`${folder}/a.json`]: log(exported(1, 'first')) });
    const client = await ProtocolClient.inProcess({ files });
    await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
    const { markdown } = await client.connection.sendRequest(SummarizeRequest, { uris: [folder], labels: ['AWSLogs'] });
    assert.match(exportsIn(markdown) ?? markdown, /\[1 event\]\(event\/0\/a\.json\/@0\.trail-event\)\.$/);
    await client.stop();
  });

  test('has what somebody wrote on these logs, told apart and escaped, and nothing that was written on others', async () => {
    const client = await opened();
    const asked = { uris: [one, two], labels: ['one', 'two'] };
    const { sketch, markdown } = await client.connection.sendRequest(SummarizeRequest, asked);
    const written = '2026-05-18T08:12:03.120Z';
    const entries = [
      { question: 'mailbox-exported', id: 'conclusion', text: 'Eve <b>took</b> [it](command:x)', written },
      { question: 'mailbox-exported', id: 'note 1', text: 'Ask the bank', written },
      { question: 'way-in', id: 'settled', text: 'yes', written },
      { question: 'of-later-versions', id: 'conclusion', text: 'Not known', written },
    ];
    const own = await client.connection.sendRequest(SummarizeRequest, { ...asked, written: { sketch, entries } });
    const chapter = /## Conclusions and notes\n\n([\s\S]*?)\n\n## What was found/.exec(own.markdown)?.[1];
    assert.equal(
      chapter,
      [
        'Written by whoever looked into this, in the view Questions. Nothing of this chapter is from the logs.',
        '',
        '- Way in (settled): no conclusion yet.',
        '- Exports: Eve &lt;b&gt;took&lt;/b&gt; \\[it\\](command:x)',
        '  - Note: Ask the bank',
      ].join('\n'),
    );
    const others = { sketch: [1, 2, 3], entries };
    const report = await client.connection.sendRequest(SummarizeRequest, { ...asked, written: others });
    assert.equal(report.markdown, markdown);
    await client.stop();
  });

  test('can be called off', async () => {
    const client = await opened();
    const calledOff = new CancellationTokenSource();
    const report = client.connection.sendRequest(SummarizeRequest, { uris: [one], labels: ['one'] }, calledOff.token);
    calledOff.cancel();
    await assert.rejects(report, { code: LSPErrorCodes.RequestCancelled });
    await client.stop();
  });
});
