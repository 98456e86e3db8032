import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { type EventsTree, eventsTree } from './eventsTree';
import { nameFile } from './fileDialog';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

const FILTER = 'DeleteUser';

describe('a case that is saved as a file', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;
  let input: Locator;
  let dialog: Locator;

  before(async () => {
    log = await openLogWindow({
      file: 'administration-day.json',
      files: { 'case/hostile.workmail-case.json': '{"format":"workmail-trail-saved-case","version":1,"__proto__":{}}' },
    });
    tree = eventsTree(log);
    input = log.page.locator('.quick-input-widget .quick-input-box input');
    dialog = log.page.locator('.monaco-dialog-box');
    await log.page.locator('.editor-actions [aria-label="Summarize WorkMail events"]').waitFor();
    await tree.open();
  });
  after(() => log?.close());

  async function filterBy(question: string): Promise<void> {
    await log.runCommand('WorkMail Trail: Filter Events…');
    await input.fill(question);
    await log.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Driven by a program, VS Code shows no notification by itself. */
  async function notified(words: string): Promise<void> {
    const center = log.page.locator('.notifications-center', { hasText: words });
    await again(async () => {
      await log.page.locator('[id="status.notifications"]').click();
      await center.waitFor({ timeout: PATIENCE_MS });
    });
    await log.page.keyboard.press('Escape');
    await center.waitFor({ state: 'hidden' });
  }

  async function open(file: string): Promise<void> {
    await log.runCommand('WorkMail Trail: Open Case…');
    await nameFile(log, 'Open a Case', file);
  }

  it('holds the filter, the logs by their ways and hashes, and nothing of what they say', async () => {
    await filterBy(FILTER);
    await log.runCommand('WorkMail Trail: Save Case…');
    await nameFile(log, 'Where shall the case be kept?', 'case/one.workmail-case.json', 'case.workmail-case.json');
    await notified('The case is saved.');
    const saved = JSON.parse(await log.read('case/one.workmail-case.json'));
    const { filter, places, files } = saved;
    assert.deepEqual(
      [filter, places, files.map(({ file }: { file: string }) => file)],
      [FILTER, [{ place: '../administration-day.json', isFolder: false }], ['../administration-day.json']],
    );
  });

  it('brings back the same view, and says that the logs are the same', async () => {
    await log.runCommand('WorkMail Trail: Clear Filter');
    await open('case/one.workmail-case.json');
    await dialog.filter({ hasText: 'Open the case that was saved' }).waitFor();
    await log.screenshot('open-case');
    assert.match(await dialog.innerText(), /It opens: \.\.\/administration-day\.json\.\s+Filter: DeleteUser/);
    await dialog.locator('.monaco-button', { hasText: 'Open Case' }).click();
    await notified('their hashes are the same');
    await log.page.locator('.part.sidebar', { hasText: FILTER }).waitFor();
  });

  it('says which logs are not as they were', async () => {
    const file = path.join(log.folder, 'administration-day.json');
    await writeFile(file, `${await readFile(file, 'utf8')}\n`);
    await open('case/one.workmail-case.json');
    await dialog.locator('.monaco-button', { hasText: 'Open Case' }).click();
    await dialog.filter({ hasText: '1 file is not as it was saved' }).waitFor();
    await log.screenshot('open-case-changed');
    assert.match(await dialog.innerText(), /changed: \.\.\/administration-day\.json/);
    await log.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is refused as a whole where it is damaged', async () => {
    await open('case/hostile.workmail-case.json');
    await notified('This case was not opened. It is damaged');
  });
});
