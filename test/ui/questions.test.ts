import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

describe('the questions that are asked of every log', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let rows: Locator;

  before(async () => {
    log = await openLogWindow({ file: 'incident/stolen-key.json' });
    const view = log.page.locator('.part.sidebar .pane', {
      has: log.page.locator('.pane-header[aria-label^="Questions"]'),
    });
    rows = view.locator('.monaco-list-row');
    await eventsTree(log).open();
  });
  after(() => log?.close());

  it('are answered as soon as somebody looks', async () => {
    await rows.filter({ hasText: /^Exports/ }).waitFor();
    await log.screenshot('questions');
    const label = await rows.filter({ hasText: /^Exports/ }).getAttribute('aria-label');
    assert.match(
      label ?? '',
      /^Which mailboxes were exported, and where to\? found, critical\. directory-sync \(key AKIAI44QH8DHBEXAMPLE\)/,
    );
  });

  it('lead to the events that carry an answer, by keyboard', async () => {
    const level = (number: number, state = ''): Locator =>
      rows.and(log.page.locator(`${state}[aria-level="${number}"]`));
    await rows.filter({ hasText: /^Exports/ }).click();
    await level(2).first().waitFor();
    await log.page.keyboard.press('ArrowDown');
    await level(2, '.focused').waitFor();
    await log.page.keyboard.press('ArrowRight');
    await level(3).first().waitFor();
    await log.page.keyboard.press('ArrowDown');
    await level(3, '.focused').waitFor();
    await log.page.keyboard.press('Enter');
    await log.page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    await log.screenshot('questions-event');
    assert.match(await log.copySelection(), /"eventName": "StartMailboxExportJob"/);
  });
});
