import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { eventsTree } from './eventsTree';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

describe('a window of another kind', { timeout: 120_000 }, () => {
  let log: LogWindow | undefined;
  after(() => log?.close());

  it('in Restricted Mode has problems and tree', async () => {
    log = await openLogWindow({
      file: 'aws-examples/1-CreateUser.json',
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    await log.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await log.problemsAre('Errors: 1');
    const tree = eventsTree(log);
    await tree.open();
    await tree.row('CreateUser');
    await log.screenshot('restricted-mode');
    await log.close();
  });

  it('in high contrast can be read', async () => {
    log = await openLogWindow({ file: 'incident/stolen-key.json' });
    await log.runCommand('Preferences: Color Theme');
    const { page } = log;
    const themes = page.locator('.quick-input-widget .monaco-list-row');
    // The themes come one after the other, and the one that is typed may not be there yet.
    await again(async () => {
      await page.locator('.quick-input-widget input[type="text"]').fill('Dark High Contrast');
      await themes.filter({ hasText: 'Dark High Contrast' }).click({ timeout: PATIENCE_MS });
    });
    await log.page.locator('.monaco-workbench.hc-black').waitFor();
    const tree = eventsTree(log);
    await tree.open();
    await (await tree.row('StartMailboxExportJob')).click();
    await log.page.locator('.part.sidebar .monaco-list-row[aria-level="2"]').first().click();
    await log.page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    await log.screenshot('high-contrast');
    assert.notEqual((await tree.rows()).length, 0);
  });
});
