import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ConfigurationTarget, commands, languages, Uri, window, workspace } from 'vscode';
import { record } from '../support/largeLog';
import { closeAll, event, log } from './logs';
import { problemsOf, until } from './waiting';

describe('a folder of logs on disk', () => {
  let folder: string;

  before(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), 'AWSLogs-')));
    await mkdir(path.join(folder, 'deep', 'er'), { recursive: true });
    const first = event({ eventID: 'first' });
    await writeFile(path.join(folder, 'one.json'), log(first, event({ eventID: 'second', eventName: 'ListUsers' })));
    await writeFile(path.join(folder, 'deep', 'er', 'again.json.gz'), gzipSync(log(first)));
    await writeFile(path.join(folder, 'notes.json'), '{"shopping":["milk"]}');
  });
  after(async () => {
    await closeAll();
    await rm(folder, { recursive: true, force: true });
  });

  it('is inspected, each event counted once, and told of in both reports', async () => {
    const uri = Uri.file(folder);
    await commands.executeCommand('workmailTrail.inspectThisFolder', uri);
    const report = await read('/Report.md', uri);
    assert.match(report, /each counted once: \[2\]/);
    assert.match(report, /3 files: 2 read, 0 partly read, 1 skipped\./);
    const scan = await read('/scan/Report.md', uri);
    assert.match(scan, /notes\.json/);
  });

  it('is let go of, and then nothing is left of it', async () => {
    const uri = Uri.file(folder);
    await commands.executeCommand('workmailTrail.forgetPlace', { place: { uri: uri.toString() } });
    assert.match(await read('/scan/Report.md', uri), /not inspected any more/);
  });
});

describe('a log that VS Code does not hand to extensions', function () {
  this.timeout(120_000);
  let folder: string;
  let uri: Uri;

  before(async () => {
    await confirmAbove(1000);
    folder = await realpath(await mkdtemp(path.join(tmpdir(), 'large-log-')));
    uri = Uri.file(path.join(folder, 'large.json'));
    const records = Array.from({ length: 45_000 }, (_, index) => record(index));
    records[44_990] = (records[44_990] ?? '').replace(',"eventTime"', '"eventTime"');
    await writeFile(uri.fsPath, `{"Records":[\n${records.join(',\n')}\n]}`);
    assert.ok((await workspace.fs.stat(uri)).size > 50 * 1024 * 1024);
  });
  after(async () => {
    await closeAll();
    await confirmAbove(undefined);
    await rm(folder, { recursive: true, force: true });
  });

  it('has its problems while its tab is open, and no longer', async () => {
    await commands.executeCommand('vscode.open', uri);
    assert.equal(
      workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()),
      false,
    );
    const [problem] = await until(() => {
      const problems = problemsOf(uri);
      return problems.length > 0 ? problems : undefined;
    }, languages.onDidChangeDiagnostics);
    assert.match(problem ?? '', /^44991:\d+-44991:\d+ WorkMail Trail: /);
    assert.match(await read('/Report.md', uri), /each counted once: \[11,250\]/);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until(() => (problemsOf(uri).length === 0 ? true : undefined), languages.onDidChangeDiagnostics);
    assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0);
  });
});

/** A report of ours on a place, as its previews read it. */
async function read(reportPath: string, place: Uri): Promise<string> {
  const query = JSON.stringify({ uris: [place.toString()] });
  const report = Uri.from({ scheme: 'workmail-trail', path: reportPath, query });
  return Buffer.from(await workspace.fs.readFile(report)).toString('utf8');
}

/** Above how many megabytes VS Code asks before it opens a file. */
async function confirmAbove(megabytes: number | undefined): Promise<void> {
  const settings = workspace.getConfiguration('workbench');
  await settings.update('editorLargeFileConfirmation', megabytes, ConfigurationTarget.Global);
}
