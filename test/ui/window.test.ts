import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { eventsTree } from './eventsTree';
import { again, type LogWindow, openLogWindow, PATIENCE_MS } from './logWindow';

describe('a window of another kind', { timeout: 240_000 }, () => {
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
    const { page, runCommand } = log;
    const themes = page.locator('.quick-input-widget', { has: page.locator('[placeholder^="Select Color Theme"]') });
    // What is typed too early is typed into the palette, which has not given way to the themes yet, and finds none.
    await again(async () => {
      await runCommand('Preferences: Color Theme');
      await themes.locator('input[type="text"]').fill('Dark High Contrast', { timeout: PATIENCE_MS });
      await themes.locator('.monaco-list-row', { hasText: 'Dark High Contrast' }).click({ timeout: PATIENCE_MS });
      await page.locator('.monaco-workbench.hc-black').waitFor({ timeout: PATIENCE_MS });
    });
    const tree = eventsTree(log);
    await tree.open();
    await (await tree.row('StartMailboxExportJob')).click();
    await tree.clickEvent();
    await log.page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    await log.screenshot('high-contrast');
    assert.notEqual((await tree.rows()).length, 0);
  });
});
