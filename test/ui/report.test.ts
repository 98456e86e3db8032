import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { type LogWindow, openLogWindow, parsed } from './logWindow';

describe('the command "Summarize WorkMail events"', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let report: FrameLocator;

  before(async () => {
    log = await openLogWindow({ file: 'administration-day.json' });
    await log.page.locator('.editor-actions [aria-label="Summarize WorkMail events"]').waitFor();
    // The preview is a page in a page.
    report = log.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  });
  after(() => log?.close());

  it('opens a report in the Markdown preview', async () => {
    await log.runCommand('WorkMail Trail: Summarize WorkMail events');
    await report.locator('h1').waitFor();
    const headings = await report.locator('h1, h2').allInnerTexts();
    assert.equal(headings[0], 'WorkMail events in administration-day.json');
    for (const heading of [
      'What was found',
      'Totals',
      'When',
      'What was done',
      'Who',
      'From where',
      'What failed',
      /CloudTrail cannot/,
    ]) {
      assert.ok(
        headings.some((text) => (typeof heading === 'string' ? text === heading : heading.test(text))),
        `${heading} is missing among: ${headings.join(', ')}`,
      );
    }
    await log.screenshot('report');
  });

  it('begins with what was found', async () => {
    assert.equal(await report.locator('h2').first().innerText(), 'What was found');
  });

  it('leads from the list of chapters to one of them', async () => {
    const chapter = report.locator('h2', { hasText: 'Event ids' });
    await report.locator('a', { hasText: 'Event ids' }).click();
    await chapter.evaluate(
      (heading) =>
        new Promise<void>((resolve) => {
          new IntersectionObserver(([entry]) => entry?.isIntersecting && resolve()).observe(heading);
        }),
    );
  });

  it('draws when it all happened as a picture', async () => {
    const picture = report.locator('img').first();
    await picture.scrollIntoViewIfNeeded();
    assert.ok(await picture.evaluate((element) => 'naturalWidth' in element && Number(element.naturalWidth) > 100));
    await log.screenshot('report-picture');
  });

  it('leads from a number to its events', async () => {
    const number = report.locator('a', { hasText: /^\d+$/ }).first();
    const count = Number(await number.innerText());
    await number.click();
    await log.page.locator('.tab.active', { hasText: '.json' }).waitFor();
    await log.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
    await log.screenshot('report-events');
    await log.page.keyboard.press('Control+1');
    await log.page.keyboard.press('Control+A');
    const events = parsed(await log.copySelection());
    assert.ok(Array.isArray(events));
    assert.equal(events.length, count);
  });

  it('leads from what was found to the events that carry it', async () => {
    await backToReport();
    const found = report.locator('li a', { hasText: /^\d+ events$/ }).first();
    const count = Number.parseInt(await found.innerText(), 10);
    await found.click();
    const list = log.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    await list.locator('h1', { hasText: 'Everything with the eventIDs of' }).waitFor();
    assert.match(await list.locator('p').first().innerText(), new RegExp(`^${count} events `));
    await log.screenshot('report-found');
  });

  it('is still there behind the list, at the place where somebody left it', async () => {
    await backToReport();
    const found = report.locator('li a', { hasText: /^\d+ events$/ }).first();
    await found.evaluate(
      (link) =>
        new Promise<void>((resolve) => {
          new IntersectionObserver(([entry]) => entry?.isIntersecting && resolve()).observe(link);
        }),
    );
    await log.screenshot('report-again');
  });

  async function backToReport(): Promise<void> {
    await log.page.locator('.tab', { hasText: 'WorkMail events in' }).click();
    await report.locator('h1', { hasText: 'WorkMail events in' }).waitFor();
  }
});
