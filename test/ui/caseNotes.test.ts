import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { projectRoot } from '../support/projectRoot';
import { eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

const CONCLUSION = 'Two mailboxes left the house';

describe('what is written on a question', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let rows: Locator;

  before(async () => {
    const text = await readFile(path.join(projectRoot(), 'samples', 'incident', 'stolen-key.json'), 'utf8');
    log = await openLogWindow({
      file: 'incident/stolen-key.json',
      files: { 'moved/evidence-7.json': text },
      // Room for all questions: what has none is not drawn.
      viewport: { width: 1280, height: 1800 },
    });
    const view = log.page.locator('.part.sidebar .pane', {
      has: log.page.locator('.pane-header[aria-label^="Questions"]'),
    });
    rows = view.locator('.monaco-list-row');
    await eventsTree(log).open();
    await exports().waitFor();
  });
  after(() => log?.close());

  /** The row of the question which mailboxes were exported. */
  function exports(): Locator {
    return rows.filter({ hasText: /^Exports/ });
  }

  /** Its number among the rows of its level, and how many there are. */
  async function place(): Promise<readonly (string | null)[]> {
    return await Promise.all(['aria-posinset', 'aria-setsize'].map((name) => exports().getAttribute(name)));
  }

  async function write(text: string): Promise<void> {
    const input = log.page.locator('.quick-input-widget .quick-input-box input');
    await input.fill(text);
    await log.page.keyboard.press('Enter');
  }

  /** Picks the question in the list that a command of the palette shows. */
  async function pick(): Promise<void> {
    await log.page
      .locator('.quick-input-widget .monaco-list-row', { hasText: 'Which mailboxes were exported' })
      .click();
  }

  it('is asked for by the palette, and stands in the row and first below it', async () => {
    await log.runCommand('WorkMail Trail: Write Conclusion…');
    await pick();
    await write(CONCLUSION);
    await exports().filter({ hasText: CONCLUSION }).waitFor();
    await exports().hover();
    await exports().locator('.action-label[aria-label="Edit Conclusion…"]').waitFor();
    await log.runCommand('WorkMail Trail: Write Note…');
    await pick();
    await write('Ask the bank $(trash)');
    await exports().click();
    const written = ['Conclusion: Two mailboxes left the house', 'Note: Ask the bank \\\\$(trash)'];
    const tops: number[] = [];
    for (const label of written) {
      const row = rows.and(log.page.locator(`[aria-level="2"][aria-label="${label}"]`));
      await row.waitFor();
      tops.push((await row.boundingBox())?.y ?? 0);
    }
    const found = await rows.and(log.page.locator('[aria-label^="critical, 2 events"]')).boundingBox();
    assert.deepEqual(
      tops,
      [...tops].sort((left, right) => left - right),
    );
    assert.ok((tops.at(-1) ?? 0) < (found?.y ?? 0), 'What was found stands behind what was written.');
  });

  it('keeps its place under the mouse where it is settled, says so, and makes room for others when it is asked again', async () => {
    const before = await place();
    await exports().hover();
    await exports().locator('.action-label[aria-label="Mark as Settled"]').click();
    await exports().filter({ hasText: 'Exports: settled' }).waitFor();
    assert.deepEqual(await place(), before);
    await log.screenshot('questions-settled');
    assert.match(
      (await exports().getAttribute('aria-label')) ?? '',
      /^Which mailboxes were exported, and where to\? Settled\. 1 note\. Conclusion: Two mailboxes left the house\. found, critical\. /,
    );
    await log.runCommand('WorkMail Trail: Ask Questions');
    await exports()
      .and(log.page.locator(`[aria-posinset="${before[1]}"]`))
      .waitFor();
  });

  it('is there again in a copy of the log that lies elsewhere', async () => {
    await log.runCommand('View: Close All Editors');

    await exports().waitFor({ state: 'hidden' });
    await log.openFile('moved/evidence-7.json');
    await exports()
      .filter({ hasText: `settled${CONCLUSION}` })
      .waitFor();
  });

  it('is there again after the window was reloaded', async () => {
    await log.page.reload();
    await log.page.locator('.activitybar .action-label[aria-label^="WorkMail Trail"]').waitFor();
    await exports()
      .filter({ hasText: `settled${CONCLUSION}` })
      .waitFor();
  });

  it('is removed after a question', async () => {
    const note = rows.filter({ hasText: /^Ask the bank/ });
    if ((await note.count()) === 0) await exports().click();
    await note.hover();
    await note.locator('.action-label[aria-label="Remove Note…"]').click();
    const dialog = log.page.locator('.monaco-dialog-box', { hasText: 'Remove this note?' });
    await dialog.locator('.monaco-button', { hasText: 'Remove' }).click();
    await note.waitFor({ state: 'hidden' });
  });

  it('stands in the report, told apart from what the logs tell', async () => {
    await log.runCommand('WorkMail Trail: Summarize WorkMail events');
    const report = log.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const first = report.locator('h2').first();
    await first.waitFor();
    assert.equal(await first.innerText(), 'Conclusions and notes');
    await report.locator('li', { hasText: `Exports (settled): ${CONCLUSION}` }).waitFor();
    await log.screenshot('report-written');
  });
});
