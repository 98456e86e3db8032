import assert from 'node:assert/strict';
import { ConfigurationTarget, DiagnosticSeverity, languages, workspace } from 'vscode';
import { closeAll, logWithoutComma, open } from './logs';
import { problemsThat, until } from './waiting';

describe('settings, without reload', () => {
  afterEach(async () => {
    await closeAll();
    await set('rules', undefined);
    await set('maxProblems', undefined);
  });

  it('silence a rule and bring it back', async () => {
    const { uri } = await open(logWithoutComma(), 'plaintext');
    await problemsThat(uri, ({ length }) => length === 1);
    await set('rules', { WT101: 'off' });
    await problemsThat(uri, ({ length }) => length === 0);
    await set('rules', undefined);
    await problemsThat(uri, ({ length }) => length === 1);
  });

  it('change how loud a rule speaks', async () => {
    const { uri } = await open(logWithoutComma(), 'plaintext');
    await problemsThat(uri, ({ length }) => length === 1);
    await set('rules', { WT101: 'information' });
    await until(
      () => languages.getDiagnostics(uri).find(({ severity }) => severity === DiagnosticSeverity.Information),
      languages.onDidChangeDiagnostics,
    );
  });

  it('limit how many problems are shown, and say how many there are', async () => {
    const { uri } = await open(Array.from({ length: 5 }, logWithoutComma).join('\n'), 'plaintext');
    await problemsThat(uri, ({ length }) => length === 5);
    await set('maxProblems', 2);
    const problems = await problemsThat(uri, ({ length }) => length < 5);
    assert.equal(problems.length, 2);
    assert.ok(
      problems.some((problem) => /\b5\b/.test(problem.replace(/^\S+/, ''))),
      problems.join('; '),
    );
  });
});

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('workmailTrail').update(name, value, ConfigurationTarget.Global);
}
