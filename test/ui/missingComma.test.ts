import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LogWindow, openLogWindow, parsed } from './logWindow';

const file = 'aws-examples/1-CreateUser.json';

describe("the first example of AWS's own page", { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file });
  });
  after(() => log?.close());

  it('has exactly one squiggle, under "userName"', async () => {
    const squiggles = log.page.locator('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint');
    await squiggles.first().waitFor();
    assert.equal(await squiggles.count(), 1);
    await log.page.keyboard.press('F8');
    await log.page.locator('.marker-widget').waitFor();
    await log.page.keyboard.press('Escape');
    await log.page.keyboard.press('Control+Shift+ArrowRight');
    assert.equal(await log.copySelection(), '"userName');
  });

  it('has exactly one problem in total', async () => {
    await log.problemsAre('Errors: 1');
    assert.deepEqual(await log.problemLines(1), ['Expected comma json 514 [Ln 1, Col 218]']);
  });

  it('says what the field means where it is broken', async () => {
    assert.match(await log.hover('"userName"', /friendly name/), /Expected comma.*userIdentity\.userName/);
    await log.screenshot('missing-comma-hover');
  });

  it('is put right by the fix, and then nothing is wrong', async () => {
    await log.goTo(1, 220);
    const menu = await log.quickFixes();
    await log.screenshot('missing-comma-fixes');
    await menu.getByText('Insert the missing comma').click();
    await log.problemsAre('No Problems');
    await log.page.keyboard.press('Control+A');
    const { userIdentity } = Object(parsed(await log.copySelection()));
    assert.equal(userIdentity.userName, 'WMSDK');
    await log.screenshot('missing-comma-fixed');
  });
});
