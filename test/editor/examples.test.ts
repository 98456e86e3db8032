import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CodeAction, commands, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import { projectRoot } from '../support/projectRoot';
import { closeAll, open } from './logs';
import { problemsOf, problemsThat } from './waiting';

const names = ['1-CreateUser', '2-CreateAlias', '3-GetRawMessageContent'] as const;

describe("AWS's examples", () => {
  afterEach(closeAll);

  for (const [name, problem] of [
    ['1-CreateUser', '0:217-0:227'],
    ['2-CreateAlias', '0:638-0:648'],
  ] as const) {
    it(`${name} has one problem in total, and none after its fix`, async () => {
      const document = await open(await example(name));
      const [found = '', ...more] = await problemsThat(document.uri, ([first]) => first?.includes('json:') === true);
      assert.ok(found.startsWith(problem), found);
      assert.deepEqual(more, []);
      await fixFirst(document);
      await problemsThat(document.uri, ({ length }) => length === 0);
      assert.doesNotThrow(() => JSON.parse(document.getText()));
    });
  }

  it('3-GetRawMessageContent has none', async () => {
    const good = await open(await example('3-GetRawMessageContent'), 'plaintext');
    const bad = await open(await example('1-CreateUser'), 'plaintext');
    // The server answers in order: once it has spoken of the second log, it has looked at the first.
    await problemsThat(bad.uri, ({ length }) => length === 1);
    assert.deepEqual(problemsOf(good.uri), []);
  });

  for (const separator of ['\n', '\r\n\r\n', '', ',\n']) {
    it(`work pasted one after another, with ${JSON.stringify(separator)} between them`, async () => {
      const document = await open('', 'plaintext');
      for (const name of names) {
        await insertAtEnd(document, `${document.getText() === '' ? '' : separator}${await example(name)}`);
      }
      const problems = await problemsThat(document.uri, ({ length }) => length >= 2);
      assert.deepEqual(
        problems.map((problem) => problem.replace(/^\S+ /, '')),
        ['WorkMail Trail: Missing comma before "userName".', 'WorkMail Trail: Missing comma before "entityId".'],
      );
      const report = await reportOn(document);
      for (const action of ['CreateUser', 'CreateAlias', 'GetRawMessageContent']) {
        assert.ok(report.includes(action), `${action} is missing in ${report}`);
      }
      await fixFirst(document);
      await problemsThat(document.uri, ({ length }) => length === 1);
      await fixFirst(document);
      await problemsThat(document.uri, ({ length }) => length === 0);
    });
  }

  for (const language of ['json', 'jsonc', 'jsonl', 'plaintext']) {
    it(`are logs in the language ${language}`, async () => {
      const document = await open(await example('1-CreateUser'), language);
      const problems = await problemsThat(document.uri, ({ length }) => length > 0);
      assert.equal(problems.length, 1);
    });
  }

  it('have their problems each, side by side', async () => {
    const first = await open(await example('1-CreateUser'), 'plaintext');
    const second = await open(await example('2-CreateAlias'), 'plaintext');
    await problemsThat(first.uri, ([problem]) => problem?.includes('"userName"') === true);
    await problemsThat(second.uri, ([problem]) => problem?.includes('"entityId"') === true);
    await fixFirst(second);
    await problemsThat(second.uri, ({ length }) => length === 0);
    assert.equal(problemsOf(first.uri).length, 1);
  });
});

function example(name: string): Promise<string> {
  return readFile(path.join(projectRoot(), 'samples', 'aws-examples', `${name}.json`), 'utf8');
}

async function insertAtEnd(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  await workspace.applyEdit(edit);
}

/** Applies the fix that is offered where the first missing comma belongs. */
async function fixFirst(document: TextDocument): Promise<void> {
  const text = document.getText();
  const at = document.positionAt((/"(?= "(?:userName|entityId)")/.exec(text)?.index ?? -1) + 2);
  const place = document.getWordRangeAtPosition(at, /"[^"]*"/);
  assert.ok(place, 'no comma is missing');
  // VS Code may have spoken of the place while our server is still starting: an answer of ours shows that it is there.
  await reportOn(document);
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    place,
  );
  const fix = actions.find(({ title }) => title === 'Insert the missing comma');
  assert.ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join(', ')}`);
  await workspace.applyEdit(fix.edit);
}

async function reportOn({ uri }: TextDocument): Promise<string> {
  const query = JSON.stringify({ uris: [uri.toString()] });
  const report = await workspace.fs.readFile(Uri.from({ scheme: 'workmail-trail', path: '/Report.md', query }));
  return Buffer.from(report).toString('utf8');
}
