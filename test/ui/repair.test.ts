import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { projectRoot } from '../support/projectRoot';
import { type LogWindow, openLogWindow } from './logWindow';

const file = 'aws-examples/2-CreateAlias.json';

describe('the command "Repair a Copy"', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file });
    await log.problemsAre('Errors: 1');
  });
  after(() => log?.close());

  it('shows the repaired copy beside the log and leaves the log alone', async () => {
    const before = await log.read(file);
    await log.runCommand('WorkMail Trail: Repair a Copy');
    await log.page.locator('.tab.active', { hasText: 'Repaired Copy' }).waitFor();
    // Driven by a program, VS Code shows no notification by itself.
    await log.page.locator('[id="status.notifications"]').click();
    await log.page.locator('.notifications-center', { hasText: '1 problem is repaired in the copy.' }).waitFor();
    const changes = log.page.locator('.editor.modified .char-insert');
    await changes.first().waitFor();
    assert.equal(await changes.count(), 1);
    await log.screenshot('repair');
    assert.equal(await log.read(file), before);
    // On a slow machine VS Code gives the copy a tab of its own as well, before it is shown beside the log.
    const ofLog = { hasText: /^2-CreateAlias\.json/, hasNotText: 'Repaired Copy' };
    assert.equal(await log.page.locator('.tab.dirty', ofLog).count(), 0);
    assert.equal(await log.page.locator('.tab', ofLog).count(), 1);
    // The only problem is still that of the log.
    assert.equal(await log.problems(), 'Errors: 1');
  });
});

describe('the repaired copy of a log that lies in no folder', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ isEmptyWindow: true });
  });
  after(() => log?.close());

  it('is called by no place on the disk, so that VS Code asks where to save it', async () => {
    const text = readFileSync(path.join(projectRoot(), 'samples', file), 'utf8');
    await log.runCommand('File: New Untitled Text File');
    await log.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await log.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await log.paste(text);
    await log.problemsAre('Errors: 1');
    await log.runCommand('WorkMail Trail: Repair a Copy');
    await log.page.locator('.tab.active', { hasText: 'Untitled-1 ↔ Repaired Copy' }).waitFor();
    await log.page
      .locator('.editor.modified .monaco-editor .char-insert, .editor.modified .char-insert')
      .first()
      .waitFor();
    await log.page.locator('.editor.modified .view-line').first().click();
    await log.page.keyboard.press('Control+S');
    await log.page.locator('.quick-input-widget', { hasText: 'Save As' }).waitFor();
    await log.screenshot('repair-no-folder');
  });
});
