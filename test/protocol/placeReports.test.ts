import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readLink } from '../../client/src/summary/links';
import { createLogFiles } from '../../server/src/node/logFiles';
import {
  ForgetPlaceRequest,
  InspectRequest,
  SelectEventsRequest,
  SummarizeRequest,
} from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { projectRoot } from '../support/projectRoot';
import { ProtocolClient } from '../support/protocolClient';
import { unwrapped } from '../support/unwrapped';
import { log, otherRecord, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const noon = record({ eventID: 'noon', eventTime: '2026-03-01T12:00:00Z' });
const failed = record({ eventID: 'failed', errorCode: 'AccessDenied', eventTime: '2026-03-01T08:00:00Z' });
const texts = {
  [`${folder}/one.json`]: log(noon, otherRecord(), failed),
  [`${folder}/de%20ep/two%29%28.json`]: log(noon, record({ eventID: 'reset', eventName: 'ResetPassword' })),
  [`${folder}/three.json`]: log(otherRecord()),
};

async function inspected(uri = folder, files = filesWith(texts)): Promise<ProtocolClient> {
  const client = await ProtocolClient.inProcess({ files });
  await client.connection.sendRequest(InspectRequest, { uri, isFolder: true });
  return client;
}

async function reportOn(client: ProtocolClient, ...uris: readonly string[]): Promise<string> {
  const labels = uris.map((uri) => uri.slice(uri.lastIndexOf('/') + 1));
  return (await client.connection.sendRequest(SummarizeRequest, { uris, labels })).markdown;
}

/** What the links of a report that fit a pattern lead to, as the preview hands them on. */
function linksIn(markdown: string, pattern: RegExp): readonly NonNullable<ReturnType<typeof readLink>>[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (!pattern.test(link)) return [];
    const read = readLink(`/${link.split('/').map(decodeURIComponent).join('/')}`);
    assert.ok(read, link);
    return [read];
  });
}

