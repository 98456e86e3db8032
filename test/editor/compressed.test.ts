import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { commands, languages, TabInputText, type TextEditor, Uri, window, workspace } from 'vscode';
import { projectRoot } from '../support/projectRoot';
import { zip } from '../support/zip';
import { closeAll, event } from './logs';
import { problemsThat, until } from './waiting';

const name = '111111111111_CloudTrail_us-east-1_20260312T0005Z_Xk3vQ9mTz7LwB2sA.json';

describe('a compressed log', () => {
  let folder: string;
  let file: Uri;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-compressed-'));
    file = Uri.file(path.join(folder, `${name}.gz`));
    await cp(path.join(projectRoot(), 'samples', `${name}.gz`), file.fsPath);
  });
  afterEach(async () => {
    await closeAll();
    await rm(folder, { recursive: true, force: true });
  });

  it('opens as one tab of text that can be read but not written', async () => {
    await commands.executeCommand('vscode.open', file, { preview: false });
    const { document } = await editorOf(name);
    assert.equal(document.languageId, 'json');
    assert.equal(document.uri.scheme, 'workmail-log');
    assert.equal(workspace.fs.isWritableFileSystem('workmail-log'), false);
    assert.deepEqual(JSON.parse(document.getText()), JSON.parse(await unpacked(file)));
    assert.ok(document.lineCount > 100);
    await until(() => (tabs().length === 1 ? true : undefined), window.tabGroups.onDidChangeTabs);
    assert.deepEqual(tabs(), [name]);
  });

  it('is served like any other log', async () => {
    await commands.executeCommand('vscode.open', file, { preview: false });
    const { document } = await editorOf(name);
    const at = document.positionAt(document.getText().indexOf('"eventSource"') + 3);
    const hovers = await until(
      () => commands.executeCommand<readonly unknown[]>('vscode.executeHoverProvider', document.uri, at),
      languages.onDidChangeDiagnostics,
    );
    assert.ok((await hovers).length > 0);
  });

  it('is shown anew when its file changes', async () => {
    await commands.executeCommand('vscode.open', file, { preview: false });
    const { document } = await editorOf(name);
    await writeFile(file.fsPath, gzipSync(JSON.stringify({ Records: [event({ requestID: 'written-anew-0001' })] })));
    // The change may have come before anybody watched; then opening the file again finds it.
    await commands.executeCommand('vscode.open', file, { preview: false });
    await until(
      () => (document.getText().includes('written-anew-0001') ? true : undefined),
      workspace.onDidChangeTextDocument,
    );
    assert.deepEqual(JSON.parse(document.getText()), { Records: [event({ requestID: 'written-anew-0001' })] });
  });

  it('that is damaged shows what is left, and says what is wrong once, at its first character', async () => {
    const whole = gzipSync(
      JSON.stringify({
        Records: [event(), event({ eventID: '00000000-0000-4000-8000-000000000009', requestID: 'written-anew-0001' })],
      }),
    );
    whole.writeUInt32LE(7, whole.length - 8);
    await writeFile(file.fsPath, whole);
    await commands.executeCommand('vscode.open', file, { preview: false });
    const { document } = await editorOf(name);
    assert.ok(document.getText().includes('written-anew-0001'));
    const [problem = '', ...more] = await problemsThat(document.uri, ({ length }) => length > 0);
    assert.match(problem, /^0:0-0:1 WorkMail Trail: /);
    assert.deepEqual(more, []);
  });
});

describe('a zip archive of logs', () => {
  afterEach(closeAll);

  it('opens as the text of all of them, in which every event is found', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-zip-'));
    try {
      const log = (requestID: string): string => JSON.stringify({ Records: [event({ requestID })] });
      const files = [{ content: log('first-0001') }, { name: 'a.json.gz', content: gzipSync(log('second-0002')) }];
      const file = Uri.file(path.join(folder, 'evidence.zip'));
      await writeFile(file.fsPath, zip(files));
      await commands.executeCommand('workmailTrail.openAsReadableLog', file);
      const { document } = await editorOf('evidence.json');
      assert.ok(['first-0001', 'second-0002'].every((id) => document.getText().includes(id)));
      assert.equal(document.getText().split('"eventVersion"').length, 3);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

async function unpacked({ fsPath }: Uri): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return gunzipSync(await readFile(fsPath)).toString('utf8');
}

function tabs(): readonly string[] {
  return window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
}

/** Waits until the active editor is a text of this name. */
function editorOf(label: string): Promise<TextEditor> {
  return until(
    () => {
      const { activeTextEditor: editor, tabGroups } = window;
      const { activeTab } = tabGroups.activeTabGroup;
      return activeTab?.label === label && activeTab.input instanceof TabInputText ? editor : undefined;
    },
    window.onDidChangeActiveTextEditor,
    window.tabGroups.onDidChangeTabs,
  );
}
