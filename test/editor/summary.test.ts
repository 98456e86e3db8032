import assert from 'node:assert/strict';
import {
  commands,
  type Hover,
  Selection,
  type Tab,
  TabInputCustom,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { closeAll, event, log, open } from './logs';
import { tabThat, until } from './waiting';

const failedEvent = event({ errorCode: 'EntityNotFoundException', errorMessage: 'No such entity.' });

describe('Summarize WorkMail events', () => {
  afterEach(closeAll);

  it('shows a report of the active log as the Markdown preview draws it, in a tab that stays', async () => {
    await open(log(event(), failedEvent));
    await commands.executeCommand('workmailTrail.summarize');
    await tabThat((label) => label.startsWith('WorkMail events in '));
    const shown = window.tabGroups.activeTabGroup.activeTab;
    assert.ok(shown?.input instanceof TabInputCustom && shown.input.viewType.includes('markdown'));
    assert.equal(shown.isPreview, false);
  });

  it('shows one of all logs from the timeline, which shows them all', async () => {
    await open(log(event()));
    await open(log(failedEvent));
    await commands.executeCommand('workmailTrail.showTimeline');
    await tabThat((label) => label === 'WorkMail Timeline');
    await commands.executeCommand('workmailTrail.summarize');
    assert.equal(await tabThat((label) => label.startsWith('WorkMail events in ')), 'WorkMail events in 2 places.md');
  });

  it('gives the same bytes for the same log', async () => {
    const { uri } = await open(log(event(), failedEvent));
    assert.equal(await reportOn(uri), await reportOn(uri));
  });

  it('links every number to as many events', async () => {
    const { uri } = await open(log(event(), failedEvent, event({ eventName: 'ListUsers', readOnly: true })));
    const report = await reportOn(uri);
    const links = [...report.matchAll(/\[([\d,]+)\]\(<?(selection\/[^)>\s]+)>?\)/g)];
    assert.notEqual(links.length, 0, report);
    for (const [, count = '', link = ''] of links) {
      const selection = Uri.joinPath(reportUri(uri), '..', decodeURIComponent(link));
      const { fileName, languageId, getText } = await workspace.openTextDocument(selection);
      assert.equal(languageId, 'json', fileName);
      const events: unknown = JSON.parse(getText());
      assert.ok(Array.isArray(events));
      assert.equal(events.length, Number(count.replaceAll(',', '')), link);
    }
  });

  it('leads from an event behind a number to its log, and to all that names the same', async () => {
    const text = log(event(), event({ eventID: '00000000-0000-4000-8000-000000000003', eventName: 'CreateUser' }));
    const { uri } = await open(text);
    const excerpt = Uri.joinPath(reportUri(uri), '..', 'selection/all/all events.json');
    const shown = await window.showTextDocument(await workspace.openTextDocument(excerpt), { preview: false });
    const at = shown.document.getText().indexOf('CreateUser');
    const cursor = shown.document.positionAt(at);
    shown.selection = new Selection(cursor, cursor);
    const [hover] = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', excerpt, cursor);
    assert.ok(hover?.contents.some((told) => typeof told === 'object' && told.value.includes('CreateUser')));
    await commands.executeCommand('workmailTrail.revealInOriginal');
    const { document, selection } = await selectedIn(uri);
    assert.equal(JSON.parse(document.getText(selection)).eventName, 'CreateUser');
    await window.showTextDocument(shown.document);
    await commands.executeCommand('workmailTrail.showAllOfThis');
    assert.equal(await tabThat((label) => label.includes('All of CreateUser')), 'All of CreateUser.md');
  });

  it('leads from the link of one event to its characters in the log', async () => {
    const text = log(event(), failedEvent);
    const { uri } = await open(text, 'plaintext');
    const link = Uri.joinPath(reportUri(uri), '..', 'event/0/L3,5-L33,6.trail-event');
    await commands.executeCommand('vscode.open', link);
    const { document, selection } = await selectedIn(uri);
    assert.deepEqual([selection.start.line, selection.start.character], [2, 4]);
    assert.deepEqual([selection.end.line, selection.end.character], [32, 5]);
    assert.equal(document.getText(selection).slice(0, 1), '{');
    // The editor that led here closes itself.
    await until(
      () => (window.tabGroups.all.some(({ tabs }) => tabs.some(leadsElsewhere)) ? undefined : true),
      window.tabGroups.onDidChangeTabs,
    );
  });
});

/** The editor of a log in which something is selected, once it is in front. */
function selectedIn(uri: Uri): Promise<TextEditor> {
  return until(
    () =>
      window.activeTextEditor?.document.uri.toString() === uri.toString() && !window.activeTextEditor.selection.isEmpty
        ? window.activeTextEditor
        : undefined,
    window.onDidChangeTextEditorSelection,
    window.onDidChangeActiveTextEditor,
  );
}

function leadsElsewhere({ input }: Tab): boolean {
  return input instanceof TabInputCustom && input.uri.path.endsWith('.trail-event');
}

/** The place of the report on a log, as its previews and links name it. */
function reportUri(log: Uri): Uri {
  return Uri.from({
    scheme: 'workmail-trail',
    path: '/Report.md',
    query: JSON.stringify({ uris: [log.toString()] }),
  });
}

async function reportOn(log: Uri): Promise<string> {
  const report = reportUri(log);
  const opened = await workspace.fs.readFile(report);
  return Buffer.from(opened).toString('utf8');
}
