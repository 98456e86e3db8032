import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LogWindow, openLogWindow } from './logWindow';

describe('the setting of a rule', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({
      file: 'aws-examples/1-CreateUser.json',
      settings: {
        // Otherwise VS Code says it in its own words, which is not ours to silence.
        'json.validate.enable': false,
        'editor.autoClosingBrackets': 'never',
        'editor.autoClosingQuotes': 'never',
      },
      files: { '.vscode/settings.json': '{}' },
    });
  });
  after(() => log?.close());

  it('takes effect while the log is open, both ways', async () => {
    await log.problemsAre('Errors: 1');
    const [problem = ''] = await log.problemLines(1);
    assert.match(problem, /^Missing comma before "userName"\. .*WT101/);
    await set(log, { WT101: 'off' });
    await log.problemsAre('No Problems');
    await set(log, { WT101: 'warning' });
    await log.problemsAre('Warnings: 1');
    await log.screenshot('setting');
    await set(log, {});
    await log.problemsAre('Errors: 1');
  });
});

/** Writes the settings of the open folder, in an editor beside the log. */
async function set(log: LogWindow, rules: Readonly<Record<string, string>>): Promise<void> {
  await log.openFile('.vscode/settings.json');
  await log.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  await log.page.keyboard.press('Control+A');
  await log.page.keyboard.insertText(JSON.stringify({ 'workmailTrail.rules': rules }));
  await log.page.keyboard.press('Control+S');
  await log.page.locator('.tab.active:not(.dirty)', { hasText: 'settings.json' }).waitFor();
}
