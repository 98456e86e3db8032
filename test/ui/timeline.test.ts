import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

describe('the timeline', { timeout: 240_000 }, () => {
  let window: LogWindow;
  let tree: EventsTree;
  let timeline: FrameLocator;
  let chart: Locator;
  let status: Locator;

  before(async () => {
    window = await openLogWindow({ file: 'incident/stolen-key.json', viewport: { width: 1500, height: 1000 } });
    tree = eventsTree(window);
    await tree.open();
    timeline = window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    chart = timeline.getByRole('application');
    status = timeline.getByRole('status');
  });
  after(() => window?.close());

  it('opens from the title of the events', async () => {
    await window.page.locator('.part.sidebar .action-label[aria-label="Show Timeline"]').first().click();
    await status.filter({ hasText: '95 events.' }).waitFor();
    await timeline.locator('.legend button', { hasText: 'Critical' }).waitFor();
    await timeline.locator('.lane').first().waitFor();
    await window.screenshot('timeline');
  });
});
