import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogFiles, ReadOutcome } from '../../server/src/host/logFiles';
import {
  EventAtRequest,
  OriginalPlaceRequest,
  type Range,
  ReadViewRequest,
  ShowEventRequest,
  ViewPlaceRequest,
  type ViewText,
  viewUri,
} from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const early = record({ eventTime: '2026-03-01T06:00:00Z', requestID: '12345678901234567890' });
const late = otherRecord({ eventTime: '2026-03-01T18:00:00Z' });
const compressed = 'file:///logs/one.json.gz';

/** A disk with one file, which is read as often as somebody asks. */
function disk(outcome: ReadOutcome): LogFiles & { reads: number } {
  const files = {
    reads: 0,
    async read(uri: string): Promise<ReadOutcome> {
      files.reads++;
      return uri === compressed ? outcome : { failure: 'it does not exist.' };
    },
    scan: async () => ({ isPartial: false }),
    taken: async () => 'refused' as const,
  };
  return files;
}

function onDisk(text: string, more: Partial<ReadOutcome> = {}): ReadOutcome {
  return { text, notes: [], size: text.length, modified: 0, isCompressed: true, ...more };
}

function read(client: ProtocolClient, uri: string, again?: boolean): Promise<ViewText> {
  return client.connection.sendRequest(ReadViewRequest, { uri, ...(again !== undefined && { again }) });
}

async function textOf(client: ProtocolClient, uri: string): Promise<string> {
  const view = await read(client, uri);
  assert.ok('text' in view, JSON.stringify(view));
  return view.text;
}

/** The line and the characters of a text that occurs once. */
function rangeOf(text: string, needle: string): Range {
  const at = text.indexOf(needle);
  assert.ok(at >= 0 && text.indexOf(needle, at + 1) < 0, `${needle} once`);
  const before = text.slice(0, at).split('\n');
  const line = before.length - 1;
  const character = before[line]?.length ?? 0;
  return { start: { line, character }, end: { line, character: character + needle.length } };
}

test('a compressed log is read from disk, and shown with one member a line', async () => {
  const files = disk(onDisk(log(late, early)));
  const client = await ProtocolClient.inProcess({ files });
  const text = await textOf(client, viewUri({ log: compressed }));
  assert.equal(text, `${JSON.stringify({ Records: [late, early] }, null, 2)}\n`);
  assert.equal(files.reads, 1);
  await client.stop();
});

test('it can be shown in the order in which the events happened, and around one event', async () => {
  const day = Array.from({ length: 20 }, (_, hour) =>
    record({ eventTime: `2026-03-01T${String(19 - hour).padStart(2, '0')}:00:00Z`, eventID: `event ${hour}` }),
  );
  const files = disk(onDisk(log(...day)));
  const client = await ProtocolClient.inProcess({ files });
  const idsIn = (text: string) => [...text.matchAll(/"eventID": "event (\d+)"/g)].map(([, id]) => Number(id));
  assert.deepEqual(
    idsIn(await textOf(client, viewUri({ log: compressed, order: 'time' }))),
    Array.from({ length: 20 }, (_, index) => 19 - index),
  );
  assert.deepEqual(idsIn(await textOf(client, viewUri({ log: compressed, around: 2 }))), [0, 1, 2, 3, 4, 5, 6, 7]);
  assert.equal(files.reads, 1);
  await client.stop();
});

test('what is wrong with the file is told with its text, and why there is none without', async () => {
  const notes = [
    { code: 'cut', message: 'it ends too soon.', isLoss: true },
    { code: 'header', message: 'its header is damaged.', isLoss: false },
    { code: 'skipped', message: '3 bytes are passed over.', isLoss: true },
  ];
  const client = await ProtocolClient.inProcess({ files: disk(onDisk(log(early), { notes })) });
  assert.deepEqual(await read(client, viewUri({ log: compressed })), {
    text: `${JSON.stringify({ Records: [early] }, null, 2)}\n`,
    notes: [
      { message: 'The file ends too soon.', isLoss: true },
      { message: "The file's header is damaged.", isLoss: false },
      { message: 'In the file: 3 bytes are passed over.', isLoss: true },
    ],
  });
  assert.deepEqual(await read(client, viewUri({ log: 'file:///gone.gz' })), {
    failure: 'This file cannot be shown as a log: it does not exist.',
  });
  const elsewhere = await read(client, viewUri({ log: 'vscode-vfs://github/a/b.json.gz' }));
  assert.match('failure' in elsewhere ? elsewhere.failure : '', /Copy it there, and open the copy\.$/);
  assert.deepEqual(await read(client, 'workmail-log:/x.json?{}'), {
    failure: 'This is not the address of a readable view.',
  });
  await client.stop();
});

