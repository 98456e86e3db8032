import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readLink } from '../../client/src/summary/links';
import {
  EventGroupsRequest,
  HandOverRequest,
  InspectRequest,
  SelectEventsRequest,
  SummarizeRequest,
} from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const [one, two] = ['file:///one.json', 'file:///two.json'];
const at = (hour: number, fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  record({ eventID: `hour ${hour}`, eventTime: `2026-03-01T0${hour}:00:00Z`, ...fields });
const reset = at(8, { eventName: 'ResetPassword', readOnly: false, errorCode: 'AccessDenied' });
const calls = [at(1), reset, at(3)];
const early = log(...calls, otherRecord({ eventID: 'other', eventTime: '2026-03-01T02:00:00Z' }));
const late = log(at(9, { eventName: 'CreateUser', readOnly: false }), reset, at(4));
const broken = log(...calls).replace(/]}$/, ',{"eventSource":"workmail.amazonaws.com","eventName":"ListUsers",}]}');
/** So many that most are told of by their numbers alone. */
const quiet = Array.from({ length: 60 }, (_, day) => [
  `${folder}/quiet/${day}.json`,
  log(otherRecord({ eventID: `quiet ${day}`, eventTime: '2026-03-01T08:30:00Z' })),
]);
const files = filesWith({ [`${folder}/a.json`]: broken, [`${folder}/b.json`]: late, ...Object.fromEntries(quiet) });

const questions = [
  'outcome:failed',
  'is:write',
  'time:2026-03-01T03:00:00..2026-03-01T08:59:59',
  'action:ListUsers time:2026-03-01T03:00:00..2026-03-01T08:59:59',
  'service:s3',
  'is:malformed',
  'raw:"hour 8"',
  'action:NoSuchAction',
  // A question that can't be read: nothing answers it.
  'outcome:faild',
];

interface Opened {
  readonly client: ProtocolClient;
  readonly uris: readonly string[];
}

async function opened(isFolder: boolean, isOpen: boolean): Promise<Opened> {
  const client = await ProtocolClient.inProcess({ files });
  if (isFolder) await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  if (isOpen) {
    await client.open(early, one);
    await client.open(late, two);
  }
  return { client, uris: [...(isOpen ? [one, two] : []), ...(isFolder ? [folder] : [])] };
}

/** Events of WorkMail, how many of them failed, and how many other events there are. */
type Numbers = readonly [events: number, failed: number, others: number];

async function inTree({ client }: Opened, where: string): Promise<Numbers> {
  const { groups, others } = await client.connection.sendRequest(EventGroupsRequest, { services: 'workmail', where });
  const sum = (of: 'count' | 'failed'): number => groups.reduce((all, group) => all + group[of], 0);
  return [sum('count'), sum('failed'), others];
}

async function reportOn({ client, uris }: Opened, where: string): Promise<{ markdown: string; events: number }> {
  const labels = uris.map((uri) => uri.slice(uri.lastIndexOf('/') + 1));
  return client.connection.sendRequest(SummarizeRequest, { uris, labels, where });
}

async function inReport(all: Opened, where: string): Promise<Numbers> {
  const { markdown, events } = await reportOn(all, where);
  const plain = markdown.replace(/\]\([^)]*\)/g, '').replaceAll('[', '');
  const number = (words: RegExp): number => Number(words.exec(plain)?.[1] ?? 0);
  return [events, number(/; (\d+) failed\./), number(/Records of other services: (\d+)/)];
}

for (const [name, isFolder, isOpen, brushed] of [
  ['open logs', false, true, [3, 1, 0]],
  ['a folder', true, false, [3, 1, 60]],
  ['both together', true, true, [3, 1, 60]],
] as const)
  suite(`the report on what a filter shows of ${name}`, () => {
    test('has the numbers of the tree', async () => {
      const all = await opened(isFolder, isOpen);
      for (const where of questions) assert.deepEqual(await inReport(all, where), await inTree(all, where), where);
      assert.deepEqual(await inReport(all, 'time:2026-03-01T03:00:00..2026-03-01T08:59:59'), brushed);
      await all.client.stop();
    });

    test('leads from every number to as many events', async () => {
      const all = await opened(isFolder, isOpen);
      const where = 'time:2026-03-01T03:00:00..2026-03-01T08:59:59';
      const { markdown } = await reportOn(all, where);
      const links = [...markdown.matchAll(/\[([\d,]+)[^\]]*\]\((selection\/[^)\s]+)\)/g)];
      assert.notEqual(links.length, 0);
      for (const [, count, link = ''] of links) {
        const read = readLink(`/${link.split('/').map(decodeURIComponent).join('/')}`);
        assert.ok(read?.kind === 'selection', link);
        const asked = { uris: all.uris, filter: read.filter, where };
        const { events } = await all.client.connection.sendRequest(SelectEventsRequest, asked);
        assert.equal(events, Number(count), link);
      }
      await all.client.stop();
    });
  });

test('a report on what a filter shows says above what was asked, and what of it is left out', async () => {
  const all = await opened(true, false);
  const { markdown } = await reportOn(all, 'outcome:failed  is:write');
  const [title, numbers = '', ...more] = markdown.split('\n\n', 5);
  assert.deepEqual(
    [title, numbers.slice(0, 35), ...more.slice(0, 2)],
    [
      '# WorkMail events in 62 logs that answer: outcome:failed is:write',
      '[1 WorkMail or Message Flow event](',
      'Only records that answer the question are told of and counted: 65 other records left out, of which 1 is broken JSON and might answer it if whole.',
      'What was found in all events, and what is still open, the report on all of them tells.',
    ],
  );
  assert.match(
    markdown,
    /## Files of AWSLogs\n\n62 files: 62 read.*\n\n65 records that do not answer the question are not counted\./,
  );
  await all.client.stop();
});

test('a report that is handed over is on what a filter shows as well', async () => {
  const { client, uris } = await opened(true, false);
  const header = { title: '', author: '', reference: '', made: 0, tool: '' };
  const asked = { uris, labels: ['AWSLogs'], where: 'is:write', header, format: 'markdown' } as const;
  const { text, sketch } = await client.connection.sendRequest(HandOverRequest, asked);
  assert.match(text, /WorkMail events in 62 logs that answer: is:write/);
  assert.deepEqual(
    [/hour [\d]/g].map((pattern) => new Set(text.match(pattern))),
    [new Set(['hour 8', 'hour 9'])],
  );
  assert.deepEqual(sketch, []);
  await client.stop();
});
