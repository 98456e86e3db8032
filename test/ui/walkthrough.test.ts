import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type EventsTree, eventsTree } from './eventsTree';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

/** From an empty window to the report of the sample incident, as somebody goes who has just installed the extension. */
describe('the walkthrough', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;

  before(async () => {
    log = await openLogWindow({ isEmptyWindow: true, viewport: { width: 1600, height: 900 } });
    tree = eventsTree(log);
  });
  after(() => log?.close());

  const isDone = (step: string) =>
    log.page.locator('.getting-started-step', { hasText: step }).locator('.codicon-getting-started-step-checked');

  async function press(step: string, button: string): Promise<void> {
    const { page } = log;
    await again(async () => {
      // The page stays in sight: what it opens goes to the group beside it.
      await page.locator('.getting-started-step', { hasText: step }).first().click();
      await page.locator('.getting-started-step .monaco-button', { hasText: button }).click({ timeout: PATIENCE_MS });
    });
  }

  it('is led to by the welcome of an empty window', async () => {
    await tree.open();
    await log.page.getByRole('button', { name: 'Open Sample Logs' }).waitFor();
    await log.screenshot('welcome-empty-window');
    await tree.words.locator('a', { hasText: 'Five steps' }).click();
    await log.page.locator('.getting-started-step', { hasText: 'Open the Sample Logs' }).waitFor();
    assert.equal(await isDone('Open the Sample Logs').count(), 0);
    await log.screenshot('walkthrough-begin');
  });

  it('opens the sample logs', async () => {
    await press('Open the Sample Logs', 'Open Sample Logs');
    await log.page.locator('.tab', { hasText: 'stolen-key.json' }).waitFor();
    await isDone('Open the Sample Logs').waitFor();
    await log.screenshot('walkthrough-samples');
  });

  it('shows a problem, and is content when it is mended', async () => {
    const step = 'Look at a Problem and Its Fix';
    await press(step, 'Show the Problem');
    await log.page.locator('.tab.active', { hasText: '1-CreateUser.json' }).waitFor();
    // The page of the walkthrough may take the focus back.
    await log.page.keyboard.press('Control+2');
    await log.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    assert.equal(await isDone(step).count(), 0);
    const fixes = await log.quickFixes();
    await log.screenshot('walkthrough-fix');
    await fixes.getByText('Insert the missing comma').click();
    await isDone(step).waitFor();
  });

  it('leads to the events', async () => {
    const step = 'Find Who Did It';
    await press(step, 'Show the Events');
    await (await tree.row('StartMailboxExportJob')).click();
    await (await tree.row(/^02:32:55/)).click();
    await isDone(step).waitFor();
    await log.screenshot('walkthrough-tree');
  });

  it('leads to all that came from one address', async () => {
    const step = 'See What Else They Did';
    const { page } = log;
    await press(step, 'Show the Address');
    const address = page.locator('.view-line span', { hasText: /^"203\.0\.113\.77"$/ }).first();
    // The page of the walkthrough may take the focus back.
    await again(async () => {
      await address.click({ timeout: PATIENCE_MS });
      await page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+/ }).waitFor({ timeout: PATIENCE_MS });
    });
    await log.runCommand('WorkMail Trail: Show All of This');
    await page.locator('.tab', { hasText: 'All of 203.0.113.77' }).waitFor();
    await isDone(step).waitFor();
    await log.screenshot('walkthrough-address');
  });

  it('ends at the report', async () => {
    const step = 'Read the Report';
    await press(step, 'Summarize the Incident');
    await log.page.locator('.tab', { hasText: 'WorkMail events in stolen-key.json' }).waitFor();
    await isDone(step).waitFor();
    await log.screenshot('walkthrough-report');
  });
});
