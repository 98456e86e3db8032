import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parquetReadObjects } from 'hyparquet';
import type { Locator } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import type { EditorPage } from '../support/editorPage';
import { openWebEditor, savedFile } from '../support/webEditor';
import { type EventsTree, eventsTree } from './eventsTree';
import { again, PATIENCE_MS } from './logWindow';

describe('a browser without a machine behind it', { timeout: 240_000 }, () => {
  let window: EditorPage;
  let tree: EventsTree;

  before(async () => {
    window = await openWebEditor();
    tree = eventsTree(window);
    await tree.open();
  });
  after(() => window?.close());

  /** Waits for a notification, and clears it away. Driven by a program, VS Code shows none by itself. */
  async function told(words: string, picture?: string): Promise<void> {
    const { page } = window;
    await page.locator('[id="status.notifications"]').click();
    await page.locator('.notifications-center', { hasText: words }).waitFor();
    if (picture !== undefined) await window.screenshot(picture);
    await page.locator('.notifications-center .codicon-notifications-clear-all').click();
  }

  /** The tab of an editor, in front. */
  async function inFront(name: string): Promise<void> {
    await window.page.locator('.tab', { hasText: name }).first().click();
    await window.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Opens a row of a tree, until what lies below it is there. */
  async function opened(row: Locator | undefined, below: Locator | undefined): Promise<void> {
    await again(async () => {
      if ((await row?.getAttribute('aria-expanded')) !== 'true') await row?.click();
      await below?.waitFor({ timeout: PATIENCE_MS });
    });
  }

  function selection(): Locator {
    return window.page.locator('.statusbar-item', { hasText: /selected\)/ });
  }

  it('offers no folders of a disk, and says where they are read', async () => {
    await tree.words
      .getByText(/Folders of logs, compressed logs and digests are read in VS Code on the machine/)
      .waitFor();
    assert.doesNotMatch((await tree.words.allInnerTexts()).join('\n'), /Inspect/);
    await window.runCommand('WorkMail Trail: Inspect Folder…');
    await told('Folders are inspected where they lie on a disk, and a browser reads none.');
    await window.runCommand('WorkMail Trail: Verify Integrity…');
    await told('Logs are verified where they lie on a disk, and this window has none.');
  });

  it('marks what is wrong in a damaged log', async () => {
    await window.runCommand('WorkMail Trail: Open Sample Logs');
    await tree.row('CreateUser');
    await window.page.locator('[id="status.problems"] a[aria-label="Errors: 1"]').waitFor();
    await inFront('1-CreateUser.json');
    await window.page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
  });

  it('leads from the tree to an event, whose name explains itself', async () => {
    await inFront('stolen-key.json');
    await (await tree.row('ResetPassword')).click();
    await (await tree.row('01:16:30')).click();
    await selection().waitFor();
    const hover = window.page.locator('.monaco-hover:visible', { hasText: 'Sets a new password for a user.' });
    await again(async () => {
      await window.page.mouse.move(0, 0);
      await window.pointAt('"ResetPassword"');
      await hover.first().waitFor({ timeout: PATIENCE_MS });
    });
    await window.screenshot('web-hover');
  });

  it('draws the timeline', async () => {
    await window.runCommand('WorkMail Trail: Show Timeline');
    const page = window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.getByRole('status').filter({ hasText: '96 events.' }).waitFor();
    await page.locator('.legend button', { hasText: 'Critical' }).waitFor();
    await page.locator('.lane').nth(2).waitFor();
    await window.screenshot('web-timeline');
  });

  it('writes a report', async () => {
    await inFront('stolen-key.json');
    await window.runCommand('WorkMail Trail: Summarize WorkMail events');
    await window.page.locator('.tab.active', { hasText: 'WorkMail events in stolen-key.json.md' }).waitFor();
    // This distribution of VS Code has no Markdown preview for browsers, so the text has to do.
    await window.runCommand('View: Toggle Editor Type');
    await window.page.locator('.view-line', { hasText: 'What was found' }).first().waitFor();
    assert.match(await window.editorText(), /^# WorkMail events in `stolen-key\.json`/);
  });

  it('answers questions, and leads to the events that carry an answer', async () => {
    const { page } = window;
    const header = page.locator('.pane-header[aria-label^="Questions"]');
    await page.locator('.part.sidebar').locator(header).click();
    const rows = page.locator('.part.sidebar .pane', { has: header }).locator('.monaco-list-row');
    const [exports, finding] = [/^Exports/, /^Exported 2 mailboxes/].map((words) => rows.filter({ hasText: words }));
    const event = rows.filter({ hasText: 'StartMailboxExportJob by' }).first();
    // Answers still come in, and a row that is replaced while it is clicked stays as it was.
    await opened(exports, finding);
    await opened(finding, event);
    await event.click();
    await page.locator('.tab.active', { hasText: 'stolen-key.json' }).waitFor();
    await selection().waitFor();
    assert.match(await window.editorText(), /StartMailboxExportJob/);
    await window.screenshot('web-question');
  });

  it('keeps the key of a redacted copy in a file that its dialog has made', async () => {
    await inFront('1-CreateUser.json');
    await window.runCommand('WorkMail Trail: Redact a Copy…');
    await window.page.locator('.quick-input-list-row', { hasText: 'New Key File' }).click();
    await window.page.locator('.tab.active', { hasText: 'redacted' }).waitFor();
    await window.screenshot('web-redacted');
    const key = await savedFile(window.page, 'Key of redacted copies.json');
    assert.match(key.toString('utf8'), /janedoe/);
  });

  describe('exports all events that the tree shows', () => {
    async function exported(format: string, ending: string): Promise<Buffer> {
      const { page } = window;
      const header = page.locator('.part.sidebar .pane-header[aria-label^="Events"]');
      await again(async () => {
        await page.keyboard.press('Escape');
        await header.hover();
        await header.locator('.codicon-toolbar-more').click({ timeout: PATIENCE_MS });
        const item = page.locator('.monaco-menu .action-item', { hasText: 'Export All Shown Events…' });
        await item.click({ timeout: PATIENCE_MS });
      });
      await page.locator('.quick-input-list-row', { hasText: format }).first().click();
      await told(`80 events exported to WorkMail events.${ending}.`, `web-export-${ending}`);
      return savedFile(page, `WorkMail events.${ending}`);
    }

    it('as a workbook that other programs read', async () => {
      const [head, ...rows] = await readSheet(await exported('XLSX', 'xlsx'));
      assert.deepEqual([head?.[0], rows.length], ['eventTime', 80]);
    });

    it('as Parquet that other programs read', async () => {
      const file = new Uint8Array(await exported('Parquet', 'parquet')).buffer;
      assert.equal((await parquetReadObjects({ file })).length, 80);
    });
  });
});
