import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../support/projectRoot';
import { ran } from './terminal';

const sample = (name: string): string => path.join(projectRoot(), 'samples', 'incident', name);

test('summarize names ids by the lists that it is given, in UTF-16 as well, and says which of them are none', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'names-'));
  try {
    const [users, aliases] = [path.join(folder, 'users.json'), path.join(folder, 'aliases.json')];
    const list = { Users: [{ Id: '04019273-d05c-49bd-9f1b-19db1faf11bc', Name: 'bruno' }] };
    // What PowerShell makes of `>`.
    await writeFile(users, `\ufeff${JSON.stringify(list)}`, 'utf16le');
    await writeFile(aliases, '{"Aliases": ["a@example.com"]}');
    const { code, stdout, stderr } = await ran([
      'summarize',
      ...['--names', users, '--names', aliases, '--names', path.join(folder, 'none.json')],
      sample('stolen-key.json'),
    ]);
    assert.deepEqual(
      [code, /bruno \(04019273-…\)/.test(stdout), stderr.split('\n').map((line) => line.slice(0, 90))],
      [
        2,
        true,
        [
          `workmail-trail: ${aliases}: This is an answer of list-aliases. It holds addresses without`.slice(0, 90),
          `workmail-trail: ${path.join(folder, 'none.json')}: there is no such file.`.slice(0, 90),
          '',
        ],
      ],
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('--names belongs to summarize, report, ask and state', async () => {
  const { code, stderr } = await ran(['events', '--names', sample('list-users.json'), sample('stolen-key.json')]);
  assert.deepEqual(
    [code, stderr],
    [2, 'workmail-trail: --names belongs to summarize, report, ask and state. See workmail-trail --help.\n'],
  );
});
