import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { suite, test } from 'node:test';
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

  for (const [args, reason] of [
    [['report', '--where', 'is:write', '-'], '--where does not belong to report.'],
    [['report', '--force', '-'], '--force is for a file of --output that is there.'],
    [['report', '--output', '-', '-'], '--output takes the name of a file; without it, standard output is written.'],
    [['summarize', '--title', 'x', '-'], '--title belongs to report.'],
    [['report', '--format', 'pdf', '-'], '--format belongs to export.'],
    [['report'], 'Which file shall report read? Name at least one, or - for standard input.'],
  ] as const)
    test(`is asked in its own way: ${args.join(' ')}`, async () => {
      const { code, stderr } = await ran(args);
      assert.deepEqual([code, stderr], [2, `workmail-trail: ${reason} See workmail-trail --help.\n`]);
    });
});
