import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { offeredFile } from './fileDialog';
import { type LogWindow, openLogWindow } from './logWindow';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const NAME = 'WorkMail report on administration-day.html';

describe('the command "Export Report…"', { timeout: 180_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file: 'administration-day.json' });
    await log.page.locator('.editor-actions [aria-label="Summarize WorkMail events"]').waitFor();
  });
  after(() => log?.close());

  it('asks what stands above the report and where to keep it, and writes it there', async () => {
    await log.runCommand('WorkMail Trail: Export Report…');
    for (const [step, text] of ['A day of administration', 'CASE-1042', 'Ida Novak'].entries()) {
      await log.page.locator('.quick-input-title', { hasText: `(${step + 1}/3)` }).waitFor();
      await log.page.keyboard.type(text);
      await log.page.keyboard.press('Enter');
    }
    await log.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'As the Logs Are' }).click();
    await offeredFile(log, 'Where shall the report be kept?', NAME);
    await log.screenshot('export-report');
    await log.page.keyboard.press('Enter');
    await log.page.getByRole('treeitem', { name: NAME }).waitFor();
    const text = await log.read(NAME);
    const header = text.slice(text.indexOf('<header>'), text.indexOf('<dt>Made'));
    assert.equal(
      header,
      '<header>\n<p class="title">A day of administration</p>\n<dl>\n<dt>Reference</dt><dd>CASE-1042</dd>\n<dt>Author</dt><dd>Ida Novak</dd>\n',
    );
  });

  it('is not written over a log that is open', async () => {
    const before = await log.read('administration-day.json');
    await log.runCommand('WorkMail Trail: Export Report…');
    for (const step of [1, 2, 3]) {
      await log.page.locator('.quick-input-title', { hasText: `(${step}/3)` }).waitFor();
      await log.page.keyboard.press('Enter');
    }
    await log.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'As the Logs Are' }).click();
    await log.page.locator('.quick-input-title', { hasText: '.md' }).waitFor();
    const input = log.page.locator('.quick-input-widget input[type="text"]');
    await log.page.waitForFunction((name) => {
      const field = document.querySelector('.quick-input-widget input[type="text"]');
      return field instanceof HTMLInputElement && field.value.endsWith(name);
    }, NAME);
    await input.fill(path.join(log.folder, 'administration-day.json'));
    await log.screenshot('export-report-over-log');
    await log.page.keyboard.press('Enter');
    // The dialog itself asks first whether a file may be replaced.
    await log.page.locator('.quick-input-message', { hasText: 'already exists' }).waitFor();
    await log.page.keyboard.press('Enter');
    const told = log.page.locator('.notification-list-item', { hasText: 'No report was written' });
    await told.waitFor();
    assert.match((await told.textContent()) ?? '', /this file is open as a log, and logs are never written to/);
    assert.equal(await log.read('administration-day.json'), before);
  });

  it('is a page that a plain browser shows, without anything from anywhere and without scripts', async () => {
    const page = await log.page.context().browser()?.newPage();
    assert.ok(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const uri = pathToFileURL(path.join(log.folder, NAME)).href;
    await page.goto(uri);
    const [title, chapters] = [await page.title(), await page.locator('h2').count()];
    assert.deepEqual([asked, title, chapters > 10], [[uri], 'A day of administration', true]);
    assert.doesNotMatch(await readFile(path.join(log.folder, NAME), 'utf8'), /<script/i);
    const number = page.locator('a[href^="#A"]').first();
    const count = Number.parseInt(await number.innerText(), 10);
    await number.click();
    const list = await page.locator('.list:target').innerText();
    assert.match(list, new RegExp(`: ${count} events: `));
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`can be read by everybody: axe finds nothing wrong, ${colorScheme}`, async () => {
      // The policy of the page lets no script in, that of axe neither.
      const page = await log.page.context().browser()?.newPage({ colorScheme, bypassCSP: true });
      assert.ok(page);
      await page.goto(pathToFileURL(path.join(log.folder, NAME)).href);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        [],
      );
      await page.close();
    });
});
