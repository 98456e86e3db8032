import assert from 'node:assert/strict';
import { commands, type Selection, window } from 'vscode';
import { closeAll, event, log, open } from './logs';
import { until } from './waiting';

describe('a click on an event in the tree', () => {
  afterEach(closeAll);

  for (const [kind, text] of [
    ['of many lines', log(event(), event({ eventName: 'ListUsers' }))],
    ['on one line', JSON.stringify({ Records: [event(), event({ eventName: 'ListUsers' })] })],
  ] as const) {
    it(`selects exactly the characters of an event ${kind}, the cursor at its start`, async () => {
      const document = await open(text);
      const start = text.lastIndexOf('{', text.lastIndexOf('"eventVersion"'));
      const end = text.lastIndexOf(']') - (kind === 'on one line' ? 0 : '\n  '.length);
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      await commands.executeCommand('workmailTrail.revealEvent', { uri: document.uri.toString(), range });
      // VS Code may tell of the empty selection of the editor that was opened after ours was made, and of the editor itself later.
      const selection = await until(
        selected,
        window.onDidChangeTextEditorSelection,
        window.onDidChangeActiveTextEditor,
      );
      assert.deepEqual(JSON.parse(document.getText(selection)), event({ eventName: 'ListUsers' }));
      assert.ok(selection.active.isEqual(range.start));
    });
  }
});

function selected(): Selection | undefined {
  const selection = window.activeTextEditor?.selection;
  return selection?.isEmpty === false ? selection : undefined;
}
