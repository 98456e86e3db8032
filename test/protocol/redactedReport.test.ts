import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RedactedReportRequest } from '../../server/src/wire/protocol';
import { ProtocolClient } from '../support/protocolClient';
import { log, record } from './records';

const uris = ['file:///cases/smith/one.json', 'file:///cases/smith/two.json'];
const header = { title: 'An incident', author: '', reference: '', made: 0, tool: 'an editor' };

async function opened(): Promise<ProtocolClient> {
  const client = await ProtocolClient.inProcess();
  for (const [at, uri] of uris.entries())
    await client.open(log(record({ eventID: `e-${at}`, eventName: 'DeleteUser' })), uri);
  return client;
}

test('a redacted report tells of all logs with one pseudonym for one value, the hashes of the originals and the key beside it', async () => {
  const client = await opened();
  const { connection } = client;
  const params = { uris, labels: [], header, format: 'markdown', sha256: { [uris[1] ?? '']: 'ab12' } } as const;
  const first = await connection.sendRequest(RedactedReportRequest, params);
  assert.ok('text' in first);
  const { pseudonyms } = JSON.parse(first.key);
  const originals: readonly string[] = pseudonyms.map(([original]: readonly [string]) => original);
  const again = await connection.sendRequest(RedactedReportRequest, { ...params, key: first.key });
  assert.deepEqual(
    [
      originals.length > 3,
      originals.filter((original) => original.length > 3 && first.text.includes(original)),
      ['smith', 'ab12', 'one.json', 'Redacted'].map((word) => first.text.includes(word)),
      'text' in again && again.text === first.text,
    ],
    [true, [], [false, true, true, true], true],
  );
  await client.stop();
});

test('a redacted report is refused whose header says what is redacted, whose key is none, or that is on nothing', async () => {
  const client = await opened();
  const { connection } = client;
  const params = { uris, labels: [], header, format: 'html', sha256: {} } as const;
  const { key } = { key: '', ...(await connection.sendRequest(RedactedReportRequest, params)) };
  const [[original]] = JSON.parse(key).pseudonyms.filter(([value]: readonly [string]) => value.length > 8);
  const refusals = [];
  for (const asked of [
    { ...params, header: { ...header, title: `What ${original} did` } },
    { ...params, key: '{}' },
    { ...params, uris: ['file:///nothing.json'] },
  ])
    refusals.push(await connection.sendRequest(RedactedReportRequest, asked));
  assert.deepEqual(refusals, [
    { refused: 'Its title, author or reference says what is redacted in it. Choose other words.' },
    { refused: 'It is no key file of redacted copies.' },
    { refused: 'There is no log among these whose values are known.' },
  ]);
  await client.stop();
});
