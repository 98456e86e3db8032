import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type EditorPage, openEditor } from '../support/editorPage';

describe('a real VS Code with the extension', { timeout: 240_000 }, () => {
  let folder: string;
  let editor: EditorPage;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-ui-'));
    await writeFile(path.join(folder, 'first.json'), '{ "opened": "at the start" }\n');
    await writeFile(path.join(folder, 'second #2.json'), '[\n  { "opened": "by hand" }\n]\n');
    editor = await openEditor({ folder, file: 'first.json' });
  });

  after(async () => {
    await editor?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('opens a file named at the start', async () => {
    await editor.page.getByText('"at the start"').waitFor();
    assert.equal((await editor.editorText()).split('\n')[0], '{ "opened": "at the start" }');
  });

  it('opens another file and goes to a place in it', async () => {
    await editor.openFile('second #2.json');
    await editor.goTo(2, 5);
    assert.match(await editor.editorText(), /"by hand"/);
  });

  it('runs the extension', async () => {
    await editor.runCommand('Developer: Show Running Extensions');
    await editor.page.locator('.runtime-extensions-editor .extension', { hasText: /workmail.trail/i }).waitFor();
    await editor.screenshot('smoke');
  });
});
