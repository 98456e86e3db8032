import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

describe('what the tree and its report cover', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;

  before(async () => {
    log = await openLogWindow({ file: 'aws-examples/1-CreateUser.json' });
    tree = eventsTree(log);
    await log.openFile('aws-examples/3-GetRawMessageContent.json');
    await tree.open();
  });
  after(() => log?.close());

  it('are all logs with a tab, whichever is in front', async () => {
    await tree.row('CreateUser');
    await tree.row('GetRawMessageContent');
    // Beside another view, the signs of a view are drawn where the mouse is.
    const header = log.page.locator('.part.sidebar .pane-header', { hasText: /^Events/i });
    await header.hover();
    await header.locator('.action-label[aria-label^="Summarize All"]').click();
    const report = log.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await report.locator('h1', { hasText: 'WorkMail events in 2 logs' }).waitFor();
    await log.screenshot('tree-report');
  });

  it('are no logs whose tab was closed', async () => {
    await log.openFile('aws-examples/1-CreateUser.json');
    const row = await tree.row('CreateUser');
    await log.runCommand('View: Close Editor');
    await row.waitFor({ state: 'detached' });
    await log.screenshot('tree-closed');
    assert.ok((await tree.rows()).some((words) => words.startsWith('GetRawMessageContent')));
  });
});

describe('a place far behind what is drawn of a line', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file: 'administration-day.json', settings: { 'editor.wordWrap': 'off' } });
  });
  after(() => log?.close());

  it('is in sight when a command leads there, and when its tab is opened again', async () => {
    const text = await log.read('administration-day.json');
    const column = text.lastIndexOf('"eventName"') + 1;
    await log.goTo(1, column);
    const words = text.slice(column - 1, column + 25);
    await log.page.locator('.monaco-editor .view-lines', { hasText: words }).waitFor();
    await log.screenshot('far-cursor');
    await log.runCommand('View: Close Editor');
    await log.page.locator('.monaco-editor').waitFor({ state: 'detached' });
    await log.openFile('administration-day.json');
    await log.page.locator('.monaco-editor .view-lines', { hasText: words }).waitFor();
    await log.screenshot('far-cursor-again');
  });

  it('is in sight in the original, where a place of the view leads', async () => {
    await log.openFile('migration/announced-move.json');
    // The tab is there before its text is; the cursor of the other log stood far to the right.
    await log.page.locator('.statusbar-item', { hasText: /Ln 1, Col 1$/ }).waitFor();
    await log.runCommand('WorkMail Trail: Open Readable View');
    await log.page.locator('.tab.active', { hasText: '(readable)' }).waitFor();
    const text = await log.read('migration/announced-move.json');
    await log.goTo(2000, 1);
    await log.runCommand('WorkMail Trail: Reveal in Original');
    await log.page.locator('.tab.active[data-resource-name="announced-move.json"]').waitFor();
    const status = log.page.locator('.statusbar-item', { hasText: /Ln 1, Col \d{5,}/ });
    const [, column = ''] = /Col (\d+)/.exec(await status.innerText()) ?? [];
    const words = text.slice(Number(column), Number(column) + 20);
    await log.page.locator('.monaco-editor .view-lines', { hasText: words }).waitFor();
    await log.screenshot('far-original');
  });
});
