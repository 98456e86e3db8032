import assert from 'node:assert/strict';
import { type CodeAction, ConfigurationTarget, commands, Range, Uri, WorkspaceEdit, workspace } from 'vscode';
import { closeAll, event, log, logWithoutComma, open } from './logs';
import { problemsOf, problemsThat } from './waiting';

describe('problems', () => {
  afterEach(async () => {
    await closeAll();
    await workspace.getConfiguration('json').update('validate.enable', undefined, ConfigurationTarget.Global);
  });

  it('says a missing comma once, where VS Code says it too', async () => {
    const { uri } = await open(logWithoutComma());
    const [problem, ...more] = await problemsThat(uri, ([first]) => first?.includes('json:') === true);
    assert.deepEqual(more, []);
    assert.match(problem ?? '', /^8:8-8:19 json: Expected comma$/);
  });

  it('says it itself where VS Code does not look for JSON', async () => {
    const { uri } = await open(logWithoutComma(), 'plaintext');
    const problems = await problemsThat(uri, ({ length }) => length > 0);
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^8:8-8:19 .*[Cc]omma.*accountId/);
  });

  it('says it itself when VS Code is told to be silent', async () => {
    const { uri } = await open(logWithoutComma());
    await problemsThat(uri, ([first]) => first?.includes('json:') === true);
    await workspace.getConfiguration('json').update('validate.enable', false, ConfigurationTarget.Global);
    const [problem, ...more] = await problemsThat(uri, ([first]) => first?.includes('json:') === false);
    assert.deepEqual(more, []);
    assert.match(problem ?? '', /accountId/);
  });

  it("offers its repair on VS Code's own problem, and after it there is none", async () => {
    const { uri } = await open(logWithoutComma());
    await problemsThat(uri, ({ length }) => length === 1);
    const actions = await commands.executeCommand<readonly CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new Range(8, 8, 8, 19),
    );
    const repair = actions.find(({ edit }) => edit !== undefined);
    assert.ok(repair?.edit, `no repair among ${actions.map(({ title }) => title).join(', ')}`);
    await workspace.applyEdit(repair.edit);
    await problemsThat(uri, ({ length }) => length === 0);
  });

  it('finds a log that is typed into a document that was none', async () => {
    const document = await open('', 'plaintext');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), logWithoutComma());
    await workspace.applyEdit(edit);
    await problemsThat(document.uri, ({ length }) => length === 1);
  });

  it('forgets the problems of a closed log', async () => {
    const { uri } = await open(logWithoutComma(), 'plaintext');
    await problemsThat(uri, ({ length }) => length === 1);
    await closeAll();
    await problemsThat(uri, ({ length }) => length === 0);
  });

  it('has none for a log in good order', async () => {
    const good = await open(log(event(), event({ eventID: '00000000-0000-4000-8000-000000000003' })), 'plaintext');
    const bad = await open(logWithoutComma(), 'plaintext');
    // The server answers in order: once it has spoken of the second log, it has looked at the first.
    await problemsThat(bad.uri, ({ length }) => length === 1);
    assert.deepEqual(problemsOf(good.uri), []);
  });

  it('stays silent about our own read-only documents', async () => {
    const broken = Uri.parse('workmail-trail:/nothing.json');
    await assert.rejects(async () => workspace.fs.readFile(broken));
    await assert.rejects(async () => workspace.fs.writeFile(broken, new Uint8Array()));
  });
});
