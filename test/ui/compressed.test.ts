import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventsTree } from './eventsTree';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

const name = '111111111111_CloudTrail_us-east-1_20260312T0005Z_Xk3vQ9mTz7LwB2sA.json';

describe('a compressed log in the explorer', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ settings: { 'editor.wordWrap': 'off' } });
    // Before a window knows its extensions, it opens any file as text.
    await log.page.locator('.activitybar .action-label[aria-label^="WorkMail Trail"]').waitFor();
  });
  after(() => log?.close());

  it('opens as text by a double click, in one tab', async () => {
    const file = log.page.locator('.explorer-folders-view .monaco-list-row', { hasText: `${name}.gz` });
    const close = log.page.locator('.tab .codicon-close');
    // A window that has only begun may still take the file for binary: then it is closed and opened once more.
    await again(async () => {
      if ((await close.count()) > 0) {
        await close.first().click();
      }
      await file.dblclick();
      await log.page
        .locator('.view-line', { hasText: '"Records"' })
        .first()
        .waitFor({ timeout: 3 * PATIENCE_MS });
    });
    // The tab that led here closes itself.
    await log.page.locator('.tab').nth(1).waitFor({ state: 'detached' });
    assert.equal(await log.page.locator('.tab').getAttribute('data-resource-name'), name);
    await log.screenshot('compressed');
  });

  it('tells what its fields and values mean', async () => {
    const words = await log.hover('"eventVersion"', /AWS documentation/);
    assert.match(words, /^eventVersion/);
    await log.screenshot('compressed-hover');
  });

  it('is in the tree, and a click there selects the event in it', async () => {
    const tree = eventsTree(log);
    await tree.open();
    const group = await tree.row(/ · /);
    await group.click();
    await tree.clickEvent();
    await log.page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
    assert.match(await log.copySelection(), /^\{\n\s+"eventVersion"[\s\S]*\}$/);
    await log.screenshot('compressed-tree');
  });
});
