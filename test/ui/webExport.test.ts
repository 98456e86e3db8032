import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parquetReadObjects } from 'hyparquet';
import { readSheet } from 'read-excel-file/node';
import type { EditorPage } from '../support/editorPage';
import { openWebEditor, savedFile } from '../support/webEditor';
import { eventsTree } from './eventsTree';
import { again, PATIENCE_MS } from './logWindow';

describe('the command "Export Events…" in a browser without a machine behind it', { timeout: 240_000 }, () => {
  let window: EditorPage;

  before(async () => {
    window = await openWebEditor();
    await window.runCommand('WorkMail Trail: Open Sample Logs');
    const tree = eventsTree(window);
    await tree.open();
    await tree.row('CreateUser');
  });
  after(() => window?.close());

  /** Exports all that the tree shows, and gives what was saved. */
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
    // Driven by a program, VS Code shows no notification by itself.
    await page.locator('[id="status.notifications"]').click();
    await page.locator('.notifications-center', { hasText: '80 events exported.' }).waitFor();
    await window.screenshot(`web-export-${ending}`);
    await page.locator('.notifications-center .codicon-notifications-clear-all').click();
    return savedFile(page, `WorkMail events.${ending}`);
  }

  it('writes a workbook that other programs read', async () => {
    const [head, ...rows] = await readSheet(await exported('XLSX', 'xlsx'));
    assert.deepEqual([head?.[0], rows.length], ['eventTime', 80]);
  });

  it('writes Parquet that other programs read', async () => {
    const file = new Uint8Array(await exported('Parquet', 'parquet')).buffer;
    assert.equal((await parquetReadObjects({ file })).length, 80);
  });
});
