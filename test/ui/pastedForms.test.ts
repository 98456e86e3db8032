import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { projectRoot } from '../support/projectRoot';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow } from './logWindow';

/** Logs as they reach people, pasted into a new tab: a number before each line, an unknown key around the list, values of Python. */
const FORMS = ['lines-cat-n.txt', 'json-data-records.json', 'print-boto3.txt'];

describe('a log in the form that somebody was handed, pasted into a new tab', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;

  before(async () => {
    log = await openLogWindow({});
    tree = eventsTree(log);
    await tree.open();
  });
  after(() => log?.close());

  for (const form of FORMS) {
    it(`is read: ${form}`, async () => {
      // The button stands where there is nothing to show: in a new window, and when the log before is gone again.
      await log.page.getByRole('button', { name: 'New Tab to Paste Into' }).click();
      await log.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await log.paste(readFileSync(path.join(projectRoot(), 'test', 'fixtures', 'forms', form), 'utf8'));
      await tree.row('PutMailboxPermissions');
      assert.deepEqual(
        (await tree.rows()).map((row) => /^[A-Z][A-Za-z]+/.exec(row)?.[0]).filter((action) => action !== undefined),
        ['CreateUser', 'PutMailboxPermissions', 'ResetPassword'],
      );
      await log.screenshot(`pasted-${form.replace(/\W+/g, '-')}`);
      await log.runCommand('View: Revert and Close Editor');
    });
  }
});
