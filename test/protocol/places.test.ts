import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { defaultLimits } from '../../server/src/host/limits';
import type { LogFiles } from '../../server/src/host/logFiles';
import {
  EventAtRequest,
  EventDetailsRequest,
  type EventItem,
  EventPageRequest,
  ForgetPlaceRequest,
  type InspectedPlace,
  InspectProgress,
  InspectRequest,
  ScanReportRequest,
} from '../../server/src/wire/protocol';
import { filesWith, partsOf } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const morning = record({ eventID: 'morning', eventTime: '2026-03-01T08:00:00Z' });
const noon = record({ eventID: 'noon', eventTime: '2026-03-01T12:00:00Z' });
const evening = record({ eventID: 'evening', eventTime: '2026-03-01T20:00:00Z', eventName: 'ListGroups' });
const texts = {
  [`${folder}/b.json`]: log(noon, otherRecord()),
  [`${folder}/a.json`]: log(morning, evening, noon),
  [`${folder}/c.json`]: log(otherRecord()),
  [`${folder}/notes.json`]: '{"shopping":["milk"]}',
};
const whole: InspectedPlace = {
  uri: folder,
  isFolder: true,
  state: 'complete',
  found: 4,
  read: 3,
  partly: 0,
  skipped: 1,
  records: 6,
  workmail: 3,
  reasons: [],
};

async function page(client: ProtocolClient, groupKey: string): Promise<readonly EventItem[]> {
  const question = { path: [groupKey], services: 'all' as const, offset: 0, limit: 1000 };
  return (await client.connection.sendRequest(EventPageRequest, question)).events;
}

function inspect(client: ProtocolClient, uri = folder): Promise<InspectedPlace | null> {
  return client.connection.sendRequest(InspectRequest, { uri, isFolder: uri === folder });
}

async function counts(client: ProtocolClient): Promise<unknown> {
  return (await client.groups()).groups.map(({ label, count }) => `${label} ${count}`);
}

/** Where an event stands, as `a.json/2`, and its copies. */
function standing({ uri, index, copies }: EventItem): readonly string[] {
  return [{ uri, index }, ...copies].map((copy) => `${copy.uri.slice(copy.uri.lastIndexOf('/') + 1)}/${copy.index}`);
}

test('the events of an inspected folder come by action, each once, in the order they happened', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith(texts) });
  assert.deepEqual(await inspect(client), whole);
  const { groups, places, others, logs } = await client.groups();
  assert.deepEqual([places, others, logs], [[whole], 1, []]);
  assert.deepEqual(
    groups.map(({ label, count, first, last }) => [label, count, first, last]),
    [
      ['ListGroups', 1, '2026-03-01T20:00:00Z', '2026-03-01T20:00:00Z'],
      ['ListUsers', 2, '2026-03-01T08:00:00Z', '2026-03-01T12:00:00Z'],
    ],
  );
  const events = await page(client, 'workmail/ListUsers');
  assert.deepEqual(events.map(standing), [['a.json/0'], ['a.json/2', 'b.json/0']]);
  assert.deepEqual(
    events.map(({ range }) => range),
    [null, null],
  );
  await client.stop();
});

test('an open log speaks for the same event on disk, and its own file on disk is not asked', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith(texts) });
  await inspect(client);
  const elsewhere = await client.open(log(noon), 'file:///elsewhere/copy.json');
  const same = await client.open(log(morning), `${folder}/a.json`);
  assert.deepEqual((await page(client, 'workmail/ListUsers')).map(standing), [
    ['a.json/0'],
    ['copy.json/0', 'b.json/0'],
  ]);
  assert.deepEqual(await counts(client), ['ListUsers 2']);
  const position = client.positionOf(elsewhere, 'noon');
  const place = await client.connection.sendRequest(EventAtRequest, { uri: elsewhere, position, services: 'workmail' });
  assert.deepEqual([place?.groups.map(({ group }) => group.key), place?.position], [['workmail/ListUsers'], 1]);
  await client.close(same);
  await client.close(elsewhere);
  assert.deepEqual(await counts(client), ['ListGroups 1', 'ListUsers 2']);
  await client.stop();
});

