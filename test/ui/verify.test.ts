import assert from 'node:assert/strict';
import { unlink } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { clickInMenu } from './contextMenu';
import { type EventsTree, eventsTree } from './eventsTree';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

describe('the command "Verify Integrity…"', { timeout: 240_000 }, () => {
  let window: LogWindow;
  let tree: EventsTree;

  before(async () => {
    window = await openLogWindow({});
    tree = eventsTree(window);
  });
  after(() => window?.close());

  it('shows in the menu of a folder that was inspected, and tells in words what is wrong with its logs', async () => {
    const { page } = window;
    await page.locator('.activitybar .action-label[aria-label^="WorkMail Trail"]').waitFor();
    await page.keyboard.press('Control+Shift+E');
    const folder = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'trail' }).first();
    await folder.click({ button: 'right' });
    await page.locator('.monaco-menu .action-item', { hasText: 'Verify Integrity…' }).waitFor();
    await clickInMenu(page, 'Inspect Folder for WorkMail Events');
    const place = await tree.row(/^trail/);
    await place.filter({ hasText: /29 files/ }).waitFor();
    // A tree that is drawn anew closes the menu of its row.
    await again(async () => {
      await page.keyboard.press('Escape');
      await place.click({ button: 'right', timeout: PATIENCE_MS });
      await clickInMenu(page, 'Verify Integrity…');
      await page.locator('.quick-input-list-row', { hasText: 'Without signatures' }).waitFor({ timeout: PATIENCE_MS });
    });
    await window.screenshot('verify-keys');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active[data-resource-name="Integrity of trail.md"]').waitFor();
    await place.filter({ hasText: /^trail1 log changed · / }).waitFor();
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await shown.locator('h2', { hasText: /^Changed logs/ }).waitFor();
    await window.screenshot('verify-page');
    assert.deepEqual(await shown.locator('h2').allInnerTexts(), ['Changed logs', 'Digests: chained', 'Unchanged logs']);
  });

  it('leads from a file to its text', async () => {
    const { page } = window;
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await shown.locator('li a').first().click();
    await page.locator('.tab.active', { hasText: '20260925T1035Z_2QAXPEIRRI5I2GXJ.json' }).waitFor();
    await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
    await window.screenshot('verify-file');
  });

  it('is done on files that are open as well, by their own names where they are compressed', async () => {
    const { page } = window;
    // An editor that comes up takes the focus, which closes the list.
    await again(async () => {
      await window.runCommand('WorkMail Trail: Verify Integrity…');
      await page.locator('.quick-input-list-row', { hasText: 'The open file' }).click({ timeout: PATIENCE_MS });
    });
    await page.locator('.quick-input-list-row', { hasText: 'Without signatures' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'Integrity of 111111111111_CloudTrail' }).waitFor();
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await shown.locator('h2', { hasText: 'Logs that are not covered' }).waitFor();
    await window.screenshot('verify-files');
  });

  it('has a row that tells of it until a file of the folder changes', async () => {
    const place = await tree.row(/^trail/);
    const icon = place.locator('.codicon-error');
    await icon.waitFor();
    const day = path.join(window.folder, 'trail/AWSLogs/111111111111/CloudTrail/us-east-1/2026/09/25');
    await unlink(path.join(day, '111111111111_CloudTrail_us-east-1_20260925T1035Z_2QAXPEIRRI5I2GXJ.json.gz'));
    await icon.waitFor({ state: 'hidden' });
    assert.doesNotMatch((await place.textContent()) ?? '', /changed/);
  });
});
