import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createLogFiles } from '../../server/src/node/logFiles';
import { EngineTextRequest, InspectRequest } from '../../server/src/wire/protocol';
import { statementsIn } from '../support/handedOver';
import { projectRoot } from '../support/projectRoot';
import { ProtocolClient } from '../support/protocolClient';
import { openDuckDb } from '../support/queryEngines';
import { withFiles } from '../unit/cli/terminal';
import { log, record } from './records';

const event = (id: string): unknown => record({ eventID: id, requestID: id });
const list = JSON.stringify([event('listed')]);
const logs = {
  'one.json': log(record({ eventID: 'one', requestID: 'one' }), record({ eventID: 'two', requestID: 'two' })),
  'list.json': list,
  'cut.json': log(record({ eventID: 'three', requestID: 'three' })).slice(0, -20),
  'notes.json': '{"some": "notes"}',
};

/** What is said of DuckDB when `prepare` has shown the server some logs, and how many events its query gives. */
async function handed(prepare: (client: ProtocolClient, uriOf: (name: string) => string) => Promise<unknown>) {
  return withFiles(logs, async (pathOf) => {
    const workerFile = path.join(projectRoot(), 'dist', 'scanWorker.js');
    const client = await ProtocolClient.inProcess({ files: createLogFiles({ workerFile, threads: 1 }) });
    await prepare(client, (name) => pathToFileURL(pathOf(name)).href.replace(/\/\.?$/, ''));
    const told = await client.connection.sendRequest(EngineTextRequest, { engine: 'duckdb', where: '' });
    await client.stop();
    const { text } = 'text' in told ? told : { text: told.refused };
    const duckDb = await openDuckDb();
    let rows = 0;
    for (const statement of statementsIn(text).slice(0, -1)) rows = (await duckDb.ask(statement)).length;
    const lines = text.split('\n').filter((line) => /^-- (?:Left|From| {2}.*json)/.test(line));
    return [...lines.map((line) => line.replaceAll(`${pathOf('')}`, '')), rows];
  });
}

suite('a question for an engine that reads files', () => {
  test('leaves out by name what the engine would stop at in a folder, and says what has to come from the rest', async () => {
    assert.deepEqual(
      await handed((client, uriOf) =>
        client.connection.sendRequest(InspectRequest, { uri: uriOf('.'), isFolder: true }),
      ),
      [
        '-- From the logs that it reads there have to come 2 events: 2 of those that answer here stand only in logs that it does not read.',
        "-- Left out are 2 files that it can't read, and at which it would stop: cut off, damaged, in another form, or with half of a surrogate pair. Ask them here:",
        '--   /cut.json',
        '--   /list.json',
        2,
      ],
    );
  });

  test('names open logs but those that it would stop at', async () => {
    assert.deepEqual(
      await handed(async (client, uriOf) => {
        await client.open(logs['one.json'], uriOf('one.json'));
        await client.open(list, uriOf('list.json'));
      }),
      [
        '-- From the logs that it reads there have to come 2 events: 1 of those that answer here stand only in logs that it does not read.',
        "-- Left out is 1 file that it can't read, and at which it would stop: cut off, damaged, in another form, or with half of a surrogate pair. Ask them here:",
        '--   /list.json',
        2,
      ],
    );
  });
});
