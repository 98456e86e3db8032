import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  InlayHintRequest,
  type Location,
  type Position,
  ReferencesRequest,
} from 'vscode-languageserver-protocol/node';
import {
  InspectRequest,
  LikeEventRequest,
  NameAtRequest,
  ReadViewRequest,
  readViewUri,
  TrailRequest,
  viewUri,
} from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const organizationId = 'm-0123456789abcdef0123456789abcdef';
const role = 'arn:aws:iam::111122223333:role/Admin';
const session = 'arn:aws:sts::111122223333:assumed-role/Admin/jane';
const jane = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE00000000AA:jane',
  arn: session,
  accountId: '111122223333',
  accessKeyId: 'ASIAEXAMPLE00000000J',
  sessionContext: { sessionIssuer: { type: 'Role', arn: role, userName: 'Admin' } },
};
const folder = 'file:///evidence/AWSLogs';
/** Bob's key is made; with it a session is begun. */
const texts = {
  [`${folder}/iam.json`]: log(
    otherRecord({
      eventID: 'i0',
      eventTime: '2026-03-01T07:00:00Z',
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateAccessKey',
      responseElements: { accessKey: { accessKeyId: 'AKIAEXAMPLE00000000B', userName: 'bob' } },
    }),
    otherRecord({
      eventID: 'i1',
      eventTime: '2026-03-01T08:00:00Z',
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      userIdentity: { type: 'IAMUser', userName: 'bob', accessKeyId: 'AKIAEXAMPLE00000000B' },
      requestParameters: { roleArn: role, roleSessionName: 'jane' },
      responseElements: {
        credentials: { accessKeyId: 'ASIAEXAMPLE00000000J' },
        assumedRoleUser: { arn: session },
      },
    }),
  ),
};
/** With the session a mailbox is made, and a bucket is looked at. */
const open = log(
  record({
    eventID: 'o0',
    eventTime: '2026-03-01T09:00:00Z',
    userIdentity: jane,
    eventName: 'CreateUser',
    requestParameters: { organizationId, name: 'carol', displayName: 'Carol' },
    responseElements: { userId: 'u-carol' },
    readOnly: false,
  }),
  record({
    eventID: 'o1',
    eventTime: '2026-03-01T10:00:00Z',
    eventName: 'CreateAlias',
    requestParameters: { organizationId, entityId: 'u-carol', alias: 'boss@example.com' },
    readOnly: false,
  }),
  otherRecord({ eventID: 'o2', eventTime: '2026-03-01T08:30:00Z', userIdentity: jane }),
);

async function withAll(
  ask: (client: ProtocolClient, uri: string) => Promise<void>,
  settings: unknown = null,
): Promise<void> {
  const client = await ProtocolClient.inProcess({ files: filesWith(texts), settings: () => settings });
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
  const uri = await client.open(open, 'file:///elsewhere/open.json');
  await ask(client, uri);
  await client.stop();
}

/** `open.json` with the text that is pointed at, or the file and the index of an event on disk. */
function told({ uri, range }: Location): string {
  const view = readViewUri(uri);
  if (view !== undefined) return `${view.log.slice(view.log.lastIndexOf('/') + 1)}/${view.around}`;
  return `${uri.slice(uri.lastIndexOf('/') + 1)} ${open.slice(range.start.character, range.end.character)}@${range.start.character}`;
}

function at(needle: string, from = 0): number {
  const found = open.indexOf(needle, from);
  assert.ok(found >= 0, needle);
  return found;
}

async function definition(client: ProtocolClient, uri: string, character: number): Promise<readonly string[]> {
  const asked = { textDocument: { uri }, position: { line: 0, character } };
  const found = await client.connection.sendRequest(DefinitionRequest.type, asked);
  return [found ?? []].flat().map((location) => told(location as Location));
}

async function references(client: ProtocolClient, uri: string, character: number): Promise<readonly string[]> {
  const context = { includeDeclaration: true };
  const asked = { textDocument: { uri }, position: { line: 0, character }, context };
  return ((await client.connection.sendRequest(ReferencesRequest.type, asked)) ?? []).map(told);
}

test('go to definition leads to the event that made what a value names', () =>
  withAll(async (client, uri) => {
    const made = at('u-carol');
    for (const [needle, from, expected] of [
      ['u-carol', made + 10, `open.json u-carol@${made}`],
      ['ASIAEXAMPLE00000000J', 0, 'iam.json/1'],
      [session, 0, 'iam.json/1'],
      // Nobody makes an address: the first event from there.
      ['203.0.113.5', 0, 'iam.json/0'],
      ['AKIAEXAMPLE00000000A', 0, 'iam.json/0'],
    ] as const) {
      assert.deepEqual(await definition(client, uri, at(needle, from) + 2), [expected], needle);
    }
    assert.deepEqual(await definition(client, uri, at('2026-03-01T09')), []);
  }));

