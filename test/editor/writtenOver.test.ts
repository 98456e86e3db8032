import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Uri, workspace } from 'vscode';
import { whyNotWritten } from '../../client/src/writtenOver';

describe('a file that something is to be written to', () => {
  let folder: string;
  before(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), 'written-over-')));
    await writeFile(path.join(folder, 'one.json'), '{}');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const at = (name: string): Uri => Uri.file(path.join(folder, name));
  const noLogs = { get: () => undefined };
  const inspected = (uri: Uri, isFolder: boolean) => ({ all: () => [{ uri, isFolder, days: {} }] });
  const none = { all: () => [] };

  it('is not written over where it is a log, or lies in a folder that was inspected', async () => {
    const document = await workspace.openTextDocument(at('one.json'));
    const folderOf = Uri.file(folder);
    assert.deepEqual(
      [
        await whyNotWritten(at('one.json'), { get: () => document }, none),
        await whyNotWritten(at('one.json'), noLogs, inspected(at('one.json'), false)),
        await whyNotWritten(at('one.json'), noLogs, inspected(folderOf, true)),
        await whyNotWritten(at('new.csv'), noLogs, inspected(folderOf, true)),
        await whyNotWritten(at('one.json'), noLogs, inspected(Uri.file(`${folder}-2`), true)),
      ],
      [
        'this file is open as a log, and logs are never written to.',
        'this file was inspected as a log, and logs are never written to.',
        `this file lies in “${path.basename(folder)}”, which was inspected, and what was inspected is never written over. Choose another name.`,
        undefined,
        undefined,
      ],
    );
  });
});
