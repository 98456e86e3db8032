import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { projectRoot } from '../support/projectRoot';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

const day = readFileSync(path.join(projectRoot(), 'samples', 'administration-day.json'), 'utf8');
const numbered = JSON.stringify(JSON.parse(day), undefined, 2)
  .split('\n')
  .map((line, at) => `${String(at + 1).padStart(6)}\t${line}`)
  .join('\n');

describe('the language status of a log', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({
      file: 'administration-day.json',
      files: { 'numbered.txt': numbered, 'cut.json': day.slice(0, 50_000), 'settings.json': '{ "no": "log" }' },
    });
  });
  after(() => log?.close());

  it('tells the version of the format, and how many of its events are of WorkMail', async () => {
    const words = await wordsOf('WorkMail');
    assert.match(words, /CloudTrail 1\.\d\d · 322 events · \d+ WorkMail/);
    assert.match(words, /Summarize/);
    await log.screenshot('language-status');
  });

  it('tells what lies over the log', async () => {
    await log.openFile('numbered.txt');
    await wordsOf('numbers were left out');
    await log.screenshot('language-status-numbered');
  });

  it('warns where something was not read', async () => {
    await log.openFile('cut.json');
    assert.match(await wordsOf('The log ends here'), /fetch it again/);
    await log.screenshot('language-status-cut');
  });

  it('says nothing of a file that is no log', async () => {
    await log.openFile('settings.json');
    await log.page.locator('[id="status.languageStatus"]', { hasText: '' }).waitFor();
    await point();
    await log.page.locator('.hover-language-status', { hasText: /WorkMail/ }).waitFor({ state: 'detached' });
  });

  async function point(): Promise<void> {
    await log.page.mouse.move(0, 0);
    await log.page.locator('[id="status.languageStatus"]').hover({ timeout: PATIENCE_MS });
  }

  /** What the hover of the language status holds, once it holds the expected words. */
  async function wordsOf(expected: string): Promise<string> {
    const shown = log.page.locator('.hover-language-status', { hasText: expected }).first();
    await log.page.locator('[id="status.languageStatus"]').waitFor();
    await again(async () => {
      await point();
      await shown.waitFor({ timeout: PATIENCE_MS });
    });
    return (await shown.innerText()).replace(/\s+/g, ' ');
  }
});
