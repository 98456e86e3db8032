import assert from 'node:assert/strict';
import { commands, FileSystemError, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { sampleUri } from '../../client/src/samples/sampleFiles';
import { brokenExample, incident } from '../../client/src/samples/samplePlaces';
import { closeAll } from './logs';
import { problemsThat, tabThat } from './waiting';

const broken = sampleUri(brokenExample);

describe('the sample logs', () => {
  beforeEach(() => commands.executeCommand('workmailTrail.openSampleLogs'));
  afterEach(closeAll);

  it('open in two tabs, the incident in front, and the broken one has its problem', async () => {
    assert.equal(window.activeTextEditor?.document.uri.toString(), sampleUri(incident).toString());
    await tabThat((label) => label === '1-CreateUser.json');
    await problemsThat(broken, ([first]) => first?.startsWith('0:217-0:227') === true);
  });

  it('can be mended and saved, and are whole again when they are opened anew', async () => {
    const document = await workspace.openTextDocument(broken);
    const before = document.getText();
    const edit = new WorkspaceEdit();
    edit.insert(broken, document.positionAt(before.indexOf(' "userName"')), ',');
    await workspace.applyEdit(edit);
    await problemsThat(broken, ({ length }) => length === 0);
    assert.equal(await document.save(), true);
    assert.equal(Buffer.from(await workspace.fs.readFile(broken)).toString('utf8'), document.getText());
    await commands.executeCommand('workmailTrail.openSampleLogs');
    assert.equal(Buffer.from(await workspace.fs.readFile(broken)).toString('utf8'), before);
    await problemsThat(broken, ({ length }) => length === 1);
  });

  it('are led to at the place that is spoken of', async () => {
    await commands.executeCommand('workmailTrail.showInSampleLogs', 'address');
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), '203.0.113.77');
  });

  it('have a report, which opens the log if need be', async () => {
    await closeAll();
    await commands.executeCommand('workmailTrail.summarizeSampleLog');
    await tabThat((label) => label.includes('WorkMail events in stolen-key.json'));
  });

  it('are these two and no other file of the extension', async () => {
    for (const path of ['/../package.json', '/README.md', '/incident']) {
      const other = Uri.from({ scheme: broken.scheme, path });
      await assert.rejects(async () => workspace.fs.readFile(other), FileSystemError, path);
      await assert.rejects(async () => workspace.fs.writeFile(other, new Uint8Array()), FileSystemError, path);
    }
  });
});