test('all references are found in every service and file, in the order they happened', () =>
  withAll(async (client, uri) => {
    const key = 'ASIAEXAMPLE00000000J';
    const first = at(key);
    assert.deepEqual(await references(client, uri, first), [
      'iam.json/1',
      `open.json ${key}@${at(key, first + 1)}`,
      `open.json ${key}@${first}`,
    ]);
    assert.deepEqual(await references(client, uri, at('carol') + 1), [
      `open.json carol@${at('carol')}`,
      `open.json u-carol@${at('u-carol', at('u-carol') + 1)}`,
    ]);
    assert.deepEqual(await references(client, uri, at('2026-03-01T09')), []);
  }));

test('of a session that is begun again and again, the one at hand is found, however many there were', async () => {
  const client = await ProtocolClient.inProcess();
  const second = (at: number): string => new Date(Date.UTC(2026, 2, 1, 7, 0, at)).toISOString().replace('.000Z', 'Z');
  const begun = Array.from({ length: 1500 }, (_, at) =>
    otherRecord({
      eventID: `b${at}`,
      eventTime: second(2 * at),
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      requestParameters: { roleArn: role, roleSessionName: 'jane' },
      responseElements: {
        credentials: { accessKeyId: `ASIAEXAMPLE0000${10_000 + at}` },
        assumedRoleUser: { arn: session },
      },
    }),
  );
  const { accessKeyId: _, ...keyless } = jane;
  const text = log(...begun, otherRecord({ eventID: 'used', eventTime: second(2401), userIdentity: keyless }));
  const uri = await client.open(text);
  const from = text.indexOf('"eventID":"b1200"');
  const asked = { textDocument: { uri }, position: { line: 0, character: text.lastIndexOf(session) } };
  const found = await client.connection.sendRequest(DefinitionRequest.type, asked);
  const character = text.lastIndexOf(session, from);
  const range = { start: { line: 0, character }, end: { line: 0, character: character + session.length } };
  assert.deepEqual(found, { uri, range });
  const hover = await client.hover(uri, asked.position);
  assert.match(JSON.stringify(hover), /Made or given out by \*\*AssumeRole\*\* at 2026-03-01 07:40 UTC/);
  const [item] = (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, asked)) ?? [];
  assert.ok(item);
  const [giver] = (await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item })) ?? [];
  assert.equal(giver?.from.detail, '2026-03-01T07:40:00Z · alice · from 203.0.113.5');
  await client.stop();
});

test('an event on disk is shown alone', () =>
  withAll(async (client, uri) => {
    const asked = { textDocument: { uri }, position: { line: 0, character: at('ASIAEXAMPLE00000000J') } };
    const found = await client.connection.sendRequest(DefinitionRequest.type, asked);
    const [location] = [found ?? []].flat() as Location[];
    assert.ok(location);
    assert.match(decodeURIComponent(location.uri), /^workmail-log:\/2026-03-01T08\.00\.00Z AssumeRole bob\.json\?/);
    const view = await client.connection.sendRequest(ReadViewRequest, { uri: location.uri });
    assert.ok('text' in view);
    const [shown, ...others] = JSON.parse(view.text) as { eventID: string }[];
    assert.deepEqual([shown?.eventID, others], ['i1', []]);
    // Where the key stands in it, so that one can go on from there.
    const { start, end } = location.range;
    assert.equal(view.text.split('\n')[start.line]?.slice(start.character, end.character), 'ASIAEXAMPLE00000000J');
  }));

test('a mailbox is asked for by all that it is called', () =>
  withAll(async (client, uri) => {
    const like = await client.connection.sendRequest(LikeEventRequest, { uri, index: 0 });
    assert.deepEqual(
      like?.filter(({ field }) => field === 'target'),
      [{ field: 'target', value: 'carol', question: 'target:carol,u-carol,boss@example.com', events: 2 }],
    );
  }));

