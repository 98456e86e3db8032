import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { clickInMenu } from './contextMenu';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

describe('the outline of a log', { timeout: 240_000 }, () => {
  let window: LogWindow;
  let tree: EventsTree;

  before(async () => {
    window = await openLogWindow({});
    tree = eventsTree(window);
  });
  after(() => window?.close());

  it('is there when an event of an inspected folder opens the first log: VS Code asks before the server has its text', async () => {
    const { page } = window;
    await page.locator('.activitybar .action-label[aria-label^="WorkMail Trail"]').waitFor();
    await page.keyboard.press('Control+Shift+E');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'readers' }).click({ button: 'right' });
    await clickInMenu(page, 'Inspect Folder for WorkMail Events');
    await (await tree.row('Mailbox access')).click();
    await tree.clickEvent();
    await page.locator('.tab.active[data-resource-name="mailbox-access.jsonl"]').waitFor();
    await page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+Shift+O');
    const entries = page.locator('.quick-input-widget .monaco-list-row');
    await entries
      .filter({ hasText: /read_hierarchy|No editor symbols/ })
      .first()
      .waitFor();
    assert.match((await entries.first().innerText()).trim(), /2026-06-10 08:00:00\s+read_hierarchy by 4e1f7fb8-/);
  });
});
