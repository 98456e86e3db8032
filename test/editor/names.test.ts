import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commands, type Hover, type MarkdownString, Uri } from 'vscode';
import { addedWords } from '../../client/src/names/nameWords';
import { closeAll, event, log, open } from './logs';

const userId = 'S-1-1-11-1111111111-2222222222-3333333333-1001';

describe('Add Names…', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'names-'));
  });
  after(() => rm(folder, { recursive: true }));
  afterEach(closeAll);

  it('names an id in hovers, until it is forgotten', async () => {
    const file = path.join(folder, 'users.json');
    await writeFile(file, JSON.stringify({ Users: [{ Id: userId, Name: 'jane', Email: 'jane@example.com' }] }));
    const document = await open(log(event()));
    const at = document.getText().indexOf(userId) + 2;
    const told = async (): Promise<string> => {
      const asked = [document.uri, document.positionAt(at)] as const;
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', ...asked);
      return hovers.flatMap(({ contents }) => contents.map((each) => (each as MarkdownString).value)).join('\n');
    };
    assert.doesNotMatch(await told(), /jane/);
    await commands.executeCommand('workmailTrail.addNames', [Uri.file(file)]);
    assert.match(
      await told(),
      /Called \*\*jane\*\*, also `jane@example\.com` in the names you added \(`users\.json`\), as they were when that list was taken\./,
    );
    await commands.executeCommand('workmailTrail.forgetNames');
    assert.doesNotMatch(await told(), /jane/);
  });
});

describe('what is told of added names', () => {
  const none = { count: 0, first: [] };

  it('is short where all is well', () => {
    const files = [{ uri: 'file:///a.json', ids: 2, notes: [] }];
    assert.deepEqual(addedWords({ files, ids: 2, lists: ['a.json'], unsureNames: none, renamedIds: none }), {
      message: '2 ids have a name from 1 added file. Names that the logs teach go before them.',
      detail: '',
      isTrouble: false,
    });
  });

  it('names each file with what is wrong, and names that prove nothing; values are safe as labels', () => {
    const files = [
      { uri: 'file:///a/%24(zap).json', ids: 2, notes: ['Note.'] },
      { uri: 'file:///b.json', ids: 0, notes: [], refused: 'It is empty.' },
    ];
    const told = addedWords({
      files,
      ids: 2,
      lists: ['a'],
      unsureNames: { count: 9, first: ['x\n', 'y'] },
      renamedIds: { count: 1, first: ['i'] },
    });
    assert.deepEqual(told, {
      message: '2 ids have a name from 1 of 2 added files. Names that the logs teach go before them.',
      detail: [
        '\\$(zap).json: Note.',
        'b.json: It is empty.',
        '9 names stand for several ids, and so for none of them: x\\n, y …. Each id still tells its name.',
        '1 id is called differently in two lists: i. The list added last goes first, and the others are told beside it.',
      ].join('\n\n'),
      isTrouble: true,
    });
  });
});