test('an event on disk is told in Markdown, as long as the file is what it was', async () => {
  const files: Record<string, string> = { ...texts };
  const client = await ProtocolClient.inProcess({ files: filesWith(files) });
  await inspect(client);
  const details = async (index: number, file = 'b.json'): Promise<string | undefined> => {
    const answer = await client.connection.sendRequest(EventDetailsRequest, { uri: `${folder}/${file}`, index });
    return answer?.markdown;
  };
  assert.match((await details(0)) ?? '', /ListUsers[\s\S]*alice/);
  assert.match((await details(1)) ?? '', /ListBuckets/);
  assert.equal(await details(2), undefined);
  assert.match((await details(1, 'a.json')) ?? '', /ListGroups/);
  files[`${folder}/b.json`] = log(morning);
  assert.equal(await details(0), undefined);
  await client.stop();
});

test('a place that is forgotten is gone, and one that is inspected again is told anew', async () => {
  const files: Record<string, string> = { ...texts };
  const client = await ProtocolClient.inProcess({ files: filesWith(files) });
  await inspect(client);
  files[`${folder}/b.json`] = log(record({ eventID: 'new', eventName: 'ListAliases' }));
  await inspect(client);
  assert.deepEqual(await counts(client), ['ListAliases 1', 'ListGroups 1', 'ListUsers 2']);
  await client.connection.sendRequest(ForgetPlaceRequest, { uri: folder });
  const { groups, places } = await client.groups();
  assert.deepEqual([groups, places], [[], []]);
  await client.connection.sendRequest(ForgetPlaceRequest, { uri: folder });
  await client.stop();
});

test('what is read is shown while the rest is still being read, and stays, marked as partial, when it is stopped', async () => {
  const stopped = new CancellationTokenSource();
  const parts = partsOf(texts, [folder]);
  const files: LogFiles = {
    ...filesWith(texts),
    // Two files, and then a disk that does not answer until nobody waits any more.
    scan: async (_, take, token) => {
      for (const part of parts.slice(0, 3)) take(part);
      await new Promise<void>((resolve) => stopped.token.onCancellationRequested(() => resolve()));
      for (const part of parts.slice(3)) take(part);
      return { isPartial: token.isCancellationRequested };
    },
  };
  const client = await ProtocolClient.inProcess({ files });
  const asked = new CancellationTokenSource();
  const answer = client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true }, asked.token);
  await client.until(() => client.revisions.length > 0);
  const reading = { ...whole, state: 'reading', read: 2, skipped: 0, records: 5 };
  assert.deepEqual((await client.groups()).places, [reading]);
  assert.deepEqual(await counts(client), ['ListGroups 1', 'ListUsers 2']);
  asked.cancel();
  // The server has heard of it once it answers a question that was put later.
  await client.groups();
  stopped.cancel();
  assert.deepEqual(await answer, { ...reading, state: 'partial' });
  assert.deepEqual((await client.groups()).places, [{ ...reading, state: 'partial' }]);
  assert.deepEqual(await counts(client), ['ListGroups 1', 'ListUsers 2']);
  await client.stop();
});

