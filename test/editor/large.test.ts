import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigurationTarget, commands, type TextDocument, Uri, window, workspace } from 'vscode';
import { damagedRecords, largeLog, largeLogSize, record } from '../support/largeLog';
import { closeAll } from './logs';
import { problemsThat } from './waiting';

describe('a log of 20,000 records and 24 million characters on one line', function () {
  this.timeout(120_000);
  let folder: string;
  let document: TextDocument;

  before(async () => {
    await confirmAbove(100);
    folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-large-'));
    const file = path.join(folder, 'large.json');
    await writeFile(file, largeLog());
    document = await workspace.openTextDocument(file);
    await window.showTextDocument(document, { preview: false });
  });
  after(async () => {
    await closeAll();
    await confirmAbove(undefined);
    await rm(folder, { recursive: true, force: true });
  });

  it('has its problems at their places', async () => {
    assert.ok(document.getText().length >= 24e6);
    const places = damagedRecords.map((index) => {
      const start = document.getText().indexOf(`"eventTime"`, document.getText().indexOf(timeOf(index)) - 20);
      return `0:${start}-0:${start + '"eventTime"'.length}`;
    });
    const problems = await problemsThat(document.uri, ({ length }) => length >= damagedRecords.length);
    assert.deepEqual(problems.map((problem) => problem.split(' ')[0]).sort(), places.sort());
  });

  it('has all its events in the report', async () => {
    const query = JSON.stringify({ uris: [document.uri.toString()] });
    const report = Uri.from({ scheme: 'workmail-trail', path: '/Report.md', query });
    const text = Buffer.from(await workspace.fs.readFile(report)).toString('utf8');
    assert.match(text, /\[20,000\]/);
    assert.match(text, /\[15,000\]/);
  });

  it('selects exactly the characters of an event near its end', async () => {
    const wanted = record(largeLogSize - 7);
    const start = document.getText().lastIndexOf(wanted);
    const range = { start: document.positionAt(start), end: document.positionAt(start + wanted.length) };
    await commands.executeCommand('workmailTrail.revealEvent', { uri: document.uri.toString(), range });
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.getText(editor.selection), wanted);
  });
});

function timeOf(index: number): string {
  return Object(JSON.parse(record(index))).eventTime;
}

/** Above how many megabytes VS Code asks before it opens a file. */
async function confirmAbove(megabytes: number | undefined): Promise<void> {
  const settings = workspace.getConfiguration('workbench');
  await settings.update('editorLargeFileConfirmation', megabytes, ConfigurationTarget.Global);
}
