import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extensions, languages, type TextDocument, window, workspace } from 'vscode';
import { closeAll, event, log, open } from './logs';
import { ordinaryFiles } from './ordinaryFiles';
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
    for (const [name, text] of ordinaryFiles()) {
      const file = path.join(folder, name);
      await writeFile(file, text);
      const document = await workspace.openTextDocument(file);
      await window.showTextDocument(document, { preview: false });
      opened.push(document);
    }
    assert.equal(opened.length, 50);
    // VS Code speaks of broken JSON when it has looked, and we have had our look by then.
    const broken = await open('{ "name": "a" "version": "1" }');
    await until(() => (problemsOf(broken.uri).length > 0 ? true : undefined), languages.onDidChangeDiagnostics);
    for (const { uri } of [...opened, broken]) {
      assert.deepEqual(
        languages.getDiagnostics(uri).filter(({ source }) => source === 'WorkMail Trail'),
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

/** The language servers that this extension host started, by their command line. */
function servers(): readonly string[] {
  const processes = execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' }).split('\n');
  return processes.filter((line) => line.trimStart().startsWith(`${process.pid} `) && /dist.server\.js/.test(line));
}
