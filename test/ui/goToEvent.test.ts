import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

const title = 'WorkMail Trail: Go to Event…';

describe('the way to an event', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;
  let input: Locator;
  let rows: Locator;
  let first: Locator;

  before(async () => {
    log = await openLogWindow({ file: 'incident/stolen-key.json' });
    tree = eventsTree(log);
    input = log.page.locator('.quick-input-widget .quick-input-box input');
    rows = log.page.locator('.quick-input-widget .monaco-list-row');
    first = log.page.locator('.quick-input-widget .monaco-list-row[data-index="0"]');
    await tree.open();
    await tree.row('StartMailboxExportJob');
  });
  after(() => log?.close());

  it('begins with what can be typed', async () => {
    await log.runCommand(title);
    await first.filter({ hasText: 'An eventID or a requestID' }).waitFor();
    await log.screenshot('go-to-empty');
    await input.fill('5b4');
    await first.filter({ hasText: 'This is no id and no time yet' }).waitFor();
  });

  it('leads from the beginning of an eventID to the event, which is selected', async () => {
    await input.fill('5b47');
    await first.filter({ hasText: /^UTC 2026-05-17 02:32:55 {2}StartMailboxExportJob by directory-sync/ }).waitFor();
    await first.filter({ hasText: 'eventID 5b47c312-' }).waitFor();
    await log.screenshot('go-to-id');
    await log.page.keyboard.press('Enter');
    await log.page.locator('[id="status.editor.selection"]', { hasText: 'Ln 2358, Col 5' }).waitFor();
    await log.screenshot('go-to-selected');
    const event = JSON.parse(await log.copySelection());
    assert.equal(event.eventID.slice(0, 8), '5b47c312');
  });

  it('leads from a time to the first event from then on, in their order', async () => {
    await log.runCommand(title);
    await input.fill('2026-05-17T02:33');
    await first.filter({ hasText: /^UTC 2026-05-17 02:33:30/ }).waitFor();
    await input.fill('2026-05-17');
    await first.filter({ hasText: /^UTC 2026-05-17 00:00:07/ }).waitFor();
    const shown = (await rows.allInnerTexts()).flatMap((text) => /UTC (\S+\s\S+)/.exec(text)?.[1] ?? []);
    assert.deepEqual(shown, [...shown].sort());
    await log.screenshot('go-to-day');
    await input.fill('02:33');
    await first.filter({ hasText: /^UTC 2026-05-17 02:33:30/ }).waitFor();
    await log.screenshot('go-to-clock');
  });

  it('tells where nothing is found, and what to do', async () => {
    await input.fill('ffffffff');
    await first.filter({ hasText: 'No event has an eventID or a requestID that begins so' }).waitFor();
    await log.screenshot('go-to-nothing');
    await input.fill('2027');
    await first.filter({ hasText: 'Nothing happened from then on' }).waitFor();
    await rows.filter({ hasText: /^UTC 2026-05-17 07:46:49/ }).waitFor();
    await log.screenshot('go-to-later');
    await log.page.keyboard.press('Escape');
  });
});
