import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extensions, languages, type TextDocument, workspace } from 'vscode';
import { closeAll, event, log, open } from './logs';
import { problemsOf, until } from './waiting';

// The first suite to run: a server that some other test started would not stop any more.
describe('a window with ordinary files', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-ordinary-'));
    await extensions.getExtension('workmail-trail.workmail-trail')?.activate();
  });
  afterEach(closeAll);
  after(() => rm(folder, { recursive: true, force: true }));

  it('has no server and no problem of ours, however many there are', async () => {
    const opened: TextDocument[] = [];
    for (let number = 0; number < 50; number += 1) {
      const file = path.join(folder, `ordinary-${number}.${number % 3 === 0 ? 'txt' : 'json'}`);
      await writeFile(file, ordinary(number));
      opened.push(await workspace.openTextDocument(file));
    }
    // Broken JSON in one of them: VS Code speaks of it when it has looked, and we have had our look by then.
    const broken = await open('{ "name": "a" "version": "1" }');
    await until(() => (problemsOf(broken.uri).length > 0 ? true : undefined), languages.onDidChangeDiagnostics);
    for (const { uri } of [...opened, broken]) {
      assert.deepEqual(
        languages.getDiagnostics(uri).filter(({ source }) => source !== 'json' && source !== 'jsonc'),
        [],
      );
    }
    assert.deepEqual(servers(), []);
  });

  it('has a server once one of them is a log', async () => {
    await open(log(event()).replace(/,(\s*"accountId")/, '$1'), 'plaintext');
    await until(() => (servers().length === 1 ? true : undefined), languages.onDidChangeDiagnostics);
  });
});

function ordinary(number: number): string {
  const kinds = [
    { name: 'a-package', version: `1.0.${number}`, dependencies: { left: '^1.0.0' } },
    { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', properties: { id: { type: 'string' } } },
    { Records: [{ eventVersion: '2.1', eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: { bucket: {} } }] },
    [{ id: number }, { id: number + 1 }],
    { version: '0', 'detail-type': 'Scheduled Event', source: 'aws.events', detail: {} },
  ];
  return JSON.stringify(kinds[number % kinds.length], undefined, number % 2);
}

/** The language servers that this extension host started, by their command line. */
function servers(): readonly string[] {
  const processes = execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' }).split('\n');
  return processes.filter((line) => line.trimStart().startsWith(`${process.pid} `) && /dist.server\.js/.test(line));
}
