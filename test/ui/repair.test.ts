import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LogWindow, openLogWindow } from './logWindow';

const file = 'aws-examples/2-CreateAlias.json';

describe('the command "Repair a Copy"', { timeout: 120_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file });
    await log.problemsAre('Errors: 1');
  });
  after(() => log?.close());

  it('shows the repaired copy beside the log and leaves the log alone', async () => {
    const before = await log.read(file);
    await log.runCommand('WorkMail Trail: Repair a Copy');
    await log.page.locator('.tab.active', { hasText: 'Repaired Copy' }).waitFor();
    // Driven by a program, VS Code shows no notification by itself.
    await log.page.locator('[id="status.notifications"]').click();
    await log.page.locator('.notifications-center', { hasText: '1 problem is repaired in the copy.' }).waitFor();
    const changes = log.page.locator('.editor.modified .char-insert');
    await changes.first().waitFor();
    assert.equal(await changes.count(), 1);
    await log.screenshot('repair');
    assert.equal(await log.read(file), before);
    const ofLog = { hasText: /^2-CreateAlias/, hasNotText: 'Repaired Copy' };
    assert.equal(await log.page.locator('.tab.dirty', ofLog).count(), 0);
    assert.equal(await log.page.locator('.tab', ofLog).count(), 1);
    // The only problem is still that of the log.
    assert.equal(await log.problems(), 'Errors: 1');
  });
});
