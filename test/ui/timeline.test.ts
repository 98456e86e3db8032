import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

describe('the timeline', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;
  let timeline: FrameLocator;
  let chart: Locator;
  let status: Locator;

  before(async () => {
    log = await openLogWindow({ file: 'incident/stolen-key.json', viewport: { width: 1500, height: 1000 } });
    tree = eventsTree(log);
    await tree.open();
    await tree.row('CreateUser');
    timeline = log.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    chart = timeline.getByRole('application');
    status = timeline.getByRole('status');
  });
  after(() => log?.close());

  it('opens from the palette, with lanes, hours and columns', async () => {
    await log.runCommand('WorkMail Trail: Show Timeline');
    await status.filter({ hasText: /^95 events\.$/ }).waitFor();
    await timeline.locator('.legend button', { hasText: 'Critical' }).waitFor();
    await timeline.locator('.lane').nth(2).waitFor();
    await timeline.locator('.hours td', { hasText: '33' }).waitFor();
    const columns = await timeline.locator('.columns details[open] > summary').allInnerTexts();
    assert.deepEqual(
      columns.map((text) => text.replace(/\s+/g, ' ')),
      ['Weight 6', 'Outcome 2', 'Service 5', 'Actor 3'],
    );
  });

  it('is brushed by the keyboard, and the tree shows what was brushed', async () => {
    await chart.focus();
    await chart.press('End');
    await chart.press('Shift+ArrowLeft');
    await status.filter({ hasText: /^8 of 95 events\. Brushed: 2026-05-17 07:30 – 08:00 UTC\+00:00\.$/ }).waitFor();
    await tree.words.getByText(/^8 of 95 events.*: time:2026-05-17T07:30:00\.\.2026-05-17T07:59:59$/).waitFor();
    await log.screenshot('timeline-brushed');
  });

  it('tells what the keyboard stands on', async () => {
    await chart.press('ArrowRight');
    const said = timeline.locator('[aria-live]');
    await said.filter({ hasText: '2026-05-17 07:45 – 08:00 UTC+00:00, 1 event, High: 1' }).waitFor();
  });

  it('goes from a bar to its first event', async () => {
    await chart.press('Enter');
    await log.page.locator('.tab.active', { hasText: 'stolen-key.json' }).waitFor();
    await log.page.locator('.monaco-editor.focused').waitFor();
    await log.page.locator('.tab', { hasText: 'Timeline' }).click();
    await status.filter({ hasText: /^8 of 95 events/ }).waitFor();
  });

  it('shows what the tree is filtered by', async () => {
    await timeline.getByRole('button', { name: 'Clear Brush' }).click();
    await status.filter({ hasText: /^95 events\.$/ }).waitFor();
    await timeline.getByRole('button', { name: /^iam\s*: 5 events/ }).click();
    await status.filter({ hasText: /^5 of 95 events\.$/ }).waitFor();
    await tree.words.getByText(/^5 of 95 events: service:iam$/).waitFor();
    await (await tree.row('Clear the filter')).click();
    await status.filter({ hasText: /^95 events\.$/ }).waitFor();
  });

  it('is brushed with the mouse, and tells what is under it', async () => {
    const plot = timeline.locator('.u-over');
    const { x, y, width, height } = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const { mouse } = log.page;
    await mouse.move(x + width * 0.4, y + height / 2);
    await mouse.down();
    await mouse.move(x + width * 0.6, y + height / 2, { steps: 4 });
    await mouse.up();
    await status
      .filter({ hasText: /^\d\d of 95 events\. Brushed: 2026-05-17 00:\d\d – 03:\d\d UTC\+00:00\.$/ })
      .waitFor();
    await timeline.locator('.tooltip', { hasText: /^2026-05-17 03:\d\d – 03:\d\d UTC\+00:00/ }).waitFor();
    await timeline.getByRole('button', { name: 'Clear Brush' }).click();
    await status.filter({ hasText: /^95 events\.$/ }).waitFor();
  });

  it('tells hours on the clocks of another zone, with its offset', async () => {
    await timeline.getByRole('button', { name: /^Hours in UTC\+00:00/ }).click();
    await log.page.locator('.quick-input-widget .quick-input-box input').fill('Europe/Berlin');
    await log.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Europe/Berlin' }).waitFor();
    await log.page.keyboard.press('Enter');
    await timeline.getByRole('button', { name: /^Hours in UTC\+02:00 \(Europe\/Berlin\)/ }).waitFor();
    await timeline.locator('.hours caption', { hasText: 'UTC+02:00' }).waitFor();
  });

  it('has the same numbers as a table, whose rows brush', async () => {
    await timeline.locator('summary', { hasText: 'Table of these numbers' }).click();
    const rows = timeline.locator('.counts tbody tr');
    await rows.first().waitFor();
    assert.deepEqual(await timeline.locator('.counts thead th').allInnerTexts(), [
      'Time',
      'Events',
      'Critical',
      'High',
      'Medium',
      'Low',
      'Info',
      'No weight known',
    ]);
    const sums = await rows.locator('td:nth-child(2)').allInnerTexts();
    assert.equal(
      sums.reduce((sum, text) => sum + Number(text), 0),
      95,
    );
    await rows.last().getByRole('button').click();
    await status.filter({ hasText: /^1 of 95 events/ }).waitFor();
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'])
    it(`can be read by everybody: axe finds nothing wrong, ${theme}`, async () => {
      const { page } = log;
      await log.runCommand('Preferences: Color Theme');
      await page.locator('.quick-input-widget .quick-input-box input').fill(theme);
      await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: theme }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      const name = theme.toLowerCase().replaceAll(' ', '-');
      await timeline.locator('body[data-vscode-theme-name], body').first().waitFor();
      await log.screenshot(`timeline-${name}`);
      const frame = await frameOf(timeline);
      await frame.evaluate(axe.source);
      const { violations } = await frame.evaluate(() => window.axe.run());
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary]),
        [],
      );
    });

  async function frameOf(shown: FrameLocator): Promise<Frame> {
    const handle = await shown.locator('main').elementHandle();
    const frame = await handle?.ownerFrame();
    assert.ok(frame);
    return frame;
  }
});
