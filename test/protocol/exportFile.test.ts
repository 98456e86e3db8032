import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { parquetReadObjects } from 'hyparquet';
import { readSheet } from 'read-excel-file/node';
import { binaryTables } from '../../server/src/node/binaryTables';
import {
  type EventAt,
  EventsBehindRequest,
  type ExportedWhole,
  ExportFileRequest,
  InquiriesRequest,
} from '../../server/src/wire/protocol';
import { projectRoot } from '../support/projectRoot';
import { ProtocolClient } from '../support/protocolClient';

const uri = 'file:///case/stolen-key.json';
const question = 'action:StartMailboxExportJob';

async function withLog(use: (client: ProtocolClient) => Promise<void>, tables = true): Promise<void> {
  const client = await ProtocolClient.inProcess(tables ? { tables: binaryTables } : {});
  await client.open(readFileSync(path.join(projectRoot(), 'samples/incident/stolen-key.json'), 'utf8'), uri);
  await use(client);
  await client.stop();
}

async function fileOf(client: ProtocolClient, events: readonly EventAt[], format: ExportedWhole): Promise<Buffer> {
  const made = await client.connection.sendRequest(ExportFileRequest, { events, format });
  assert.ok('base64' in made);
  assert.deepEqual([made.missing, made.notes], [0, []]);
  return Buffer.from(made.base64, 'base64');
}

suite('events behind a list of the editor', () => {
  test('are all that answer its question, or carry its finding, which is told by its sentence', () =>
    withLog(async ({ connection }) => {
      const listed = await connection.sendRequest(EventsBehindRequest, { question, limit: 1 });
      const { answers } = await connection.sendRequest(InquiriesRequest, {});
      const answer = answers.find(({ id }) => id === 'mailbox-exported');
      const [first] = answer?.findings ?? [];
      assert.ok(answer !== undefined && first !== undefined);
      const finding = { inquiry: answer.id, at: 0, summary: first.summary };
      const found = await connection.sendRequest(EventsBehindRequest, { finding, limit: 1000 });
      const other = { ...finding, summary: 'another' };
      assert.deepEqual(
        [
          listed?.events.length,
          listed?.total,
          found?.total,
          found?.events.slice(0, first.events.length),
          await connection.sendRequest(EventsBehindRequest, { finding: other, limit: 1000 }),
        ],
        [1, 2, first.count, first.events.map((item) => ({ uri: item.uri, index: item.index })), null],
      );
    }));

  test('are written alone, as tables that other readers know', () =>
    withLog(async (client) => {
      const behind = await client.connection.sendRequest(EventsBehindRequest, { question, limit: 10 });
      const events = behind?.events ?? [];
      const [head, ...rows] = await readSheet(await fileOf(client, events, 'xlsx'));
      const parquet = await fileOf(client, events, 'parquet');
      const file = new Uint8Array(parquet).buffer;
      const told = await parquetReadObjects({ file });
      assert.deepEqual(
        [rows.map((row) => row[head?.indexOf('eventName') ?? -1]), told.map(({ eventName }) => eventName)],
        [
          ['StartMailboxExportJob', 'StartMailboxExportJob'],
          ['StartMailboxExportJob', 'StartMailboxExportJob'],
        ],
      );
    }));

  test('are written with what was found of them alone: as SARIF, and as a layer of ATT&CK', () =>
    withLog(async (client) => {
      const behind = await client.connection.sendRequest(EventsBehindRequest, { question, limit: 10 });
      const events = behind?.events ?? [];
      const sarif = JSON.parse((await fileOf(client, events, 'sarif')).toString('utf8'));
      const layer = JSON.parse((await fileOf(client, events, 'navigator')).toString('utf8'));
      const [{ results }] = sarif.runs;
      const found = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'mailbox-exported');
      const techniques = layer.techniques.filter(({ score }: { score: number }) => score > 0);
      assert.deepEqual(
        [
          found?.locations[0].physicalLocation.artifactLocation.uri,
          techniques.length > 0 &&
            techniques.map(({ score, metadata }: { score: number; metadata: unknown }) => [score, metadata]),
        ],
        [uri, techniques.map(() => [2, [{ name: 'StartMailboxExportJob', value: '2' }]])],
      );
    }));

  test('are no table where what writes it can’t be loaded, which is said in words', () =>
    withLog(async ({ connection }) => {
      const made = await connection.sendRequest(ExportFileRequest, { events: [{ uri, index: 0 }], format: 'xlsx' });
      assert.match('refused' in made ? made.refused : '', /could not be loaded\. Export as CSV/);
    }, false));

  test('that are gone are counted', () =>
    withLog(async ({ connection }) => {
      const made = await connection.sendRequest(ExportFileRequest, {
        events: [{ uri, index: 9999 }],
        format: 'parquet',
      });
      assert.equal('missing' in made ? made.missing : undefined, 1);
    }));
});