test('the report on a folder counts every event once, and tells what became of the files', async () => {
  const client = await inspected();
  const markdown = await reportOn(client, folder);
  assert.match(markdown, /^# WorkMail events in 3 logs\n/);
  for (const words of [/Records: 6/, /each counted once: \[3\]/, /repeat one of these events: \[1\]/, /services: 2/]) {
    assert.match(markdown, words);
  }
  assert.match(markdown, /## Files of AWSLogs\n\n3 files: 3 read, 0 partly read, 0 skipped\./);
  await client.stop();
});

test('what is no log is told of and not counted as one', async () => {
  const digest = { [`${folder}/digest.json`]: '{"digestStartTime":"2026-03-01T00:00:00Z","logFiles":[]}' };
  const client = await inspected(folder, filesWith({ ...texts, ...digest, [`${folder}/notes.json`]: '{"a":1}' }));
  const markdown = await reportOn(client, folder, 'file:///gone.json');
  assert.match(markdown, /^# WorkMail events in 3 logs\n/);
  assert.match(markdown, /^\| `?AWSLogs\/notes\.json`? \|/m);
  await client.stop();
});

test('two folders of one name are told apart, and so are their files', async () => {
  const other = 'file:///elsewhere/AWSLogs';
  const client = await inspected(folder, filesWith({ ...texts, [`${other}/one.json`]: log(record({ eventID: 'x' })) }));
  await client.connection.sendRequest(InspectRequest, { uri: other, isFolder: true });
  const labels = ['evidence/AWSLogs', 'elsewhere/AWSLogs'];
  const { markdown } = await client.connection.sendRequest(SummarizeRequest, { uris: [folder, other], labels });
  for (const label of labels) {
    assert.ok(markdown.includes(`${label}/one.json`), markdown);
    assert.ok(markdown.includes(`## Files of ${label}`), markdown);
  }
  await client.stop();
});

test('a folder that was forgotten is in no report and no selection any more', async () => {
  const client = await inspected();
  await client.connection.sendRequest(ForgetPlaceRequest, { uri: folder });
  const question = { uris: [folder], filter: {} };
  const { text, missing } = await client.connection.sendRequest(SelectEventsRequest, question);
  assert.deepEqual([text, missing], ['[]\n', [folder]]);
  assert.match(await reportOn(client, folder), /\| AWSLogs \| not open as a CloudTrail log, nor inspected \|/);
  await client.stop();
});

test('a file that could not be read is part of the report with the reason', async () => {
  const gone = `${folder}/gone.json`;
  const client = await ProtocolClient.inProcess({ files: filesWith(texts) });
  await client.connection.sendRequest(InspectRequest, { uri: gone, isFolder: false });
  assert.match(await reportOn(client, gone), /\| not read: there is no such file\. \|/);
  await client.stop();
});

test('the links of a report on a folder lead to records of its files, whatever they are called', async () => {
  const client = await inspected();
  const places = new Set<string>();
  for (const link of linksIn(await reportOn(client, folder), /^event\//)) {
    assert.equal(link.kind, 'record');
    if (link.kind === 'record') places.add(`${link.below} ${link.index}`);
  }
  assert.ok(places.has('/one.json 2') && places.has('/de%20ep/two%29%28.json 1'), Array.from(places).join(', '));
  await client.stop();
});

test('every number of a report on a folder leads to as many events, and what is not at hand leads nowhere', async () => {
  const client = await inspected();
  const open = await client.open(
    log(record({ eventID: 'open', eventName: 'DeleteUser' })),
    'file:///elsewhere/open.json',
  );
  for (const uris of [[folder], [open, folder]]) {
    const markdown = await reportOn(client, ...uris);
    const links = [...markdown.matchAll(/\[([\d,]+)[^\]]*\]\((selection\/[^)\s]+)\)/g)];
    assert.notEqual(links.length, 0);
    for (const [, count, link = ''] of links) {
      const [selection] = linksIn(`[x](${link})`, /./);
      assert.ok(selection?.kind === 'selection' && selection.filter.service === 'workmail', link);
      const question = { uris, filter: selection.filter };
      const { text, events } = await client.connection.sendRequest(SelectEventsRequest, question);
      assert.deepEqual([events, JSON.parse(text).length], [Number(count), Number(count)], link);
    }
  }
  await client.stop();
});

test('the events of open logs and folders are selected in the order they happened, and a changed file is told of', async () => {
  const files: Record<string, string> = { ...texts };
  const client = await inspected(folder, filesWith(files));
  const open = await client.open(
    log(record({ eventID: 'open', eventTime: '2026-03-01T10:00:00Z' })),
    'file:///open.json',
  );
  const select = async (): Promise<unknown> => {
    const question = { uris: [open, folder], filter: { action: 'ListUsers' } };
    const { text, missing } = await client.connection.sendRequest(SelectEventsRequest, question);
    return [JSON.parse(text).map(({ eventID }: { eventID: string }) => eventID), missing];
  };
  assert.deepEqual(await select(), [['failed', 'open', 'noon'], []]);
  files[`${folder}/one.json`] = log(otherRecord());
  await client.connection.sendRequest(InspectRequest, { uri: 'file:///elsewhere', isFolder: true });
  assert.deepEqual(await select(), [['open', 'noon'], [`${folder}/one.json`]]);
  await client.stop();
});

test('a folder that is not inspected any more is part of the report as such', async () => {
  const client = await inspected();
  assert.match(await reportOn(client, 'file:///gone'), /\| gone \| not open as a CloudTrail log, nor inspected \|/);
  await client.stop();
});

test('the sample of a delivered trail, read by threads from the disk: what is broken or no log is said', async () => {
  const uri = pathToFileURL(path.join(projectRoot(), 'samples', 'trail')).href;
  const workerFile = path.join(projectRoot(), 'dist', 'scanWorker.js');
  const client = await ProtocolClient.inProcess({ files: createLogFiles({ workerFile, threads: 2 }) });
  const place = await client.connection.sendRequest(InspectRequest, { uri, isFolder: true });
  assert.equal(place?.state, 'complete');
  assert.deepEqual([place.found, place.read, place.partly, place.skipped], [29, 22, 1, 6]);
  const { groups } = await client.groups();
  const counted = groups.reduce((sum, { count, service }) => (service === 'other' ? sum : sum + count), 0);
  assert.equal(counted, place.workmail);
  const { events } = await client.connection.sendRequest(SummarizeRequest, { uris: [uri], labels: ['trail'] });
  assert.equal(events, place.workmail);
  await client.stop();
});

test('a folder has the same numbers in the editor and in the terminal, to the last one', async () => {
  const root = projectRoot();
  const uri = pathToFileURL(path.join(root, 'samples', 'trail')).href;
  const workerFile = path.join(root, 'dist', 'scanWorker.js');
  const client = await ProtocolClient.inProcess({ files: createLogFiles({ workerFile, threads: 2 }) });
  await client.connection.sendRequest(InspectRequest, { uri, isFolder: true });
  const inEditor = await reportOn(client, uri);
  const terminal = spawnSync(process.execPath, ['dist/cli.js', 'summarize', 'samples/trail'], {
    cwd: root,
    encoding: 'utf8',
  });
  // The chapters that count; around them stand what was read, by other names, and what the terminal has no links for.
  assert.deepEqual(numbersIn(inEditor, '## Totals'), numbersIn(terminal.stdout, 'Totals'));
  // What is missing stands before all numbers: in the terminal before all else, in the editor below title and answer.
  const [notice = ''] = unwrapped(terminal.stdout).split('\n');
  assert.match(notice, /^1 file could be read only in part: /);
  assert.equal(inEditor.slice(0, inEditor.indexOf('\n\n## ')).split('\n\n')[2], notice);
  assert.deepEqual(numbersIn(inEditor, '## Files of trail'), numbersIn(terminal.stdout, 'Files'));
  await client.stop();
});

/** All numbers of a chapter up to the next one, without the targets of its links. */
function numbersIn(report: string, title: string): readonly string[] {
  const start = report.indexOf(`\n${title}\n`) + title.length + 2;
  assert.ok(start > title.length + 2, report);
  const chapter = report.slice(start).replace(/^[-=]+\n/, '');
  const [own = ''] = chapter.split(/\n(?:##? |[^\n]+\n[-=]{3,}\n)/);
  const numbers = own.replace(/\]\([^)]*\)/g, ']').match(/\d[\d,]*/g) ?? [];
  assert.notEqual(numbers.length, 0, own);
  return numbers;
}
