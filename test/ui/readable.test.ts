import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

describe('a log on one long line', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file: 'administration-day.json', settings: { 'editor.wordWrap': 'off' } });
  });
  after(() => log?.close());

  it('is offered a readable view above its first line', async () => {
    await log.page.locator('.codelens-decoration a', { hasText: 'Open Readable View' }).waitFor();
    await log.screenshot('readable-offer');
    await log.page.locator('.codelens-decoration a', { hasText: 'Open Readable View' }).click();
    await log.page.locator('.tab.active', { hasText: 'administration-day (readable).json' }).waitFor();
    await log.page.locator('.view-line', { hasText: '"eventVersion"' }).first().waitFor();
    await log.screenshot('readable-view');
  });

  it('is put in the order of time', async () => {
    await log.page.locator('.editor-actions a[aria-label^="Order Records by Time"]').click();
    await log.page.locator('.tab.active', { hasText: 'administration-day (by time).json' }).waitFor();
    await log.screenshot('readable-by-time');
    await log.page.locator('.editor-actions a[aria-label^="Order Records as in the Log"]').click();
    await log.page.locator('.tab.active', { hasText: 'administration-day (readable).json' }).waitFor();
  });

  it('is left for the same place in the log, and found again', async () => {
    // A view that has just come to the front may still be drawn under the pointer.
    await again(async () => {
      await log.pointAt('"eventVersion"');
      await log.page.mouse.down();
      await log.page.mouse.up();
      await log.page.mouse.down({ clickCount: 2 });
      await log.page.mouse.up({ clickCount: 2 });
      await log.page.locator('.statusbar-item', { hasText: '(12 selected)' }).waitFor({ timeout: PATIENCE_MS });
    });
    await log.page.locator('.editor-actions a[aria-label^="Reveal in Original"]').click();
    await log.page.locator('.tab.active', { hasText: /^administration-day.json$/ }).waitFor();
    const status = log.page.locator('.statusbar-item', { hasText: /Ln 1, .*selected/ });
    await status.waitFor();
    assert.equal(await log.copySelection(), 'eventVersion');
    await log.screenshot('readable-original');
  });
});