test('without files, the sentence says what to do', async () => {
  const client = await ProtocolClient.inProcess();
  const view = await read(client, viewUri({ log: compressed }));
  assert.match(
    'failure' in view ? view.failure : '',
    /Unpack the file and open what is in it, or open it in VS Code on a machine that has it\.$/,
  );
  await client.stop();
});

test('a file is read again when it may have changed', async () => {
  const files = disk(onDisk(log(early)));
  const client = await ProtocolClient.inProcess({ files });
  await read(client, viewUri({ log: compressed }));
  await read(client, viewUri({ log: compressed, order: 'time' }));
  assert.equal(files.reads, 1);
  await read(client, viewUri({ log: compressed }), true);
  assert.equal(files.reads, 2);
  await client.stop();
});

test('a text that is no log is shown as it is: JSON with one member a line', async () => {
  const digest = await ProtocolClient.inProcess({ files: disk(onDisk('{"a":[1.0,2e3],"b":{}}')) });
  assert.equal(
    await textOf(digest, viewUri({ log: compressed })),
    '{\n  "a": [\n    1.0,\n    2e3\n  ],\n  "b": {}\n}\n',
  );
  await digest.stop();
  const other = await ProtocolClient.inProcess({ files: disk(onDisk('a, "b\nc')) });
  assert.equal(await textOf(other, viewUri({ log: compressed })), 'a, "b\nc');
  await other.stop();
});

test('an open log has a view, and places are carried both ways', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(late, early));
  const view = viewUri({ log: uri });
  const text = await textOf(client, view);
  const there = rangeOf(text, '"12345678901234567890"');
  const here = rangeOf(log(late, early), '"12345678901234567890"');
  assert.deepEqual(await client.connection.sendRequest(OriginalPlaceRequest, { uri: view, range: there }), {
    uri,
    range: here,
  });
  assert.deepEqual(await client.connection.sendRequest(ViewPlaceRequest, { view, range: here }), {
    uri: view,
    range: there,
  });
  await client.stop();
});

test('a view of an open log follows its edits', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(early));
  assert.equal((await textOf(client, viewUri({ log: uri }))).includes('alice'), true);
  const start = client.document(uri).getText().indexOf('alice');
  await client.edit(uri, { start, end: start + 5, text: 'bobby' });
  assert.equal((await textOf(client, viewUri({ log: uri }))).includes('user/bobby'), true);
  await client.stop();
});

test('of a compressed log there is no original to go to', async () => {
  const client = await ProtocolClient.inProcess({ files: disk(onDisk(log(early))) });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const question = { uri: viewUri({ log: compressed }), range };
  assert.equal(await client.connection.sendRequest(OriginalPlaceRequest, question), null);
  await client.stop();
});

test('an event is shown where an editor can show it', async () => {
  const text = log(late, early);
  const client = await ProtocolClient.inProcess({ files: disk(onDisk(text)) });
  const show = (uri: string, index: number) => client.connection.sendRequest(ShowEventRequest, { uri, index });
  const open = await client.open(text);
  assert.deepEqual(await show(open, 1), { uri: open, range: rangeOf(text, JSON.stringify(early)) });
  const view = viewUri({ log: compressed });
  const shown = await show(compressed, 1);
  assert.equal(shown?.uri, view);
  const lines = (await textOf(client, view))
    .split('\n')
    .slice(shown?.range.start.line, (shown?.range.end.line ?? 0) + 1);
  assert.deepEqual(JSON.parse(lines.join('\n')), early);
  assert.equal(await show(compressed, 2), null);
  assert.equal(await show('file:///gone.gz', 0), null);
  await client.stop();
});

