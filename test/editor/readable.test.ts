import assert from 'node:assert/strict';
import { commands, Position, Selection, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { closeAll, event, open } from './logs';
import { until } from './waiting';

const late = event({ eventTime: '2026-03-01T18:00:00Z', eventName: 'ListUsers' });
const early = event({ eventTime: '2026-03-01T06:00:00Z', eventName: 'ListAliases' });
const text = JSON.stringify({ Records: [late, early] });

describe('the readable view of a log on one line', () => {
  let log: TextDocument;

  beforeEach(async () => {
    log = await open(text);
  });
  afterEach(closeAll);

  it('opens where the cursor stands in the log', async () => {
    const view = await openViewAt('"ListAliases"');
    assert.equal(view.document.getText(), `${JSON.stringify({ Records: [late, early] }, undefined, 2)}\n`);
    assert.equal(view.document.languageId, 'json');
    assert.equal(wordAt(view), '"ListAliases"');
  });

  it('leads back to the same place in the log', async () => {
    const view = await openViewAt('"ListAliases"');
    select(view, '"ListUsers"');
    await commands.executeCommand('workmailTrail.revealInOriginal');
    const editor = window.activeTextEditor;
    assert.equal(editor?.document, log);
    assert.equal(editor.document.getText(editor.selection), '"ListUsers"');
  });

  it('is put in the order of time and back, in one tab, at the same place', async () => {
    await openViewAt('"ListUsers"');
    await commands.executeCommand('workmailTrail.orderByTime');
    const byTime = active();
    assert.deepEqual(JSON.parse(byTime.document.getText()), { Records: [early, late] });
    assert.equal(wordAt(byTime), '"ListUsers"');
    assert.equal(window.tabGroups.activeTabGroup.tabs.length, 2);
    await commands.executeCommand('workmailTrail.orderAsWritten');
    assert.deepEqual(JSON.parse(active().document.getText()), { Records: [late, early] });
    assert.equal(wordAt(active()), '"ListUsers"');
  });

  it('follows the edits of its log', async () => {
    const view = await openViewAt('"ListUsers"');
    await window.showTextDocument(log);
    const editor = active();
    await editor.edit((edit) => edit.insert(new Position(0, text.indexOf('ListUsers')), 'Not'));
    await until(
      () => (view.document.getText().includes('"NotListUsers"') ? true : undefined),
      workspace.onDidChangeTextDocument,
    );
  });

  it('is where a click on an event leads, while it is the one in sight', async () => {
    const view = await openViewAt('"ListUsers"');
    const start = log.positionAt(text.indexOf(JSON.stringify(early)));
    const end = log.positionAt(text.indexOf(JSON.stringify(early)) + JSON.stringify(early).length);
    await commands.executeCommand('workmailTrail.revealEvent', { uri: log.uri.toString(), range: { start, end } });
    assert.equal(active().document, view.document);
    assert.deepEqual(JSON.parse(view.document.getText(active().selection)), early);
    await window.showTextDocument(log);
    await commands.executeCommand('workmailTrail.revealEvent', { uri: log.uri.toString(), range: { start, end } });
    assert.equal(active().document, log);
  });

  async function openViewAt(words: string): Promise<TextEditor> {
    select(active(), words);
    await commands.executeCommand('workmailTrail.openReadableView');
    return active();
  }
});

describe('the offer of a readable view', () => {
  afterEach(closeAll);

  it('stands above a log that VS Code does not draw to its end, and above no other', async () => {
    const long = await open(JSON.stringify({ Records: Array.from({ length: 30 }, () => event()) }));
    assert.deepEqual(await offers(long), ['$(list-tree) Open Readable View', "Don't Offer Again"]);
    const short = await open(text);
    assert.deepEqual(await offers(short), []);
    const other = await open(JSON.stringify(Array.from({ length: 5000 }, () => 'no log')));
    assert.deepEqual(await offers(other), []);
  });

  it('is made until it is not wanted', async () => {
    const long = await open(JSON.stringify({ Records: Array.from({ length: 30 }, () => event()) }));
    await commands.executeCommand('workmailTrail.stopOfferingReadableView');
    assert.deepEqual(await offers(long), []);
    await workspace.getConfiguration('workmailTrail').update('offerReadableView', undefined, true);
    assert.equal((await offers(long)).length, 2);
  });
});

async function offers({ uri }: TextDocument): Promise<readonly string[]> {
  const lenses = await commands.executeCommand<readonly { readonly command?: { readonly title: string } }[]>(
    'vscode.executeCodeLensProvider',
    uri,
  );
  return lenses.flatMap(({ command }) => command?.title ?? []);
}

function active(): TextEditor {
  assert.ok(window.activeTextEditor);
  return window.activeTextEditor;
}

function select(editor: TextEditor, words: string): void {
  const { document } = editor;
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  editor.selection = new Selection(document.positionAt(at), document.positionAt(at + words.length));
}

/** What is selected. */
function wordAt({ document, selection }: TextEditor): string {
  return document.getText(selection);
}
