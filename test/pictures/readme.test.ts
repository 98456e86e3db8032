import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { projectRoot } from '../support/projectRoot';
import { eventsTree } from '../ui/eventsTree';
import { keyboardQuestions } from '../ui/keyboardQuestions';
import { type LogWindow, type LogWindowOptions, openLogWindow } from '../ui/logWindow';

/** Larger than this makes the README slow to load. Bytes. */
const largest = 250_000;

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Makes the pictures of the README and of docs/editor.md: real windows, cut to what each is about. Not part of `npm test`. */
describe('the pictures of the README', { timeout: 600_000 }, () => {
  let log: LogWindow | undefined;
  after(() => log?.close());

  async function show(options: LogWindowOptions): Promise<LogWindow> {
    await log?.close();
    log = await openLogWindow({
      viewport: { width: 1200, height: 760 },
      settings: { 'editor.stickyScroll.enabled': false },
      ...options,
    });
    return log;
  }

  it('answer.png', async () => {
    const window = await show({ file: 'incident/stolen-key.json' });
    await hideSideBar(window);
    const report = await reportOf(window);
    await report.locator('h2', { hasText: 'What was found' }).evaluate((heading) => heading.scrollIntoView());
    await picture('answer', window, { x: 50, y: 36, width: 1150, height: 700 });
  });

  it('squiggle.png', async () => {
    const window = await show({ file: 'aws-examples/1-CreateUser.json' });
    await hideSideBar(window);
    await window.problemsAre('Errors: 1');
    await window.goTo(1, 220);
    await window.quickFixes();
    await picture('squiggle', window, { x: 50, y: 36, width: 1150, height: 265 });
  });

  it('hover.png', async () => {
    const window = await show({ file: 'incident/stolen-key.json' });
    await hideSideBar(window);
    await window.goTo(2370, 30);
    await window.hover('"StartMailboxExportJob"', /AWS documentation/);
    await picture('hover', window, { x: 50, y: 36, width: 1150, height: 640 });
  });

  it('tree.png', async () => {
    const window = await show({ file: 'incident/stolen-key.json' });
    const tree = eventsTree(window);
    await tree.open();
    await widenSideBar(window, 560);
    for (const action of ['PutMailboxPermissions', 'CreateImpersonationRole', 'AssumeImpersonationRole']) {
      await (await tree.row(action)).click();
    }
    await (await tree.row('StartMailboxExportJob')).click();
    await (await tree.row(/^02:32:55/)).click();
    await window.page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    await picture('tree', window, { x: 0, y: 36, width: 1200, height: 640 });
  });

  it('who-made-it.png, from-where.png, which-key.png, all-of-it.png', async () => {
    const window = await show({ file: 'administration-day.json' });
    await hideSideBar(window);
    await window.runCommand('WorkMail Trail: Open Readable View');
    await window.page.locator('.tab.active', { hasText: 'administration-day (readable).json' }).waitFor();
    const ask = keyboardQuestions(window);
    await ask.peekAtMaker('samirkhan@example.com');
    const whole = { x: 50, y: 36, width: 1150, height: 640 };
    await picture('who-made-it', window, whole);
    await ask.goToMaker();
    await ask.explain('sourceIPAddress', /events in these logs/);
    await picture('from-where', window, whole);
    await ask.explain('accessKeyId', /events in these logs/);
    await picture('which-key', window, whole);
    await ask.showAll('All of ASIAZPZ3MOGKWEXAMPLE');
    await picture('all-of-it', window, whole);
  });

  it('report.png', async () => {
    const window = await show({ file: 'administration-day.json' });
    await hideSideBar(window);
    const report = await reportOf(window);
    await report.locator('h2', { hasText: 'Totals' }).evaluate((heading) => heading.scrollIntoView());
    await picture('report', window, { x: 50, y: 36, width: 1150, height: 700 });
  });
});

/** The page of the report on the log in front, once it is drawn. */
async function reportOf(window: LogWindow): Promise<FrameLocator> {
  await window.runCommand('WorkMail Trail: Summarize WorkMail events');
  const report = window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await report.locator('img').first().waitFor();
  return report;
}

async function hideSideBar({ page }: LogWindow): Promise<void> {
  await page.keyboard.press('Control+B');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}

/** Drags the edge of the side bar to a place. CSS pixels from the left. */
async function widenSideBar({ page }: LogWindow, to: number): Promise<void> {
  const sideBar = await page.locator('.part.sidebar').boundingBox();
  assert.ok(sideBar);
  const edge = sideBar.x + sideBar.width;
  await page.mouse.move(edge + 2, 500);
  await page.mouse.down();
  await page.mouse.move(to, 500, { steps: 5 });
  await page.mouse.up();
}

async function picture(name: string, { page }: LogWindow, clip: Clip): Promise<void> {
  const file = path.join(projectRoot(), 'media', 'readme', `${name}.png`);
  await page.screenshot({ path: file, clip, animations: 'disabled' });
  const { size } = await stat(file);
  assert.ok(size < largest, `${file} has ${size} bytes.`);
}
