import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LogWindow, openLogWindow } from './logWindow';

describe('a question for another engine', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file: 'administration-day.json' });
    await log.page.locator('.editor-actions [aria-label="Summarize WorkMail events"]').waitFor();
    await log.runCommand('WorkMail Trail: Filter Events…');
    await log.page.locator('.quick-input-titlebar', { hasText: 'Filter Events' }).waitFor();
    await log.page.keyboard.type('is:write');
    await log.page.locator('.quick-input-widget .monaco-list-row', { hasText: /is:write.*show \d/ }).waitFor();
    await log.page.keyboard.press('Enter');
    await log.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  });
  after(() => log?.close());

  it('is handed to Athena in an untitled document of SQL, with what the tree is filtered by', async () => {
    await log.runCommand('WorkMail Trail: Hand to Athena…');
    await log.page.locator('.tab', { hasText: 'Untitled-1' }).waitFor();
    await log.page.locator('.view-line', { hasText: 'Asked: is:write' }).waitFor();
    await log.page.locator('.statusbar-item', { hasText: /SQL$/ }).waitFor();
    await log.screenshot('handover-athena');
  });

  it('is handed to an engine that is chosen with the keyboard', async () => {
    await log.runCommand('WorkMail Trail: Hand Over to Another Engine…');
    await log.page.locator('.quick-input-titlebar', { hasText: 'Hand Over to Another Engine' }).waitFor();
    const engines = await log.page
      .locator('.quick-input-widget .monaco-list-row .quick-input-list-label')
      .allInnerTexts();
    assert.equal(engines.length, 6);
    await log.screenshot('handover-engines');
    await log.page.keyboard.type('event history');
    await log.page.keyboard.press('Enter');
    await log.page.locator('.tab', { hasText: 'Untitled-2' }).waitFor();
    await log.page.locator('.view-line', { hasText: 'aws s3 sync' }).first().waitFor();
    await log.screenshot('handover-cli');
  });
});
