import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { suite, test } from 'node:test';
import { markdownFile } from '../../support/markdownFile';
import { recordOf } from '../investigate/given';
import { ran, withFiles } from './terminal';

const log = JSON.stringify({ Records: [recordOf('CreateUser', { eventID: 'e-1' })] });

suite('report', () => {
  test('writes a page with the header that it is given, over no file unless it is told to', () =>
    withFiles({ 'log.json': log }, (logAt) =>
      withFiles({ 'page.html': 'kept' }, async (outAt) => {
        const args = ['report', '--title', 'A <day>', '--reference', 'CASE-1', '--output', outAt('page.html')];
        const refused = await ran([...args, logAt('log.json')]);
        assert.deepEqual(refused, {
          code: 2,
          stdout: '',
          stderr: `workmail-trail: ${outAt('page.html')}: there is such a file, and it is not written over. --force replaces it.\n`,
        });
        const forced = await ran([...args, '--force', logAt('log.json')]);
        assert.deepEqual(forced, { code: 0, stdout: `${outAt('page.html')}: the report\n`, stderr: '' });
        const page = await readFile(outAt('page.html'), 'utf8');
        assert.deepEqual(
          [page.slice(0, 15), page.match(/<p class="title">.*<\/p>|<dt>Reference.*<\/dd>/g), page.includes('e-1')],
          ['<!DOCTYPE html>', ['<p class="title">A &lt;day&gt;</p>', '<dt>Reference</dt><dd>CASE-1</dd>'], true],
        );
      }),
    ));

  test('leaves page and hashes that are there as they were when it is stopped', () =>
    withFiles({ 'log.json': log }, (logAt) =>
      withFiles({ 'page.html': 'kept', 'sums.txt': 'too' }, async (outAt) => {
        const args = ['report', '--force', '--manifest', outAt('sums.txt'), '--output', outAt('page.html'), logAt('.')];
        const left = 'stopped: the file that was there is left as it was, and nothing of the new one is kept.';
        assert.deepEqual(await ran(args, { stop: { isCancellationRequested: true } }), {
          code: 2,
          stdout: '',
          stderr: `workmail-trail: ${outAt('sums.txt')}: ${left}\nworkmail-trail: ${outAt('page.html')}: ${left}\n`,
        });
        assert.deepEqual(
          [await readFile(outAt('page.html'), 'utf8'), await readFile(outAt('sums.txt'), 'utf8')],
          ['kept', 'too'],
        );
      }),
    ));

  test('writes Markdown whose links lead to the logs from where it is kept', () =>
    withFiles({}, async (pathOf) => {
      await mkdir(path.join(pathOf('logs (1)'), 'a'), { recursive: true });
      await mkdir(pathOf('out'));
      await writeFile(path.join(pathOf('logs (1)'), 'a', 'log #1.json'), log);
      const output = path.join(pathOf('out'), 'report.md');
      const { code } = await ran(['report', '--zone', 'Europe/Zurich', '--output', output, pathOf('logs (1)')]);
      const { links, anchors, shown } = markdownFile(await readFile(output, 'utf8'));
      const outside = links.filter((href) => !anchors.includes(href.slice(1)) && !/^(?:https|data):/.test(href));
      const reached = await Promise.all(
        outside.map((href) => readFile(path.join(pathOf('out'), decodeURIComponent(href)), 'utf8')),
      );
      assert.deepEqual(
        [code, outside, reached, shown.includes('2026-03-01 09:00:00 +01:00')],
        [0, ['../logs%20%281%29/a/log%20%231.json'], [log], true],
      );
    }));

  test('tells of redacted copies, with the hashes of the logs and the key kept apart', () =>
    withFiles({ 'alice.json': log }, (logAt) =>
      withFiles({}, (keyAt) =>
        withFiles({}, async (outAt) => {
          const args = ['report', '--redact', '--key', keyAt('key.json'), '--output', outAt('r.md'), '--title'];
          const refused = await ran([...args, 'What alice did', logAt('alice.json')]);
          const { code, stdout, stderr } = await ran([...args, 'An incident', logAt('alice.json')]);
          const text = await readFile(outAt('r.md'), 'utf8');
          const { pseudonyms } = JSON.parse(await readFile(keyAt('key.json'), 'utf8'));
          const hash = createHash('sha256').update(log).digest('hex');
          const values = ['alice', 'AKIAIOSFODNN7EXAMPLE', '111122223333', '198.51.100.7', path.dirname(logAt('x'))];
          assert.deepEqual([refused.code, refused.stdout, /no report was written/.test(refused.stderr)], [2, '', true]);
          assert.deepEqual(
            [code, stdout, stderr, text.includes(hash), values.filter((value) => text.includes(value))],
            [0, `${outAt('r.md')}: the redacted report\n`, '', true, []],
          );
          assert.ok(pseudonyms.some(([original]: readonly string[]) => original === 'AKIAIOSFODNN7EXAMPLE'));
        }),
      ),
    ));

  test('puts no key into the folder of the report', () =>
    withFiles({ 'log.json': log }, async (at) => {
      const args = ['report', '--redact', '--key', at('key.json'), '--output', at('r.html'), at('log.json')];
      const { code, stderr } = await ran(args);
      assert.deepEqual(
        [code, /Keep it elsewhere/.test(stderr), (await readdir(at('.'))).sort()],
        [2, true, ['log.json']],
      );
    }));

  test('tells the hash of every file that it was made from, and writes them for sha256sum -c or as JSON', () =>
    withFiles({ 'log.json': log, 'notes.txt': 'milk' }, (logAt) =>
      withFiles({}, async (outAt) => {
        const write = (manifest: string, page: string) =>
          ran(['report', '--manifest', outAt(manifest), '--output', outAt(page), logAt('.')]);
        const told = [await write('sums.txt', 'one.html'), await write('manifest.json', 'two.html')];
        const pages = [await readFile(outAt('one.html'), 'utf8'), await readFile(outAt('two.html'), 'utf8')];
        const chapters = pages.map((page) => page.slice(page.indexOf('<h2 id="inputs">')));
        const sums = [log, 'milk'].map((text) => createHash('sha256').update(text).digest('hex'));
        const manifest = JSON.parse(await readFile(outAt('manifest.json'), 'utf8'));
        const checked = await ran(['manifest', '--against', outAt('sums.txt'), logAt('.')]);
        assert.deepEqual(
          [
            told.map(({ code, stdout, stderr }) => [code, stdout.match(/hashes of 2 files/g), stderr]),
            chapters[0] === chapters[1],
            sums.map((sum) => chapters[0]?.includes(`<td>${sum}<td>`)),
            manifest.files.map(({ file, sha256, read }: Record<string, Record<string, unknown>>) => [
              file,
              sha256,
              read?.outcome,
              read?.records,
            ]),
            [checked.code, checked.stdout],
          ],
          [
            [
              [0, ['hashes of 2 files'], ''],
              [0, ['hashes of 2 files'], ''],
            ],
            true,
            [true, true],
            [
              ['log.json', sums[0], 'read', 1],
              ['notes.txt', sums[1], 'skipped', 0],
            ],
            [0, 'Nothing has changed in 2 files.\n'],
          ],
        );
      }),
    ));

  for (const [args, reason] of [
    [
      ['report', '--manifest', 'x', '-'],
      '--manifest goes with --output: on standard output there is the report alone.',
    ],
    [['report', '--where', 'is:write', '-'], '--where does not belong to report.'],
    [['report', '--force', '-'], '--force is for a file of --output that is there.'],
    [['report', '--output', '-', '-'], '--output takes the name of a file; without it, standard output is written.'],
    [['summarize', '--title', 'x', '-'], '--title belongs to report.'],
    [['report', '--format', 'pdf', '-'], 'The format of a report is html or markdown.'],
    [['report', '--zone', 'Mars/Base', '-'], '--zone takes the name of a time zone, such as Europe/Zurich.'],
    [['report', '--key', 'k', '-'], '--key is for report --redact.'],
    [
      ['report', '--redact', '--key', 'k', '--case', 'c', '-'],
      'report --redact takes neither --names nor --case: they say what the logs must not.',
    ],
    [
      ['report', '--redact', '--key', 'k', '--manifest', 'm', '--output', 'r.html', '-'],
      'report --redact takes no --manifest: it names the logs as they are. The hashes are in the report; for yourself, workmail-trail manifest writes them.',
    ],
    [['summarize', '--redact', '-'], '--redact belongs to report.'],
    [['ask', '--zone', 'UTC', '-'], '--zone belongs to report.'],
    [['summarize', '--format', 'markdown', '-'], '--format belongs to export and report.'],
    [['report'], 'Which file shall report read? Name at least one, or - for standard input.'],
  ] as const)
    test(`is asked in its own way: ${args.join(' ')}`, async () => {
      const { code, stderr } = await ran(args);
      assert.deepEqual([code, stderr], [2, `workmail-trail: ${reason} See workmail-trail --help.\n`]);
    });
});
