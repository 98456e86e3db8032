import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

const text = JSON.stringify({
  Records: [
    {
      eventVersion: '1.08',
      userIdentity: { type: 'Root', accountId: '111111111111' },
      eventTime: '2026-03-01T08:00:00Z',
      eventSource: 's3.amazonaws.com',
      eventName: 'ListBuckets',
      awsRegion: 'us-east-1',
      sourceIPAddress: '192.0.2.1',
      eventID: '7a1e7d2e-0000-4000-8000-000000000001',
      eventType: 'AwsApiCall',
      recipientAccountId: '111111111111',
    },
  ],
});

describe('logs without events of WorkMail', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file: 'buckets.json', files: { 'buckets.json': text } });
    await eventsTree(log).open();
  });
  after(() => log?.close());

  it('get one answer to all questions, which says what to do next', async () => {
    const view = log.page.locator('.part.sidebar .pane', {
      has: log.page.locator('.pane-header[aria-label^="Questions"]'),
    });
    await view.locator('.welcome-view-content', { hasText: 'there is nothing to ask of it' }).waitFor();
    await view.locator('.monaco-button', { hasText: 'Inspect Folder…' }).waitFor();
    await log.screenshot('questions-nothing');
    assert.equal(await view.locator('.monaco-list-row').count(), 0);
  });
});