test('who asks in a readable view is led through the view', () =>
  withAll(async (client, uri) => {
    const view = viewUri({ log: uri });
    const shown = await client.connection.sendRequest(ReadViewRequest, { uri: view });
    assert.ok('text' in shown);
    await client.open(shown.text, view);
    const lines = shown.text.split('\n');
    const placeOf = (line: number) => ({ line, character: (lines[line] ?? '').indexOf('u-carol') });
    const all = lines.flatMap((line, at) => (line.includes('u-carol') ? [placeOf(at)] : []));
    const made = lines.findIndex((line) => line.includes('"userId": "u-carol"'));
    const position = all.find(({ line }) => line !== made) ?? { line: 0, character: 0 };
    const textDocument = { uri: view };
    const end = ({ line, character }: Position) => ({ line, character: character + 'u-carol'.length });
    const start = placeOf(made);
    assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, { textDocument, position }), {
      uri: view,
      range: { start, end: end(start) },
    });
    const context = { includeDeclaration: true };
    const references = await client.connection.sendRequest(ReferencesRequest.type, { textDocument, position, context });
    assert.deepEqual(
      references?.map(({ uri: each, range }) => [each, range.start.line]),
      all.map(({ line }) => [view, line]),
    );
  }));

test('the same name is marked in the text around', () =>
  withAll(async (client, uri) => {
    const asked = { textDocument: { uri }, position: { line: 0, character: at('u-carol') } };
    const marked = await client.connection.sendRequest(DocumentHighlightRequest.type, asked);
    const first = at('u-carol');
    assert.deepEqual(
      marked?.map(({ range }) => range.start.character),
      [first, at('u-carol', first + 1)],
    );
  }));

test('the chain of identities leads from an event to the maker of its key, and back', () =>
  withAll(async (client, uri) => {
    const { connection } = client;
    const asked = { textDocument: { uri }, position: { line: 0, character: at('"CreateUser"') } };
    const [event] = (await connection.sendRequest(CallHierarchyPrepareRequest.type, asked)) ?? [];
    assert.ok(event);
    const chain = [event.name];
    let item = event;
    for (;;) {
      const [call] = (await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item })) ?? [];
      if (call === undefined) break;
      item = call.from;
      chain.push(`${item.name}: ${item.detail}`);
    }
    assert.deepEqual(chain, [
      'CreateUser',
      'AssumeRole: 2026-03-01T08:00:00Z · bob · from 203.0.113.5',
      'CreateAccessKey: 2026-03-01T07:00:00Z · alice · from 203.0.113.5',
    ]);
    const calls = (await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item })) ?? [];
    assert.deepEqual(
      calls.map(({ to }) => to.name),
      ['AssumeRole'],
    );
    const [session1] = calls;
    assert.ok(session1);
    const next = (await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: session1.to })) ?? [];
    assert.deepEqual(
      next.map(({ to }) => to.name),
      ['ListBuckets', 'CreateUser'],
    );
  }));

test('everything that names the same is told as one list, with the pauses', () =>
  withAll(async (client, uri) => {
    const { connection } = client;
    const position = { line: 0, character: at('ASIAEXAMPLE00000000J') };
    const name = await connection.sendRequest(NameAtRequest, { uri, position });
    assert.deepEqual(name, {
      words: 'access key',
      text: 'ASIAEXAMPLE00000000J',
      question: 'key:ASIAEXAMPLE00000000J OR names:ASIAEXAMPLE00000000J',
    });
    const { question, words, text } = name;
    const trail = await connection.sendRequest(TrailRequest, { question, about: { words, text } });
    const range = (eventID: string): string => {
      const start = open.lastIndexOf('{"eventVersion"', open.indexOf(`"eventID":"${eventID}"`));
      const end = open.indexOf(',"eventCategory":"Management"}', start) + ',"eventCategory":"Management"}'.length;
      return `L1,${start + 1}-L1,${end + 1}`;
    };
    assert.deepEqual(trail, {
      events: 3,
      uris: [folder, uri],
      markdown: `# Everything with the access key ASIAEXAMPLE00000000J

3 events from 2026-03-01 08:00 to 2026-03-01 09:00, all from 203.0.113.5, all with AWS CLI (aws-cli/2.15.0); 0 failed.

Services: s3 1, sts 1, workmail 1.

All times are UTC. *Filter Events…* picks the same events in the tree by this question:

key:ASIAEXAMPLE00000000J OR names:ASIAEXAMPLE00000000J

## 2026-03-01

| Time (UTC) | What | On what | Who |
| :--- | :--- | :--- | :--- |
| [08:00:00](event/0/iam.json/@1.trail-event) | sts AssumeRole | ASIAEXAMPLE00000000J, ${session}, ${role} and 1 more | bob |
| [08:30:00](event/1/${range('o2')}.trail-event) | s3 ListBuckets |  | Admin/jane |
| [09:00:00](event/1/${range('o0')}.trail-event) | workmail CreateUser (high) | carol (u-carol) | Admin/jane |
`,
    });
    assert.equal(await connection.sendRequest(NameAtRequest, { uri, position: { line: 0, character: 1 } }), null);
  }));

