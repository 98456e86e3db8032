import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { clickInMenu } from './contextMenu';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow, parsed } from './logWindow';

describe('a folder of logs', { timeout: 240_000 }, () => {
  let window: LogWindow;
  let tree: EventsTree;

  before(async () => {
    window = await openLogWindow({});
    tree = eventsTree(window);
  });
  after(() => window?.close());

  it('is inspected from the menu of the explorer', async () => {
    // Menus hold our commands once the extension is known, which its icon shows.
    await window.page.locator('.activitybar .action-label[aria-label^="WorkMail Trail"]').waitFor();
    await window.page.keyboard.press('Control+Shift+E');
    const folder = window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'trail' }).first();
    await folder.click({ button: 'right' });
    await window.page.locator('.monaco-menu', { hasText: 'Inspect Folder for WorkMail Events' }).waitFor();
    await window.screenshot('inspect-menu');
    await clickInMenu(window.page, 'Inspect Folder for WorkMail Events');
    const place = await tree.row(/^trail/);
    await place.filter({ hasText: /\d+ WorkMail events · 29 files/ }).waitFor();
    await window.screenshot('inspected-folder');
    assert.notEqual((await tree.rows()).length, 1);
  });

  it('leads from an event to its place in the compressed log', async () => {
    await (await tree.row('StartMailboxExportJob')).click();
    await tree.clickEvent();
    await window.page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
    await window.page.locator('.tab.active[data-resource-name$=".json"]').waitFor();
    await window.screenshot('inspected-event');
    const event = parsed(await window.copySelection());
    assert.equal(Object(event).eventName, 'StartMailboxExportJob');
  });

  it('is asked about anew when it is inspected again', async () => {
    const { page, folder } = window;
    const header = page.locator('.pane-header[aria-label^="Questions"]');
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    const answers = page.locator('.part.sidebar .pane', { has: header }).locator('.monaco-list-row');
    await answers.filter({ hasText: /^Exports/ }).waitFor();
    await copyFile(path.join(folder, 'incident', 'stolen-key.json'), path.join(folder, 'trail', 'added.json'));
    const place = page.locator('.part.sidebar .monaco-list-row', { hasText: /^trail/ }).first();
    await place.click({ button: 'right' });
    await clickInMenu(page, 'Inspect Again');
    await answers
      .filter({ hasText: /directory-sync/ })
      .first()
      .waitFor();
    assert.equal(await answers.filter({ hasText: 'The logs have changed' }).count(), 0);
  });
});
