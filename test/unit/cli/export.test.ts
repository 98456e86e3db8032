import assert from 'node:assert/strict';
import { lstat, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { suite, test } from 'node:test';
import { exportColumns } from '../../../server/src/generated/exportColumns';
import { projectRoot } from '../../support/projectRoot';
import { recordOf } from '../investigate/given';
import { ran, withFiles } from './terminal';

const log = JSON.stringify({
  Records: [recordOf('ListUsers', { eventID: 'e-1' }), recordOf('CreateUser', { eventID: 'e-2' })],
});
const line = `${JSON.stringify(recordOf('CreateUser', { eventID: 'e-2' }))}\n`;

suite('export', () => {
  test('writes to standard output, and says nothing else', async () => {
    const args = ['export', '--format', 'jsonl', '--where', 'action:CreateUser', '-'];
    assert.deepEqual(await ran(args, { stdin: log }), { code: 0, stdout: line, stderr: '' });
  });

  test('leaves out what happened at another time', async () => {
    const args = ['export', '--format', 'jsonl', '--until', '2026-02-28', '-'];
    assert.deepEqual(await ran(args, { stdin: log }), { code: 0, stdout: '', stderr: '' });
  });

  test('asks the texts of records, too', async () => {
    const args = ['export', '--format', 'jsonl', '--where', 'text:CreateUser', '-'];
    assert.deepEqual(await ran(args, { stdin: log }), { code: 0, stdout: line, stderr: '' });
  });

  test('writes over no file, unless it is told to, and then all of it at once', () =>
    withFiles({ 'log.json': log }, (logAt) =>
      withFiles({ out: 'kept' }, async (outAt) => {
        const args = ['export', '--format', 'jsonl', '--output', outAt('out')];
        const refused = await ran([...args, logAt('log.json')]);
        assert.deepEqual(refused, {
          code: 2,
          stdout: '',
          stderr: `workmail-trail: ${outAt('out')}: there is such a file, and it is not written over. --force replaces it.\n`,
        });
        assert.equal(await readFile(outAt('out'), 'utf8'), 'kept');
        const forced = await ran([...args, '--force', logAt('log.json')]);
        assert.deepEqual(forced, { code: 0, stdout: `${outAt('out')}: 2 events\n`, stderr: '' });
        assert.equal((await readFile(outAt('out'), 'utf8')).endsWith(line), true);
        assert.deepEqual(await readdir(outAt('.')), ['out']);
      }),
    ));

  test('puts nothing among the logs that are read, by whatever way', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      await mkdir(pathOf('below'));
      await withFiles({}, async (outside) => {
        await symlink(pathOf('below'), outside('link'));
        const told = [
          [pathOf('log.json'), pathOf('log.json')],
          [pathOf('.'), pathOf('new.csv')],
          [pathOf('.'), path.join(outside('link'), 'new.csv')],
          [pathOf('*.json'), pathOf('log.json')],
        ];
        for (const [place = '', output = ''] of told) {
          const { code, stderr } = await ran(['export', '--format', 'csv', '--force', '--output', output, place]);
          assert.deepEqual(
            [code, stderr],
            [2, `workmail-trail: ${output}: it lies among the logs that are read. Put it elsewhere.\n`],
          );
        }
      });
      assert.equal(await readFile(pathOf('log.json'), 'utf8'), log);
    }));

  test('leaves nothing behind where a file can’t be written', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      await withFiles({ file: '' }, async (outside) => {
        const output = path.join(outside('file'), 'new.csv');
        const { code, stderr } = await ran(['export', '--format', 'csv', '--output', output, pathOf('log.json')]);
        assert.deepEqual([code, stderr], [2, `workmail-trail: ${output}: it could not be written (ENOTDIR).\n`]);
        assert.equal((await lstat(outside('file'))).isFile(), true);
      });
    }));

  test('shows no bytes on a terminal', async () => {
    for (const format of ['parquet', 'xlsx']) {
      const { code, stdout, stderr } = await ran(['export', '--format', format, '-'], { stdin: log, isTerminal: true });
      const words = `workmail-trail: export: ${format} can't be shown on a terminal. Name a file with --output.\n`;
      assert.deepEqual([code, stdout, stderr], [2, '', words]);
    }
  });

  test('tells what is missing, and writes the rest', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      const { code, stdout, stderr } = await ran([
        'export',
        '--format',
        'jsonl',
        pathOf('none.json'),
        pathOf('log.json'),
      ]);
      assert.deepEqual([code, stdout.endsWith(line)], [2, true]);
      assert.match(stderr, /none\.json: there is no such file\./);
    }));

  test('leaves a file that is there as it was when it is stopped', () =>
    withFiles({ 'log.json': log }, (logAt) =>
      withFiles({ out: 'kept' }, async (outAt) => {
        const args = ['export', '--format', 'jsonl', '--force', '--output', outAt('out')];
        // A file is read here, a folder in threads.
        for (const [place, told] of [
          [logAt('log.json'), '0 of 0 events'],
          [logAt('.'), '0 events'],
        ] as const) {
          assert.deepEqual(await ran([...args, place], { stop: { isCancellationRequested: true } }), {
            code: 2,
            stdout: '',
            stderr:
              `workmail-trail: export: stopped: ${told} written.\n` +
              `workmail-trail: ${outAt('out')}: stopped: the file that was there is left as it was, and nothing of the new one is kept.\n`,
          });
        }
        assert.deepEqual([await readFile(outAt('out'), 'utf8'), await readdir(outAt('.'))], ['kept', ['out']]);
      }),
    ));

  test('stops when it is told to, and says what was written', async () => {
    const { code, stderr } = await ran(['export', '--format', 'csv', '-'], {
      stdin: log,
      stop: { isCancellationRequested: true },
    });
    assert.deepEqual([code, stderr], [2, 'workmail-trail: export: stopped: 0 of 2 events written.\n']);
  });

  const advice = ' See workmail-trail --help.\n';
  const formats = 'Formats: csv, tsv, jsonl, parquet, xlsx, timesketch-csv, timesketch-jsonl, sarif, navigator.';
  for (const [args, reason] of [
    [['export', '-'], `export needs --format. ${formats}`],
    [['export', '--format', 'xls', '-'], `--format: there is no format xls. ${formats}`],
    [['export', '--format', 'csv'], 'Which file shall export read? Name at least one, or - for standard input.'],
    [['export', '--format', 'csv', '--force', '-'], '--force is for a file of --output that is there.'],
    [
      ['export', '--format', 'csv', '--output', '-', '-'],
      '--output takes the name of a file; without it, standard output is written.',
    ],
    [['export', '--format', 'csv', '--json', '-'], '--json does not belong to export.'],
    [['export', '--format', 'csv', '--where', 'acton:x', '-'], '--where, character 1:'],
    [['events', '--format', 'csv', '-'], '--format belongs to export and report.'],
    [['check', '--output', 'x', '-'], '--output belongs to export, handover and report.'],
  ] as const) {
    test(`says what is wrong with ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await ran(args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.ok(stderr.startsWith(`workmail-trail: ${reason}`), stderr);
      assert.ok(stderr.endsWith(advice), stderr);
    });
  }
});

test('docs/exporting.md tells of every column what its file says', async () => {
  const document = await readFile(path.join(projectRoot(), 'docs', 'exporting.md'), 'utf8');
  const rows = [...document.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, name, about]) => [name, about]);
  const columns = exportColumns().map(({ name, about }) => [name, about]);
  assert.deepEqual(rows.slice(-columns.length), columns);
});