test('a hover tells what all logs tell of a name', () =>
  withAll(async (client, uri) => {
    for (const [needle, expected] of [
      [
        'ASIAEXAMPLE00000000J',
        'Made or given out by **AssumeRole** at 2026-03-01 08:00 UTC by bob.  \n' +
          '3 events in these logs from 2026-03-01 08:00 UTC to 2026-03-01 09:00 UTC.  \n' +
          'The one before 30 minutes earlier.',
      ],
      [
        'u-carol","alias',
        'Called **carol**, also `boss@example.com` in these logs.  \n' +
          'Made or given out by **CreateUser** at 2026-03-01 09:00 UTC by Admin/jane.  \n' +
          '2 events in these logs from 2026-03-01 09:00 UTC to 2026-03-01 10:00 UTC.  \n' +
          'The one before 1 hour earlier.',
      ],
    ] as const) {
      const hover = await client.hover(uri, { line: 0, character: at(needle) + 1 });
      const { contents } = hover ?? {};
      assert.ok(typeof contents === 'object' && 'value' in contents);
      assert.equal(contents.value.slice(contents.value.lastIndexOf('\n\n') + 2), expected, needle);
    }
  }));

test('a hover leads to all of them where the client can show them', async () => {
  const client = await ProtocolClient.inProcess({ announces: { showAll: true } });
  const uri = await client.open(open);
  const { contents } = (await client.hover(uri, { line: 0, character: at('ASIAEXAMPLE00000000J') })) ?? {};
  assert.ok(typeof contents === 'object' && 'value' in contents);
  const [, href = ''] = /\[Show all\]\(command:workmailTrail\.showAllOfThis\?([^()\s]+)\)/.exec(contents.value) ?? [];
  assert.ok(
    contents.value.includes(
      'The event that made it or gave it out is not in these logs. Look for **sts AssumeRole**, **sts AssumeRoleWithSAML**, ' +
        '**sts AssumeRoleWithWebIdentity**, **sts AssumeRoot**, **sts GetSessionToken**, **sts GetFederationToken**.',
    ),
    contents.value,
  );
  const question = 'key:ASIAEXAMPLE00000000J OR names:ASIAEXAMPLE00000000J';
  assert.deepEqual(JSON.parse(decodeURIComponent(href)), [
    { words: 'access key', text: 'ASIAEXAMPLE00000000J', question },
  ]);
  await client.stop();
});

const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: open.length } };

test('names and kinds of keys are written behind values, for those who want it', async () => {
  const hints = async (client: ProtocolClient, uri: string) =>
    client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range: whole });
  await withAll(async (client, uri) => assert.equal(await hints(client, uri), null));
  await withAll(
    async (client, uri) => {
      const told = (await hints(client, uri))?.map(({ position: { character }, label }) => {
        const before = open.slice(0, character);
        return `${before.slice(before.lastIndexOf('"', before.length - 2))} ${label}`;
      });
      assert.deepEqual(
        told?.filter((hint) => !hint.includes(' in ')),
        [
          '"ASIAEXAMPLE00000000J" temporary key',
          '"u-carol" carol',
          '"AKIAEXAMPLE00000000A" long-term key',
          '"u-carol" carol',
          '"boss@example.com" carol',
          '"ASIAEXAMPLE00000000J" temporary key',
        ],
      );
    },
    { showHints: true },
  );
});

test('a line above each event says in short what it is, for those who want it', async () => {
  const lenses = async (client: ProtocolClient, uri: string) =>
    client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
  await withAll(async (client, uri) => assert.equal(await lenses(client, uri), null));
  await withAll(
    async (client, uri) => {
      const titles: (string | undefined)[] = [];
      for (const lens of (await lenses(client, uri)) ?? []) {
        const resolved: CodeLens = await client.connection.sendRequest(CodeLensResolveRequest.type, lens);
        titles.push(resolved.command?.title);
      }
      assert.deepEqual(titles, [
        'Admin/jane · CreateUser · carol (u-carol) · succeeded · 1 more by this key',
        'alice · CreateAlias · carol (u-carol), boss@example.com · succeeded · 1 more by this key',
        'Admin/jane · ListBuckets · succeeded · 1 more by this key',
      ]);
    },
    { showLenses: true },
  );
});
