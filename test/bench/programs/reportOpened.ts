import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../../scripts/editor-host/chromium.mjs';
import { projectRoot } from '../../support/projectRoot';

/** How long a browser took until a page was there as a whole, in milliseconds. */
export interface ReportOpened {
  readonly ms: number;
}

// `reportOpened FILE`: opens a page in Chromium that has just been started.
async function main([file = '']: readonly string[]): Promise<void> {
  const browser = await chromium.launch(await ensureChromium(projectRoot()));
  const page = await browser.newPage();
  const begin = performance.now();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  const told: ReportOpened = { ms: performance.now() - begin };
  await browser.close();
  console.log(JSON.stringify(told));
}

main(process.argv.slice(2)).then(() => process.exit());
