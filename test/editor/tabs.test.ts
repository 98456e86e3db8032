import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  commands,
  TabInputCustom,
  TabInputNotebook,
  TabInputText,
  TabInputTextDiff,
  TabInputWebview,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { LogDocuments } from '../../client/src/logs/logDocuments';
import { urisIn } from '../../client/src/logs/shownUris';
import { closeAll, event, log } from './logs';
import { until } from './waiting';

describe('a log is open as long as it has a tab', () => {
  let folder: string;
  let file: Uri;
  let logs: LogDocuments;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-tabs-'));
    file = Uri.file(path.join(folder, 'log.json'));
    await writeFile(file.fsPath, log(event()));
    logs = new LogDocuments();
    logs.start();
  });
  afterEach(async () => {
    logs.dispose();
    await closeAll();
    await rm(folder, { recursive: true, force: true });
  });

  it('and no longer, though VS Code still keeps its document', async () => {
    const document = await show();
    await gone(async () => {
      await commands.executeCommand('workbench.action.closeActiveEditor');
    });
    assert.equal(document.isClosed, false);
    assert.ok(workspace.textDocuments.includes(document));
  });

  it('and again once it has one again', async () => {
    await show();
    await gone(async () => {
      await commands.executeCommand('workbench.action.closeActiveEditor');
    });
    await show();
  });

  it('in another group as well', async () => {
    await show();
    await commands.executeCommand('workbench.action.splitEditor');
    await until(() => (window.tabGroups.all.length === 2 ? true : undefined), window.tabGroups.onDidChangeTabGroups);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await until(() => (window.tabGroups.all.length === 1 ? true : undefined), window.tabGroups.onDidChangeTabGroups);
    assert.ok(logs.has(file));
  });

  it('be it a side of a comparison', async () => {
    const other = Uri.file(path.join(folder, 'other.json'));
    await writeFile(other.fsPath, '{}');
    await commands.executeCommand('vscode.diff', other, file, 'Two Files');
    await found();
    await gone(closeAll);
  });

  it('but for one that a report is made of', async () => {
    const document = await workspace.openTextDocument(file);
    assert.equal(logs.has(file), false);
    await logs.during([document.uri], async () => assert.ok(logs.has(file)));
    assert.equal(logs.has(file), false);
  });

  async function show(): Promise<TextDocument> {
    const { document } = await window.showTextDocument(file, { preview: false });
    await found();
    return document;
  }

  function found(): Promise<true> {
    return until(() => (logs.has(file) ? true : undefined), logs.onDidFind);
  }

  async function gone(close: () => Promise<void>): Promise<void> {
    const heard = until(() => (logs.has(file) ? undefined : true), logs.onDidClose);
    await close();
    await heard;
  }
});

describe('the documents of a tab', () => {
  const one = Uri.file('/one.json');
  const other = Uri.file('/other.json');

  it('are those that it shows as text', () => {
    assert.deepEqual(urisIn(new TabInputText(one)), [one]);
    assert.deepEqual(urisIn(new TabInputCustom(one, 'a.viewer')), [one]);
    assert.deepEqual(urisIn(new TabInputTextDiff(one, other)), [one, other]);
  });

  it('are none where it shows a page, a notebook or something that VS Code does not describe', () => {
    for (const input of [new TabInputWebview('a.page'), new TabInputNotebook(one, 'a.notebook'), undefined]) {
      assert.deepEqual(urisIn(input), []);
    }
  });
});
