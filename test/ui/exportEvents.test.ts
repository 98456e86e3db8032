import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { type EventsTree, eventsTree } from './eventsTree';
import { offeredFile } from './fileDialog';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

describe('the command "Export Events…"', { timeout: 240_000 }, () => {
  let window: LogWindow;
  let tree: EventsTree;

  before(async () => {
    window = await openLogWindow({ file: 'incident/stolen-key.json' });
    tree = eventsTree(window);
    await tree.open();
  });
  after(() => window?.close());

  /** Picks a format and a name, and presses Enter. */
  async function exportAs(format: string, name: string): Promise<void> {
    const { page } = window;
    const pick = page.locator('.quick-input-list-row', { hasText: format }).first();
    await pick.waitFor();
    await window.screenshot('export-formats');
    await pick.click();
    await offeredFile(window, /^Export \d+ events/, name);
    await window.screenshot('export-where');
    await page.keyboard.press('Enter');
    // Driven by a program, VS Code shows no notification by itself.
    await page.locator('[id="status.notifications"]').click();
    await page.locator('.notifications-center', { hasText: `2 events exported to ${name}.` }).waitFor();
    await window.screenshot('export-done');
  }

  it('writes the events that carry a finding, and no others, as a workbook', async () => {
    const { page } = window;
    const questions = page.locator('.part.sidebar .pane', {
      has: page.locator('.pane-header[aria-label^="Questions"]'),
    });
    const row = questions.locator('.monaco-list-row', { hasText: /^Exports/ }).first();
    await row.waitFor();
    await row.locator('.monaco-tl-twistie').click();
    const finding = questions.locator('.monaco-list-row[aria-level="2"]').first();
    await again(async () => {
      await page.keyboard.press('Escape');
      await finding.click({ button: 'right', timeout: PATIENCE_MS });
      await page.locator('.monaco-menu .action-item', { hasText: 'Export Events…' }).click({ timeout: PATIENCE_MS });
      await page.locator('.monaco-menu').waitFor({ state: 'hidden', timeout: PATIENCE_MS });
    });
    await exportAs('XLSX', 'WorkMail events.xlsx');
    const [head, ...rows] = await readSheet(await readFile(path.join(window.folder, 'WorkMail events.xlsx')));
    const at = head?.indexOf('eventName') ?? -1;
    assert.deepEqual(
      rows.map((cells) => cells[at]),
      ['StartMailboxExportJob', 'StartMailboxExportJob'],
    );
  });

  it('has one for all that the tree shows, beside it in the menu of the view', async () => {
    const { page } = window;
    const header = page.locator('.part.sidebar .pane-header[aria-label^="Events"]');
    // A menu closes where what it is of is drawn anew under it.
    await again(async () => {
      await page.keyboard.press('Escape');
      await header.hover();
      await header.locator('.codicon-toolbar-more').click({ timeout: PATIENCE_MS });
      const item = page.locator('.monaco-menu .action-item', { hasText: 'Export All Shown Events…' });
      await item.click({ timeout: PATIENCE_MS });
    });
    await page.locator('.quick-input-title', { hasText: 'Export 79 events' }).waitFor();
    // What a row says of a format is not cut off.
    const cut = await page
      .locator('.quick-input-list-row .quick-input-list-label-meta .monaco-icon-label-container')
      .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent));
    assert.deepEqual(cut, []);
    await window.screenshot('export-all');
    await page.keyboard.press('Escape');
  });

  it('is in the title of a list of events, and is about all of them', async () => {
    const { page } = window;
    await page.locator('.editor-group-container.active .monaco-editor').first().click();
    await window.pointAt('AKIAI44QH8DHBEXAMPLE');
    await page.mouse.down();
    await page.mouse.up();
    await window.runCommand('WorkMail Trail: Show All of This');
    const list = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await list.locator('h1').waitFor();
    const told = /^([\d,]+) events /.exec(await list.locator('p').first().innerText())?.[1];
    await page.locator('.editor-actions [aria-label="Export Events…"]').click();
    await page.locator('.quick-input-title', { hasText: `Export ${told} events` }).waitFor();
    await window.screenshot('export-list');
    await page.keyboard.press('Escape');
  });
});
