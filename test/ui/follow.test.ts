import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type KeyboardQuestions, keyboardQuestions } from './keyboardQuestions';
import { type LogWindow, openLogWindow } from './logWindow';

describe('who made the mailbox of an alias, by keyboard alone', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let ask: KeyboardQuestions;

  before(async () => {
    log = await openLogWindow({ file: 'administration-day.json' });
    await log.page.keyboard.press('Control+B');
    await log.runCommand('WorkMail Trail: Open Readable View');
    await log.page.locator('.tab.active', { hasText: 'administration-day (readable).json' }).waitFor();
    await log.page.locator('.view-line', { hasText: '"eventVersion"' }).first().waitFor();
    ask = keyboardQuestions(log);
  });
  after(() => log?.close());

  it('is seen where the alias stands', async () => {
    await ask.peekAtMaker('samirkhan@example.com');
    await log.screenshot('follow-peek');
    await ask.goToMaker();
    assert.match(await log.editorText(), /"userId": "e21962eb-be62-459e-b7a4-d012a1a566c8"/);
  });

  it('called from an address', async () => {
    const words = await ask.explain('sourceIPAddress', /events in these logs/);
    assert.match(words, /reserved for documentation.*24 events in these logs/);
    await log.screenshot('follow-address');
  });

  it('called with credentials of a kind', async () => {
    const words = await ask.explain('accessKeyId', /events in these logs/);
    assert.match(words, /ASIA: .*temporary.*in these logs/i);
    await log.screenshot('follow-key');
  });

  it('called all this with them, in every service', async () => {
    const words = await ask.showAll('All of ASIAZPZ3MOGKWEXAMPLE');
    assert.match(words, /Everything with the access key ASIAZPZ3MOGKWEXAMPLE .* Services: workmail 24/);
    await log.screenshot('follow-all');
  });
});

describe('a name in a report', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file: 'incident/stolen-key.json' });
  });
  after(() => log?.close());

  it('leads to everything that names the same, and from there to the event', async () => {
    const { page } = log;
    await log.runCommand('WorkMail Trail: Summarize WorkMail events');
    const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const address = report.locator('a', { hasText: '203.0.113.77' }).first();
    await address.scrollIntoViewIfNeeded();
    await log.screenshot('follow-report');
    await address.click();
    await page.locator('.tab.active', { hasText: 'All of 203.0.113.77' }).waitFor();
    const list = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    await list.locator('h1', { hasText: 'Everything with the address' }).waitFor();
    await list.locator('a', { hasText: '01:15:42' }).first().click();
    await page.locator('.tab.active', { hasText: /^stolen-key.json$/ }).waitFor();
    await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    assert.equal(JSON.parse(await log.copySelection()).sourceIPAddress, '203.0.113.77');
  });

  it('leads there from a hover as well', async () => {
    const { page } = log;
    await log.hover('"203.0.113.77"', /Show all/);
    await log.screenshot('follow-hover');
    await page.locator('.monaco-hover:visible a', { hasText: 'Show all' }).first().click();
    await page.locator('.tab.active', { hasText: 'All of 203.0.113.77' }).waitFor();
  });
});
