import type { Page } from 'playwright-core';
import { inspect, watchedServer } from '../follow/server';
import { countFrames, type Frames } from '../timeline/countFrames';
import { openTimelinePage } from '../timeline/openPage';

/** What the page drew while nothing was done with it, and while what is in sight was moved. */
export type TimelineDrew = Readonly<Record<'idle' | 'dragged' | 'paged', Frames>>;

/** Of all time, a 32nd is in sight: so there is somewhere to move. */
const ZOOMS = 5;
/** Between two places of the pointer, in CSS pixels: a brisk hand. */
const STRIDE = 12;
/** Holds before it is moved the other way. */
const HOLDS = 8;
/** Between two presses of a key that is held. */
const REPEATED_MS = 33;
const CHART = { name: 'Events over time' } as const;

// `timelinePage FOLDER SECONDS`: moves the time that is in sight in the page of the timeline, each way for so long.
async function main([folder = '', seconds = '5']: readonly string[]): Promise<void> {
  const server = await watchedServer();
  await inspect(server, folder);
  await server.rest();
  const { browser, page } = await openTimelinePage(server.client);
  const chart = page.getByRole('application', CHART);
  await chart.focus();
  for (let zoom = 0; zoom < ZOOMS; zoom++) await chart.press('+');
  const [idle, dragged, paged] = [
    await countFrames(page, () => page.waitForTimeout(1000 * Number(seconds))),
    await countFrames(page, () => drag(page, 1000 * Number(seconds))),
    await countFrames(page, () => turnPages(page, 1000 * Number(seconds))),
  ];
  await browser.close();
  server.kill();
  console.log(JSON.stringify({ idle, dragged, paged } satisfies TimelineDrew));
}

/** Holds the bars on one side, moves them to the other and lets go, again and again, as a hand does; then back. */
async function drag(page: Page, ms: number): Promise<void> {
  const box = await page.locator('.u-over').boundingBox();
  if (box === null) throw new Error('The timeline shows no bars.');
  const [left, right, y] = [box.x + 10, box.x + box.width - 10, box.y + box.height / 2];
  const end = performance.now() + ms;
  await page.keyboard.down('Shift');
  for (let hold = 0; performance.now() < end; hold++) {
    const isLater = Math.floor(hold / HOLDS) % 2 === 0;
    await page.mouse.move(isLater ? right : left, y);
    await page.mouse.down();
    for (let x = left; x <= right && performance.now() < end; x += STRIDE)
      await page.mouse.move(isLater ? right + left - x : x, y);
    await page.mouse.up();
  }
  await page.keyboard.up('Shift');
}

/** Page Down, held, to the end of all time, and Page Up again. */
async function turnPages(page: Page, ms: number): Promise<void> {
  const end = performance.now() + ms;
  for (let press = 0; performance.now() < end; press++) {
    await page.keyboard.press(Math.floor(press / (2 * 2 ** ZOOMS)) % 2 === 0 ? 'PageDown' : 'PageUp');
    await page.waitForTimeout(REPEATED_MS);
  }
}

main(process.argv.slice(2)).then(() => process.exit());
