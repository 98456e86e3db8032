import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createLogFiles } from '../../server/src/node/logFiles';
import { createIntegrity } from '../../server/src/node/verify/fileIntegrity';
import { HandOverRequest, InspectRequest } from '../../server/src/wire/protocol';
import { projectRoot } from '../support/projectRoot';
import { ProtocolClient } from '../support/protocolClient';
import { withFiles } from '../unit/cli/terminal';
import { log, record } from './records';

const dist = path.join(projectRoot(), 'dist');
const header = { title: '', author: '', reference: '', made: 0, tool: 'a tool' };

/** Name, whether there is a hash, and what it was read as, of each file that a page tells of. */
function inputsIn(html: string): readonly unknown[] {
  const chapter = html.slice(html.indexOf('<h2 id="inputs">'));
  return Array.from(chapter.matchAll(/^<tr><th>\d+(<td>.*)$/gm), ([, cells = '']) => {
    const [, name, sum = '', , , read] = cells.split('<td>');
    return [name, /^[0-9a-f]{64}$/.test(sum), read];
  });
}

test('a report that is handed over tells the hash of every file, and where an editor held another text', () =>
  withFiles({ 'one.json': log(record({})), 'two.json': log(record({})), 'notes.txt': 'milk' }, async (pathOf) => {
    const files = createLogFiles({ workerFile: path.join(dist, 'scanWorker.js'), threads: 1 });
    const integrity = createIntegrity({ workerFile: path.join(dist, 'hashWorker.js') });
    const client = await ProtocolClient.inProcess({ files, integrity });
    const uriOf = (name: string): string => pathToFileURL(pathOf(name)).href;
    await client.open(log(record({}), record({ eventID: 'typed' })), uriOf('one.json'));
    const edited = { uris: [uriOf('one.json')], labels: ['one.json'], header, format: 'html' } as const;
    const { text } = await client.connection.sendRequest(HandOverRequest, edited);
    const folder = uriOf('.').replace(/\/\.?$/, '');
    await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
    const inspected = { uris: [folder], labels: ['logs'], header, format: 'html' } as const;
    const page = await client.connection.sendRequest(HandOverRequest, inspected);
    await client.stop();
    const other =
      'The editor holds another text than the file: the report is on what the editor holds, the hash is of the file.';
    assert.deepEqual(
      [inputsIn(text), inputsIn(page.text).map((input) => Object.values(Object(input)).slice(0, 2))],
      [
        [['one.json', true, `CloudTrail log file, 2 records: ${other}`]],
        [
          ['logs/notes.txt', true],
          ['logs/one.json', true],
          ['logs/two.json', true],
        ],
      ],
    );
  }));
