import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { largeLog, record } from '../support/largeLog';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow, parsed } from './logWindow';

describe('a log of 20,000 records on one line', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;

  before(async () => {
    const text = largeLog();
    assert.ok(text.length > 24e6, `${text.length}`);
    log = await openLogWindow({
      files: { 'large.json': text },
      settings: { 'workbench.editorLargeFileConfirmation': 100, 'editor.wordWrap': 'off' },
    });
    log.page.setDefaultTimeout(120_000);
    tree = eventsTree(log);
    await tree.open();
    await log.openFile('large.json');
  });
  after(() => log?.close());

  it('has its events in the tree', async () => {
    const group = await tree.row('DescribeUser');
    assert.match(await group.innerText(), /5,000 · 2 malformed/);
    await group.click();
    await tree.row('→ user-1');
    await log.screenshot('large');
  });

  it('has both of its problems', async () => {
    await log.problemsAre('Errors: 2');
    await log.screenshot('large-problems');
  });

  it('selects exactly the characters of a clicked event, in the middle of the line', async () => {
    const rows = log.page.locator('.part.sidebar .monaco-list-row[aria-level="2"]');
    await rows.first().click();
    await log.page.keyboard.press('PageDown');
    await log.page.keyboard.press('Enter');
    const status = log.page.locator('.statusbar-item', { hasText: /Col [\d,]+ \(\d+ selected\)/ });
    await status.waitFor();
    await log.screenshot('large-selected');
    // So large a file can't be wrapped, and the event lies beyond what is drawn of a line.
    await log.page.locator('[id="status.notifications"]').click();
    await log.page.locator('.notifications-center', { hasText: 'The event is selected, but VS Code draws' }).waitFor();
    await log.screenshot('large-told');
    await log.page.keyboard.press('Escape');
    const selected = await log.copySelection();
    const [, index = ''] = /"userId":"user-(\d+)"/.exec(selected) ?? [];
    assert.deepEqual(parsed(selected), parsed(record(Number(index))));
    assert.equal(selected, record(Number(index)));
  });
});
