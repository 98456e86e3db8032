import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { clickInMenu } from './contextMenu';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

/** The key of the session in which the move of the samples was prepared: WorkMail, IAM, KMS and S3. */
const key = 'ASIALJV5SZ33TEXAMPLE';

describe('what else a key did', { timeout: 240_000 }, () => {
  let window: LogWindow;
  let tree: EventsTree;
  let input: Locator;
  let first: Locator;
  let second: Locator;

  before(async () => {
    window = await openLogWindow({});
    tree = eventsTree(window);
    const { page } = window;
    input = page.locator('.quick-input-widget .quick-input-box input');
    first = page.locator('.quick-input-widget .monaco-list-row[data-index="0"]');
    second = page.locator('.quick-input-widget .monaco-list-row[data-index="1"]');
    await page.locator('.activitybar .action-label[aria-label^="WorkMail Trail"]').waitFor();
    await page.keyboard.press('Control+Shift+E');
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'trail' })
      .first()
      .click({ button: 'right' });
    await clickInMenu(page, 'Inspect Folder for WorkMail Events');
    await (await tree.row(/^trail/)).filter({ hasText: /\d+ WorkMail events · 29 files/ }).waitFor();
  });
  after(() => window?.close());

  it('is shown with the events of other services, from the row that counts them', async () => {
    await (await tree.row(/^Show \d+ events of other services/)).click();
    await tree.row(/^iam\.amazonaws\.com/);
    await tree.row(/^kms\.amazonaws\.com/);
    await (await tree.row(/^iam\.amazonaws\.com/)).click();
    await tree.row(/CreateRole by/);
    await window.screenshot('filter-other-services');
  });

  it('is typed with completions, and asked with Enter', async () => {
    const { page } = window;
    await (await tree.row(/CreateRole by/)).click();
    await page.keyboard.press('Control+F');
    await page.locator('.quick-input-titlebar', { hasText: 'Filter Events' }).waitFor();
    await first.filter({ hasText: 'Show all events' }).waitFor();
    await window.screenshot('filter-empty');
    await page.keyboard.type('ke');
    await first.filter({ hasText: /^ke\s*show \d/ }).waitFor();
    await second.filter({ hasText: /^key:/ }).waitFor();
    await window.screenshot('filter-fields');
    await page.keyboard.type('y:ASIAL');
    const value = page.locator('.quick-input-widget .monaco-list-row', { hasText: new RegExp(`^${key}`) });
    await value.filter({ hasText: '9 events' }).waitFor();
    await window.screenshot('filter-values');
    await value.click();
    await first
      .filter({ hasText: `key:${key}` })
      .filter({ hasText: 'show 9 of' })
      .waitFor();
    await window.screenshot('filter-asked');
    await page.keyboard.press('Enter');
    await tree.words.getByText(/^9 of \d+ events: key:/).waitFor();
    await tree.row(/CreateRole by/);
    await tree.row('TagResource');
    await window.screenshot('filter-on');
    assert.equal(
      (await tree.rows()).some((row) => row.startsWith('StartMailboxExportJob')),
      false,
    );
  });

  it('says what is wrong where it is typed, and Enter puts what was meant', async () => {
    const { page } = window;
    await page.keyboard.press('Control+F');
    await input.fill('outcome:faild');
    await first.filter({ hasText: 'at character 9' }).waitFor();
    await window.screenshot('filter-problem');
    await page.keyboard.press('Enter');
    await first.filter({ hasText: /^outcome:failed\s*show \d+ of/ }).waitFor();
    assert.equal((await input.inputValue()).trim(), 'outcome:failed');
    await page.keyboard.press('Escape');
    await tree.words.getByText(/^9 of \d+ events: key:/).waitFor();
  });

  it('tells where nothing matches, and the way back is a row of the tree', async () => {
    const { page } = window;
    await (await tree.row('TagResource')).click();
    await page.keyboard.press('Control+F');
    await input.fill('action:NoSuchAction');
    await first.filter({ hasText: 'matches none of' }).waitFor();
    await page.keyboard.press('Enter');
    await tree.words.getByText(/^0 of \d+ events\. .*: action:NoSuchAction$/).waitFor();
    await window.screenshot('filter-nothing');
    await (await tree.row('Clear the filter')).click();
    await tree.row('StartMailboxExportJob');
    await tree.words.waitFor({ state: 'hidden' });
  });

  it('leads from an event to all others of its access key', async () => {
    const { page } = window;
    await (await tree.row(/^TagResource/)).click();
    await (await tree.row(/^\d\d:\d\d:\d\d.*jordan/)).click({ button: 'right' });
    await page.locator('.monaco-menu', { hasText: 'Show All Events Like This' }).waitFor();
    await window.screenshot('filter-like-menu');
    await clickInMenu(page, 'Show All Events Like This');
    const same = page.locator('.quick-input-widget .monaco-list-row', { hasText: `Same access key: ${key}` });
    await same.filter({ hasText: '9 events' }).waitFor();
    await window.screenshot('filter-like');
    await same.click();
    await tree.words.getByText(/^9 of \d+ events: key:/).waitFor();
  });

  it('says what of it is hidden, and shows it again', async () => {
    await (await tree.row('Hide 5 matching events of other services')).click();
    await tree.words.getByText(/^9 of \d+ events, 5 of them of other services and hidden: key:/).waitFor();
    await window.screenshot('filter-hidden');
    await (await tree.row('Show 5 matching events of other services')).click();
    await tree.row(/CreateRole by/);
  });

  it('is what a report can be on alone', async () => {
    const { page } = window;
    await window.runCommand('WorkMail Trail: Summarize All Open Logs and Inspected Folders');
    await first.filter({ hasText: 'All Events' }).waitFor();
    await second
      .filter({ hasText: 'Only What the Filter Shows' })
      .filter({ hasText: `key:${key}` })
      .waitFor();
    await window.screenshot('filter-report-choice');
    await second.click();
    const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await report.locator('h1', { hasText: `that answer: key:${key}` }).waitFor();
    // Of nine events five are of other services.
    assert.match(await report.locator('h1 + p').innerText(), /^4 WorkMail or Message Flow events /);
    await window.screenshot('filter-report');
  });
});
