import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

const otherServices = JSON.stringify({
  Records: ['ListBuckets', 'CreateBucket'].map((eventName, index) => ({
    eventVersion: '1.08',
    userIdentity: { type: 'Root', principalId: '111122223333', accountId: '111122223333' },
    eventTime: `2026-03-01T08:00:0${index}Z`,
    eventSource: 's3.amazonaws.com',
    eventName,
    awsRegion: 'eu-west-1',
    sourceIPAddress: '192.0.2.10',
    userAgent: 'aws-cli/2.15.0',
    requestParameters: null,
    responseElements: null,
    eventID: `00000000-0000-4000-8000-00000000000${index}`,
    eventType: 'AwsApiCall',
    recipientAccountId: '111122223333',
  })),
});

describe('the Events view with nothing to show', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;

  before(async () => {
    log = await openLogWindow({ files: { 'ordinary.json': '{ "name": "a" }', 'storage.json': otherServices } });
    tree = eventsTree(log);
  });
  after(() => log?.close());

  it('says what to do while no log is open', async () => {
    await log.openFile('ordinary.json');
    await tree.open();
    await tree.words.getByText('No CloudTrail log is open.').waitFor();
    await log.page.getByRole('button', { name: 'Open a Log…' }).waitFor();
    await log.page.getByRole('button', { name: 'New Tab to Paste Into' }).waitFor();
    await log.page.getByRole('button', { name: 'Inspect Open Folder' }).waitFor();
    await log.page.getByRole('button', { name: 'Open Sample Logs' }).waitFor();
    await log.screenshot('tree-no-log');
    assert.deepEqual(await tree.rows(), []);
  });

  it('offers a new tab to paste into', async () => {
    await log.page.getByRole('button', { name: 'New Tab to Paste Into' }).click();
    await log.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
  });

  it('says what a log without WorkMail events holds, and shows it on a click', async () => {
    await log.openFile('storage.json');
    await tree.words.getByText('The open log holds 2 events of other services and none of WorkMail.').waitFor();
    await log.screenshot('tree-no-workmail');
    await (await tree.row('Show 2 events of other services')).click();
    await tree.row('Hide 2 events of other services');
    await tree.row('s3.amazonaws.com');
    assert.match((await tree.rows())[0] ?? '', /^s3\.amazonaws\.com\s*2 · /);
    await log.screenshot('tree-other-services');
    await (await tree.row('Hide 2 events of other services')).click();
    await tree.row('Show 2 events of other services');
  });

  it('exports nothing, and says why', async () => {
    await exportsNothing('the view shows no events.');
    await log.runCommand('WorkMail Trail: Filter Events…');
    await log.page.locator('.quick-input-widget .quick-input-box input').fill('actor:nobody');
    await log.page.keyboard.press('Enter');
    await tree.row('Clear the filter');
    await exportsNothing('the filter shows no events. Change or clear it first.');
  });

  it('sums up nothing of what is no log: it says so, and asks for one', async () => {
    await log.openFile('ordinary.json');
    await log.runCommand('WorkMail Trail: Summarize WorkMail events');
    const ask = 'ordinary.json holds no CloudTrail events. Which log?';
    await log.page.locator(`.quick-input-widget .quick-input-box input[placeholder="${ask}"]`).waitFor();
    await log.page.keyboard.press('Escape');
  });

  async function exportsNothing(why: string): Promise<void> {
    await log.runCommand('WorkMail Trail: Export All Shown Events…');
    // Driven by a program, VS Code shows no notification by itself.
    await log.runCommand('Notifications: Show Notifications');
    await log.page.locator('.notifications-center', { hasText: `Nothing was exported: ${why}` }).waitFor();
  }
});

describe('the Events view beside a folder of logs', { timeout: 240_000 }, () => {
  let log: LogWindow;
  after(() => log?.close());

  it('offers to inspect the folder that is open, and shows what is in it', async () => {
    log = await openLogWindow({});
    const tree = eventsTree(log);
    await tree.open();
    await log.page.getByRole('button', { name: 'Inspect Open Folder' }).click();
    await tree.row('CreateImpersonationRole');
    await log.screenshot('tree-open-folder');
  });
});