test('a plain file on disk is its own place for its events', async () => {
  const text = log(late, early);
  const client = await ProtocolClient.inProcess({ files: disk(onDisk(text, { isCompressed: false })) });
  assert.deepEqual(await client.connection.sendRequest(ShowEventRequest, { uri: compressed, index: 0 }), {
    uri: compressed,
    range: rangeOf(text, JSON.stringify(late)),
  });
  await client.stop();
});

test('of a log that no editor holds, an event is shown with its neighbours, and the whole says what to do', async () => {
  const agent = 'x'.repeat(1024 * 1024);
  const large = Array.from({ length: 60 }, (_, index) => record({ userAgent: agent, eventID: `event ${index}` }));
  const client = await ProtocolClient.inProcess({ files: disk(onDisk(log(...large), { isCompressed: false })) });
  const whole = await read(client, viewUri({ log: compressed }));
  assert.match('failure' in whole ? whole.failure : '', /^This log is 60 MB of text, .* Inspect the file instead/);
  const place = await client.connection.sendRequest(ShowEventRequest, { uri: compressed, index: 30 });
  assert.equal(place?.uri, viewUri({ log: compressed, around: 30 }));
  const lines = (await textOf(client, viewUri({ log: compressed, around: 30 }))).split('\n');
  const shown = lines.slice(place?.range.start.line, (place?.range.end.line ?? 0) + 1).join('\n');
  assert.equal(JSON.parse(shown.replace(/,$/, '')).eventID, 'event 30');
  assert.equal(lines.filter((line) => line.includes('"eventID"')).length, 11);
  await client.stop();
});

test('a log counts once, whether it, its views or both are open', async () => {
  const client = await ProtocolClient.inProcess();
  const counts = async () => (await client.groups('all')).logs.map(({ uri }) => uri);
  const uri = 'file:///logs/one.json';
  const view = viewUri({ log: uri });
  const byTime = viewUri({ log: uri, order: 'time' });
  const text = log(early);
  await client.open(text, view);
  await client.open(text, byTime);
  await client.open(text, viewUri({ log: uri, around: 0 }));
  assert.deepEqual(await counts(), [view]);
  await client.open(text, uri);
  assert.deepEqual(await counts(), [uri]);
  await client.close(view);
  await client.close(uri);
  assert.deepEqual(await counts(), [byTime]);
  await client.stop();
});

test('a place in a view leads to the event in the tree, wherever that counts', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open(log(late, early));
  const view = viewUri({ log: uri, order: 'time' });
  const text = await textOf(client, view);
  await client.open(text, view);
  const at = async () => {
    const position = rangeOf(text, 'ListUsers').start;
    const place = await client.connection.sendRequest(EventAtRequest, { uri: view, position, services: 'workmail' });
    return [place?.groups[0]?.group.key, place?.item.uri, place?.item.index];
  };
  assert.deepEqual(await at(), ['workmail/ListUsers', uri, 1]);
  await client.close(uri);
  assert.deepEqual(await at(), ['workmail/ListUsers', view, 0]);
  await client.stop();
});

test('a view is served like any log, but repairs are made in a copy: it can not be written', async () => {
  const text = log(early).replace(',"eventSource"', '"eventSource"');
  const client = await ProtocolClient.inProcess({ files: disk(onDisk(text)) });
  const uri = viewUri({ log: compressed });
  const shown = await textOf(client, uri);
  await client.open(shown, uri);
  const [problem, ...more] = await client.diagnostics(uri);
  assert.deepEqual([problem?.code, problem?.range, more], ['WT101', rangeOf(shown, '"eventSource"'), []]);
  const actions = await client.codeActions(uri, rangeOf(shown, '"eventSource"'));
  assert.deepEqual(
    actions.map(({ title }) => title),
    ['Repair a copy of this log'],
  );
  const hover = await client.hover(uri, rangeOf(shown, 'ListUsers').start);
  assert.match(JSON.stringify(hover?.contents), /ListUsers/);
  await client.stop();
});
