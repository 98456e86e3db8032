import assert from 'node:assert/strict';
import { commands, type TextDocument, window, workspace } from 'vscode';
import { closeAll, event, log, logWithoutComma, open } from './logs';
import { problemsThat, tabThat, until } from './waiting';

describe('Repair a Copy', () => {
  afterEach(closeAll);

  it('shows the repaired text beside the log, and leaves the log as it is', async () => {
    const damaged = await open(logWithoutComma(), 'plaintext');
    await problemsThat(damaged.uri, ({ length }) => length === 1);
    void commands.executeCommand('workmailTrail.repairCopy', damaged.uri.toString());
    await tabThat((label) => label.endsWith('↔ Repaired Copy'));
    const copy = await until<TextDocument>(
      () => workspace.textDocuments.find((document) => isCopy(document, damaged)),
      workspace.onDidOpenTextDocument,
      window.onDidChangeActiveTextEditor,
    );
    await until(
      () => (window.activeTextEditor?.document === copy ? true : undefined),
      window.onDidChangeActiveTextEditor,
    );
    assert.notEqual(copy.uri.toString(), damaged.uri.toString());
    assert.equal(copy.languageId, 'plaintext');
    assert.equal(damaged.getText(), logWithoutComma());
    // It is called after the log, and it is no file.
    assert.match(copy.uri.path, /\/Untitled-\d+ \(repaired\)\.txt$/);
    assert.equal(copy.uri.scheme, 'untitled');
    await assert.rejects(async () => workspace.fs.stat(copy.uri.with({ scheme: 'file' })));
  });
});

/** Another untitled document that holds the same event, whole. */
function isCopy(document: TextDocument, damaged: TextDocument): boolean {
  if (!document.isUntitled || document === damaged) {
    return false;
  }
  assert.deepEqual(JSON.parse(document.getText()), JSON.parse(log(event())));
  return true;
}
