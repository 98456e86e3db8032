/**
 * The page in which a test opens VS Code: of a browser that `npm test` lends from one test to the next, else of one that is
 * launched for it, as when a single file of tests is run.
 */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/editor-host/chromium.mjs';
import type { Loan } from '../../scripts/editor-host/lender.mjs';
import { projectRoot } from './projectRoot';

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An empty page that speaks English, lives at UTC and may read and write what is copied. */
export interface BrowserPage {
  readonly page: Page;
  /** Where the server of the page has to listen; absent: anywhere. */
  readonly port?: number;
  /** Leaves what the page shows. Only then may its server end. */
  close(): Promise<void>;
}

/** @throws Error when no browser can be had */
export async function openBrowserPage(viewport: Size): Promise<BrowserPage> {
  const lender = process.env.WORKMAIL_TRAIL_BROWSERS;
  return lender === undefined ? await ofOwnBrowser(viewport) : await ofLentBrowser(lender, viewport);
}

async function ofOwnBrowser(viewport: Size): Promise<BrowserPage> {
  const browser = await chromium.launch(await ensureChromium(projectRoot()));
  try {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await browser.newPage({ viewport, locale: 'en-US', timezoneId: 'UTC', permissions });
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** @param lender its address */
async function ofLentBrowser(lender: string, viewport: Size): Promise<BrowserPage> {
  const connection = await answerOf(lender);
  try {
    const { endpoint, port } = await loanIn(connection);
    const browser = await chromium.connectOverCDP(endpoint);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error(`The browser at ${endpoint} was lent without a page.`);
    await page.setViewportSize(viewport);
    const close = async (): Promise<void> => {
      try {
        await page.goto('about:blank');
        await browser.close();
      } finally {
        connection.destroy();
      }
    };
    return { page, port, close };
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

async function answerOf(address: string): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    get(address, resolve).once('error', reject);
  });
}

async function loanIn(connection: IncomingMessage): Promise<Loan> {
  const [line] = await once(createInterface({ input: connection }), 'line');
  if (connection.statusCode !== 200) throw new Error(`No browser was lent: ${line}`);
  return JSON.parse(String(line));
}