test('the scan report says what became of every file', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith(texts) });
  const report = (uri: string) => client.connection.sendRequest(ScanReportRequest, { uri });
  assert.equal(await report(folder), null);
  await inspect(client);
  const { markdown } = (await report(folder)) ?? { markdown: '' };
  assert.match(markdown, /^# What was read of AWSLogs\n/);
  assert.match(markdown, /4 files: 3 read, 0 partly read, 1 skipped\./);
  assert.match(markdown, /not a CloudTrail log\.\n\n- `?AWSLogs\/notes\.json/);
  await client.stop();
});

test('whoever inspects hears how far it is', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith(texts) });
  const heard: InspectedPlace[] = [];
  client.connection.onProgress(InspectProgress, 'token', (place) => {
    heard.push(place);
  });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true, workDoneToken: 'token' });
  assert.deepEqual(heard.at(-1), whole);
  await client.stop();
});

test('a file on disk has everything an open log has: events, problems by their places, and an end', async () => {
  const uri = `${folder}/damaged.json`;
  const text = log(morning, otherRecord()).replace('"eventTime":', '"eventTime"');
  const client = await ProtocolClient.inProcess({ files: filesWith({ [uri]: text }) });
  const place = await inspect(client, uri);
  assert.deepEqual(place, { ...whole, uri, isFolder: false, found: 1, read: 1, skipped: 0, records: 2, workmail: 1 });
  await client.until(() => client.published.length === 1);
  const start = text.indexOf('"2026-03-01T08:00:00Z"');
  assert.deepEqual(
    client.published.map(({ uri: of, diagnostics }) => [of, diagnostics.map(({ code, range }) => [code, range])]),
    [[uri, [['WT103', { start: { line: 0, character: start }, end: { line: 0, character: start + 22 } }]]]],
  );
  assert.deepEqual(
    (await client.groups('all')).groups.map(({ key }) => key),
    ['workmail/ListUsers', 's3.amazonaws.com'],
  );
  // Once it is open, its problems are asked for as those of every open log.
  await client.open(text, uri);
  await client.until(() => client.published.length === 2);
  assert.deepEqual(client.published[1]?.diagnostics, []);
  await client.close(uri);
  await client.until(() => client.published.length === 3);
  assert.equal(client.published[2]?.diagnostics.length, 1);
  await client.connection.sendRequest(ForgetPlaceRequest, { uri });
  await client.until(() => client.published.length === 4);
  assert.deepEqual(client.published[3]?.diagnostics, []);
  await client.stop();
});

test('a file that is no log is not kept, and one that cannot be read says why', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith(texts) });
  assert.equal(await inspect(client, `${folder}/notes.json`), null);
  assert.deepEqual((await client.groups()).places, []);
  const place = await inspect(client, `${folder}/gone.json`);
  assert.deepEqual([place?.state, place?.reasons], ['failed', ['there is no such file.']]);
  await client.stop();
});

test('how much is read of a file is set by the user, and a value without sense is told of', async () => {
  const asked: unknown[] = [];
  const files: LogFiles = {
    ...filesWith(texts),
    scan: async ({ limits, cacheFolder }) => {
      asked.push(limits, cacheFolder);
      return { isPartial: false };
    },
  };
  const settings = { limits: { size: 1000, ratio: 'much', depth: 1 } };
  const initializationOptions = { cacheFolder: 'file:///storage' };
  const client = await ProtocolClient.inProcess({ files, settings: () => settings, initializationOptions });
  await inspect(client);
  assert.deepEqual(asked, [{ ...defaultLimits, size: 1000, depth: 1 }, 'file:///storage']);
  await client.until(() => client.logged.length > 0);
  assert.deepEqual(client.logged, [
    'The setting workmailTrail.limits.ratio is ignored: it must be a number, at least 1.',
  ]);
  await client.stop();
});

test('where the server has no files, nothing is inspected', async () => {
  const client = await ProtocolClient.inProcess();
  assert.equal(await inspect(client), null);
  assert.deepEqual((await client.groups()).places, []);
  await client.stop();
});

test('a place whose reading was called off before it began is read when it is asked for again, and forgotten', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith(texts) });
  const calledOff = new CancellationTokenSource();
  const asked = client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true }, calledOff.token);
  calledOff.cancel();
  assert.equal((await asked)?.state, 'partial');
  assert.deepEqual(await inspect(client), whole);
  await client.connection.sendRequest(ForgetPlaceRequest, { uri: folder });
  assert.deepEqual((await client.groups()).places, []);
  await client.stop();
});
