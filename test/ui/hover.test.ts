import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LogWindow, openLogWindow } from './logWindow';

describe('pointing at a place in a log', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file: 'aws-examples/2-CreateAlias.json' });
    await log.problemsAre('Errors: 1');
  });
  after(() => log?.close());

  it('tells what a field is for', async () => {
    const words = await log.hover('"principalId"', /AWS documentation/);
    assert.match(words, /^userIdentity\.principalId · text.*unique id of the identity/);
    await log.screenshot('hover-field');
  });

  it('tells what a value says', async () => {
    const words = await log.hover('"AKIAIOSFODNN7EXAMPLE"', /accessKeyId:/);
    assert.match(words, /^AKIA: A long-lived access key/);
    await log.screenshot('hover-value');
  });

  it('tells what an action does and why it matters', async () => {
    const words = await log.hover('"CreateAlias"', /AWS documentation/);
    assert.match(words, /^CreateAlias · changes something .*Why it matters\..*IAM action workmail:CreateAlias/);
    await log.screenshot('hover-action');
  });

  it('tells what a parameter of the action is', async () => {
    assert.match(await log.hover('"organizationId"', /AWS documentation/), /^requestParameters\.organizationId · text/);
  });
});
