import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InspectRequest, ReadViewRequest, RedactRequest, viewUri } from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const FIELDS = ['organization_arn', 'user_id', 'event_timestamp', 'action', 'action_allowed'];
const delivery = record({
  eventSource: 'logs.amazonaws.com',
  eventName: 'CreateDelivery',
  requestParameters: { deliverySourceName: 'mail', recordFields: FIELDS },
});

test('open lines of values get the names of their fields once a log with the call is open, and lose them with it', async () => {
  const client = await ProtocolClient.inProcess();
  const uri = await client.open([ARN, 'S-1-1-12-1', 1_772_350_000_000, 'read', 'true'].join('|'));
  const codes = async (): Promise<unknown> => (await client.diagnostics(uri)).map(({ code }) => code);
  assert.deepEqual(await codes(), ['WT135']);
  const trail = await client.open(log(delivery), 'file:///logs/trail.json');
  await client.diagnostics(trail);
  assert.deepEqual(await codes(), []);
  await client.close(trail);
  assert.deepEqual(await codes(), ['WT135']);
  await client.stop();
});

const folder = 'file:///case';
const onDisk = { [`${folder}/trail.json`]: log(delivery) };
const line = (user: string): string => [ARN, user, 1_772_350_000_000, 'read', 'true'].join('|');

async function inspected(client: ProtocolClient): Promise<void> {
  await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
}

test('open lines of values get the names of their fields from an inspected folder, too', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith(onDisk) });
  const uri = await client.open(line('S-1-1-12-1'));
  const before = await client.diagnostics(uri);
  await inspected(client);
  const after = await client.diagnostics(uri);
  assert.deepEqual([before.map(({ code }) => code), after], [['WT135'], []]);
  await client.stop();
});

for (const [where, tell] of [
  ['an open log', (client: ProtocolClient) => client.open(log(delivery))],
  ['an inspected folder', inspected],
] as const) {
  test(`a readable view of lines of values on disk has the names that ${where} tells`, async () => {
    const plain = 'file:///elsewhere/plain.log';
    const client = await ProtocolClient.inProcess({ files: filesWith({ ...onDisk, [plain]: line('S-1-1-12-1') }) });
    const read = (): Promise<unknown> =>
      client.connection.sendRequest(ReadViewRequest, { uri: viewUri({ log: plain, around: 0 }) });
    await read();
    await tell(client);
    const fields = Object.entries({
      organization_arn: ARN,
      user_id: 'S-1-1-12-1',
      event_timestamp: '1772350000000',
      action: 'read',
      action_allowed: 'true',
    });
    const members = fields.map(([name, value]) => `    "${name}": "${value}"`).join(',\n');
    assert.deepEqual(await read(), { text: `[\n  {\n${members}\n  }\n]\n`, notes: [] });
    await client.stop();
  });
}

test('a redacted copy of lines of values has no value of the original, whether a call tells of them or nobody', async () => {
  const client = await ProtocolClient.inProcess({ files: filesWith(onDisk) });
  await inspected(client);
  const known = line('zelda.fitz');
  const longer = `${known}|Affairs of Ernest`;
  const quoted = `${known}|"a ""secret"" of, Ernest"`;
  const parted = known.replaceAll('|', '::');
  const uri = await client.open([known, longer, quoted, parted, line('penelope')].join('\n'));
  const copy = await client.connection.sendRequest(RedactRequest, { uri });
  const organization = 'arn:aws:workmail:eu-west-1:999900000001:organization/m-00000000000000000000000000000001';
  const copied = (name: string): string => `${organization}|${name}|1772350000000|read|true`;
  assert.ok(copy !== null && 'text' in copy);
  assert.deepEqual(
    [copy.text.split('\n'), copy.remaining],
    [
      [
        copied('name000000000001'),
        `${copied('name000000000001')}|text0000000000000000000000000001`,
        `${copied('name000000000001')}|"text0000000000000000000000000002"`,
        'text000000000000000000000000000000000000000000000000000000000003',
        copied('name0002'),
      ],
      [],
    ],
  );
  await client.stop();
});
