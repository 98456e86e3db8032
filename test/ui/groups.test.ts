import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { clickInMenu } from './contextMenu';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

describe('what the tree is grouped by', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;
  let choice: Locator;
  let title: Locator;

  before(async () => {
    log = await openLogWindow({ file: 'administration-day.json' });
    tree = eventsTree(log);
    const { page } = log;
    choice = page.locator('.quick-input-widget .monaco-list-row');
    title = page.locator('.part.sidebar .pane-header', { hasText: /^Events/i });
    await tree.open();
    await tree.row('CreateUser');
  });
  after(() => log?.close());

  it('is chosen with the keyboard alone, and said above it', async () => {
    const { page } = log;
    await log.runCommand('WorkMail Trail: Group Events By…');
    await choice.filter({ hasText: /^Action/ }).waitFor();
    await page.keyboard.type('Actor');
    await choice.first().filter({ hasText: 'Actor' }).waitFor();
    await page.keyboard.press('Enter');
    await choice.filter({ hasText: 'Nothing More' }).waitFor();
    await log.screenshot('groups-further');
    await page.keyboard.type('Day');
    await choice.first().filter({ hasText: 'Day' }).waitFor();
    await page.keyboard.press('Enter');
    await title.filter({ hasText: /Events by actor, then day/i }).waitFor();
    await tree.words.getByText('Grouped by actor, then day.').waitFor();
    await log.screenshot('groups-by-actor');
    assert.equal(
      (await tree.rows()).some((row) => row.startsWith('CreateUser')),
      false,
    );
  });

  it('makes groups that hold groups, and these hold events', async () => {
    const { page } = log;
    const actor = page.locator('.part.sidebar .monaco-list-row[aria-level="1"]').first();
    await actor.click();
    const day = page.locator('.part.sidebar .monaco-list-row[aria-level="2"]').first();
    await day.filter({ hasText: /^2026-03-11/ }).click();
    const event = page.locator('.part.sidebar .monaco-list-row[aria-level="3"]').first();
    await event.filter({ hasText: /^\d\d:\d\d:\d\d {2}[A-Z]\w+/ }).waitFor();
    await log.screenshot('groups-nested');
  });

  it('follows the cursor into groups of groups', async () => {
    const { page } = log;
    await page.locator('.part.sidebar .monaco-list-row[aria-level="3"]').first().click();
    await page.locator('.part.sidebar .monaco-list-row.selected[aria-level="3"]').waitFor();
  });

  it('leads to the question of a group, and to all but it', async () => {
    const { page } = log;
    const actor = page.locator('.part.sidebar .monaco-list-row[aria-level="1"]').first();
    await actor.click({ button: 'right' });
    await page.locator('.monaco-menu .action-item', { hasText: 'Exclude This' }).waitFor();
    await log.screenshot('groups-menu');
    await clickInMenu(page, 'Exclude This');
    await tree.words.getByText(/^Grouped by actor, then day\. \d+ of \d+ events, .*: -actor:/).waitFor();
    await log.screenshot('groups-excluded');
    await (await tree.row('Clear the filter')).click();
    await tree.words.getByText(/^Grouped by actor, then day\.$/).waitFor();
  });
});
