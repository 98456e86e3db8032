import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

describe("AWS's three examples, pasted one after another into a new tab", { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;

  before(async () => {
    log = await openLogWindow({});
    tree = eventsTree(log);
    await tree.open();
    await log.page.getByRole('button', { name: 'New Tab to Paste Into' }).click();
    await log.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  });
  after(() => log?.close());

  it('are two problems and three events', async () => {
    for (const name of ['1-CreateUser', '2-CreateAlias', '3-GetRawMessageContent']) {
      await log.paste(await log.read(`aws-examples/${name}.json`));
      await log.page.keyboard.press('Enter');
    }
    await log.problemsAre('Errors: 2');
    await tree.row('GetRawMessageContent');
    await log.screenshot('pasted');
    assert.deepEqual(
      (await tree.rows()).map((row) => /^[A-Z][A-Za-z]+/.exec(row)?.[0]).filter((action) => action !== undefined),
      ['CreateAlias', 'CreateUser', 'GetRawMessageContent'],
    );
    const problems = await log.problemLines(2);
    assert.equal(problems.length, 2);
    assert.match(problems[0] ?? '', /^Missing comma before "userName"\. WorkMail Trail WT101 \[Ln 1, Col 218\]$/);
    assert.match(problems[1] ?? '', /^Missing comma before "entityId"\. WorkMail Trail WT101 \[Ln 2, Col 639\]$/);
  });

  it('are put right by the fixes', async () => {
    await log.goTo(2, 641);
    await (await log.quickFixes()).getByText('Insert the missing comma').click();
    await log.problemsAre('Errors: 1');
    await log.goTo(1, 220);
    await (await log.quickFixes()).getByText('Insert the missing comma').click();
    await log.problemsAre('No Problems');
    await log.page
      .locator('.part.sidebar .monaco-list-row', { hasText: 'malformed' })
      .first()
      .waitFor({ state: 'hidden' });
  });
});
