import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { type EventsTree, eventsTree } from './eventsTree';
import { nameFile } from './fileDialog';
import { type LogWindow, openLogWindow } from './logWindow';

/** Whose mailbox was exported first: in the log his id stands alone. */
const boardMember = '1b076405-f596-44ab-a6a0-c8238df23562';

describe('names that no log tells', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;
  let dialog: Locator;

  before(async () => {
    log = await openLogWindow({
      file: 'incident/stolen-key.json',
      files: { 'aliases.json': JSON.stringify({ Aliases: ['a.haddad@example.com'] }) },
    });
    tree = eventsTree(log);
    dialog = log.page.locator('.monaco-dialog-box');
    await tree.open();
    await (await tree.row('StartMailboxExportJob')).click();
    await tree.row(`${boardMember}, mail-backup`);
  });
  after(() => log?.close());

  /** Runs the command and names a file in the dialog of VS Code. */
  async function add(file: string): Promise<void> {
    await log.runCommand('WorkMail Trail: Add Names…');
    await nameFile(log, 'Add Names', file);
  }

  it('are added from what the AWS CLI prints, and stand in the tree', async () => {
    await add('incident/list-users.json');
    await tree.row(/amal\.haddad \(1b076405-…\), mail-backup/);
    // Driven by a program, VS Code shows no notification by itself.
    await log.page.locator('[id="status.notifications"]').click();
    const center = log.page.locator('.notifications-center', { hasText: '16 ids have a name from 1 added file.' });
    await center.waitFor();
    await log.screenshot('names-added');
    await log.page.keyboard.press('Escape');
    await center.waitFor({ state: 'hidden' });
  });

  it('are told by a hover as what they are', async () => {
    await log.goTo(2377, 25);
    const told = await log.hover(boardMember, /names you added/);
    assert.match(
      told,
      /Called amal\.haddad, also amal\.haddad@example\.com, Amal Haddad in the names you added \(list-users\.json\), as they were when that list was taken\./,
    );
    await log.screenshot('names-hover');
  });

  it('say what is wrong with a file that names nothing', async () => {
    await add('aliases.json');
    await dialog.filter({ hasText: 'No names were added.' }).waitFor();
    const words = await dialog.innerText();
    assert.match(words, /aliases\.json: This is an answer of list-aliases\. It holds addresses without the id/);
    assert.match(words, /Expected is what the AWS CLI prints as JSON for list-users/);
    await log.screenshot('names-refused');
    await log.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('are there again when the window is opened anew', async () => {
    await log.page.reload();
    await tree.row('StartMailboxExportJob');
    await log.goTo(2377, 25);
    await log.hover(boardMember, /names you added/);
  });

  it('are forgotten when they are not wanted any more', async () => {
    await log.runCommand('WorkMail Trail: Forget Added Names');
    // One event names him by his address, which nothing leads to any more.
    await log.hover(boardMember, /copied out in full\.\s*The event that made it or gave it out is not in these logs/);
    await log.screenshot('names-forgotten');
  });
});
