import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../../scripts/editor-host/chromium.mjs';
import {
  TimelineHoursRequest,
  TimelineLanesRequest,
  TimelineRequest,
  TimelineValuesRequest,
} from '../../../server/src/wire/protocol';
import { projectRoot } from '../../support/projectRoot';
import type { ProtocolClient } from '../../support/protocolClient';

/** What of the page's messages is answered here: it asks, and is told that it may. */
type Heard =
  | { readonly kind: 'ready' }
  | { readonly kind: 'ask'; readonly id: number; readonly what: string; readonly asked: never };

declare global {
  interface Window {
    /** Set by the browser: what the page says, as JSON. */
    tellExtension(message: string): Promise<void>;
  }
}

const ADDRESS = 'http://timeline.invalid/';
const HTML =
  '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><link rel="stylesheet" href="timeline.css"><main></main><script src="timeline.js"></script></html>';
const REQUESTS = {
  timeline: TimelineRequest,
  lanes: TimelineLanesRequest,
  hours: TimelineHoursRequest,
  values: TimelineValuesRequest,
} as const;

/** The page of the timeline as packaged, in Chromium, with a real server behind it in the place of the extension. */
export async function openTimelinePage({
  connection,
}: ProtocolClient): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const browser = await chromium.launch(await ensureChromium(projectRoot()));
  const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  const tell = (message: unknown): Promise<void> =>
    page.evaluate((text) => window.postMessage(JSON.parse(text), '*'), JSON.stringify(message));
  await page.exposeFunction('tellExtension', async (text: string) => {
    const message: Heard = JSON.parse(text);
    if (message.kind === 'ready') await tell({ kind: 'changed', where: '', zone: 'UTC' });
    if (message.kind !== 'ask') return;
    const request = REQUESTS[message.what as keyof typeof REQUESTS];
    const answer = await connection.sendRequest(request.method, { zone: 'UTC', ...(message.asked as object) });
    await tell({ kind: 'answer', id: message.id, answer });
  });
  await page.addInitScript(() => {
    Object.assign(window, {
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => void window.tellExtension(JSON.stringify(message)),
        getState: () => undefined,
        setState: () => undefined,
      }),
    });
  });
  await page.route(`${ADDRESS}**`, (route, request) => {
    const name = new URL(request.url()).pathname.slice(1);
    return name === ''
      ? route.fulfill({ contentType: 'text/html', body: HTML })
      : route.fulfill({
          contentType: name.endsWith('.css') ? 'text/css' : 'text/javascript',
          body: readFileSync(path.join(projectRoot(), 'dist', 'timeline', name)),
        });
  });
  await page.goto(ADDRESS);
  await page.getByRole('status').filter({ hasText: /event/ }).waitFor();
  await page.locator('.lane').first().waitFor();
  await page.locator('.hours').waitFor();
  return { browser, page };
}
