import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { projectRoot } from '../support/projectRoot';
import { nameFile, offeredFile } from './fileDialog';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

const NAME = 'WorkMail report on administration-day.html';

describe('the command "Export Report…" with a name that ends in .md', { timeout: 240_000 }, () => {
  let log: LogWindow;

  /** A log that somebody saved under a name that a report may have. */
  let pasted: string;

  before(async () => {
    pasted = await readFile(path.join(projectRoot(), 'samples/administration-day.json'), 'utf8');
    const settings = { 'files.associations': { 'pasted.md': 'json' } };
    log = await openLogWindow({ file: 'administration-day.json', files: { 'pasted.md': pasted }, settings });
    await log.page.locator('.editor-actions [aria-label="Summarize WorkMail events"]').waitFor();
  });
  after(() => log?.close());

  it('writes Markdown, and VS Code’s own preview leads to the events in it', async () => {
    await log.runCommand('WorkMail Trail: Export Report…');
    for (const step of [1, 2, 3]) {
      await log.page.locator('.quick-input-title', { hasText: `(${step}/3)` }).waitFor();
      await log.page.keyboard.press('Enter');
    }
    await log.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'As the Logs Are' }).click();
    await nameFile(log, 'Where shall the report be kept?', 'report.md', NAME);
    await log.page.getByRole('treeitem', { name: 'report.md' }).waitFor();
    // Driven by a program, VS Code shows no notification by itself.
    await log.page.locator('[id="status.notifications"]').click();
    await log.page.locator('.notifications-center .monaco-button', { hasText: 'Open Preview' }).click();
    const preview = log.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await preview.locator('h1').first().waitFor();
    const number = preview.locator('a', { hasText: /^\d+$/ }).first();
    const anchor = (await number.getAttribute('href')) ?? '';
    await number.click();
    const target = preview.locator(`[id="${anchor.slice(1)}"]`);
    await target.evaluate(
      (place) =>
        new Promise<void>((resolve) => {
          new IntersectionObserver(([entry]) => entry?.isIntersecting && resolve()).observe(
            place.parentElement ?? place,
          );
        }),
    );
    await log.screenshot('export-report-markdown');
    const file = preview.locator('a', { hasText: 'administration-day.json' }).last();
    await file.click();
    await log.page.locator('.tab.active', { hasText: 'administration-day.json' }).waitFor();
  });

  it('is refused where that is a log that is open, and the log stays as it was', async () => {
    const input = log.page.locator('.quick-input-widget .quick-input-box input');
    await log.openFile('pasted.md');
    await log.page.locator('.editor-actions [aria-label="Summarize WorkMail events"]').waitFor();
    await log.runCommand('WorkMail Trail: Export Report…');
    for (const step of [1, 2, 3]) {
      await log.page.locator('.quick-input-title', { hasText: `(${step}/3)` }).waitFor();
      await input.press('Enter');
    }
    await log.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'As the Logs Are' }).click();
    await offeredFile(log, 'Where shall the report be kept?', 'WorkMail report on pasted.html');
    await input.fill(path.join(log.folder, 'pasted.md'));
    // VS Code asks whether it shall be overwritten; the first Enter may be for the row of the file in the list.
    await again(async () => {
      await input.press('Enter');
      await log.page.getByText('pasted.md already exists').first().waitFor({ timeout: PATIENCE_MS });
    });
    await input.press('Enter');
    await log.page.locator('[id="status.notifications"]').click();
    const said = log.page.locator('.notifications-center', { hasText: 'this file is open as a log' });
    await said.waitFor();
    await log.screenshot('export-report-refused');
    assert.equal(await log.read('pasted.md'), pasted);
  });
});
