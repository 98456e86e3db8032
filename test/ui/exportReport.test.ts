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

describe('the command "Export Report…"', { timeout: 240_000 }, () => {
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
      // In one go: what is typed between two steps would go to the one before.
      await log.page.locator('.quick-input-widget input[type="text"]').fill(text);
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
