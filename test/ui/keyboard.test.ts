import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type EventsTree, eventsTree } from './eventsTree';
import { again, type LogWindow, openLogWindow, PATIENCE_MS, parsed } from './logWindow';

describe('the tree without a mouse', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;

  before(async () => {
    log = await openLogWindow({ file: 'incident/stolen-key.json' });
    tree = eventsTree(log);
  });
  after(() => log?.close());

  it('is reached from the palette, walked by arrows, and Enter selects the event', async () => {
    await log.runCommand('WorkMail Trail: Focus on Events View');
    await tree.row(/CreateImpersonationRole/);
    // VS Code gives the focus to rows that are there: none were when the view was opened.
    await log.runCommand('WorkMail Trail: Focus on Events View');
    const focused = log.page.locator('.part.sidebar .monaco-list-row.focused');
    const rows = await tree.rows();
    await log.page.keyboard.press('Home');
    for (let row = 0; !rows[row]?.startsWith('CreateImpersonationRole'); row += 1) {
      await focused.and(log.page.locator(`[data-index="${row}"]`)).waitFor();
      await log.page.keyboard.press('ArrowDown');
    }
    await focused.filter({ hasText: 'CreateImpersonationRole' }).waitFor();
    const event = focused.and(log.page.locator('[aria-level="2"]'));
    // Opens the group, then steps into it. VS Code drops a key for a row that it is drawing anew.
    await again(async () => {
      await log.page.keyboard.press('ArrowRight');
      await event.waitFor({ timeout: PATIENCE_MS });
    });
    const words = await focused.getAttribute('aria-label');
    assert.match(words ?? '', /^CreateImpersonationRole by .+ at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d, (succeeded|failed)/);
    await log.page.keyboard.press('Enter');
    await log.page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    await log.screenshot('keyboard');
    assert.equal(Object(parsed(await log.copySelection())).eventName, 'CreateImpersonationRole');
  });
});
