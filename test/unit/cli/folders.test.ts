import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { unwrapped } from '../../support/unwrapped';
import { logs } from '../investigate/day';
import { ran, withFiles } from './terminal';

const [day = '', second = ''] = logs;
const PLACE = 'AWSLogs/111111111111/CloudTrail/us-east-1';

/** A copy of a trail: two days of logs, the first one delivered twice; a digest; a file that is cut; a note. */
async function inTrail(use: (pathOf: (name: string) => string) => Promise<void>): Promise<void> {
  await withFiles({}, async (pathOf) => {
    const whole = gzipSync(day);
    const files: Readonly<Record<string, Uint8Array | string>> = {
      [`${PLACE}/2026/03/01/a.json.gz`]: whole,
      [`${PLACE}/2026/03/01/b.json.gz`]: whole,
      [`${PLACE}/2026/03/01/cut.json.gz`]: whole.subarray(0, whole.length - 60),
      [`${PLACE}/2026/03/02/c.json`]: second,
      [`${PLACE.replace('CloudTrail', 'CloudTrail-Digest')}/2026/03/02/d.json`]:
        '{"digestStartTime":"x","logFiles":[]}',
      'AWSLogs/no\u001b[31mte.txt': 'Nothing.',
    };
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(pathOf(name)), { recursive: true });
      await writeFile(pathOf(name), content);
    }
    await use(pathOf);
  });
}

interface Summary {
  readonly events: { readonly events: number; readonly repeats: number };
  readonly scan: {
    readonly state: string;
    readonly files: unknown;
    readonly notWhole: readonly { readonly reason: string; readonly files: readonly string[] }[];
  };
  readonly sources: readonly { readonly label: string }[];
}

async function summarized(...args: readonly string[]): Promise<Summary & { readonly code: number }> {
  const { code, stdout } = await ran(['summarize', '--json', ...args]);
  return { ...JSON.parse(stdout), code };
}

suite('folders', () => {
  test('are summed up, each event once, and every file that was not read as a whole is named', () =>
    inTrail(async (pathOf) => {
      const { code, events, scan } = await summarized(pathOf('AWSLogs'));
      const told = scan.notWhole.map(({ reason, files }) => [
        reason,
        files.map((file) => path.relative(pathOf('AWSLogs'), file)),
      ]);
      assert.deepEqual(
        { code, events: events.events, state: scan.state, files: scan.files, told: told.slice(1) },
        {
          code: 2,
          // Four of the first log, one of the second, and the one in which the cut file ends.
          events: 6,
          state: 'complete',
          files: { read: 3, partly: 1, skipped: 2 },
          told: [
            ['not a CloudTrail log.', ['no\u001b[31mte.txt']],
            [
              'not a CloudTrail log: this is a CloudTrail digest file, which lists log files and their hashes.',
              ['111111111111/CloudTrail-Digest/us-east-1/2026/03/02/d.json'],
            ],
          ],
        },
      );
      assert.match(`${told[0]?.[0]}`, /^it ends too soon/);
    }));

  test('give the same numbers as their files one by one, and as a pattern in quotes', () =>
    inTrail(async (pathOf) => {
      const folder = await summarized(pathOf(PLACE));
      const pattern = await summarized(pathOf('AWSLogs/**/CloudTrail/**/*.json*'));
      const names = ['01/a.json.gz', '01/b.json.gz', '01/cut.json.gz', '02/c.json'];
      const files = await summarized(...names.map((name) => pathOf(`${PLACE}/2026/03/${name}`)));
      assert.deepEqual(pattern, folder);
      assert.deepEqual(files, folder);
      assert.deepEqual(
        folder.sources.map(({ label }) => path.relative(pathOf(`${PLACE}/2026/03`), label)),
        names,
      );
    }));

  test('are told of in text, and their names move no cursor', () =>
    inTrail(async (pathOf) => {
      const { stdout, stderr } = await ran(['summarize', pathOf('AWSLogs')], { isWatched: true });
      // A row has room for what a file is; the account of the scan says more.
      assert.match(stdout, /d\.json +no log but a CloudTrail digest file +0 /);
      assert.match(stdout, /^6 files: 3 read, 1 partly read, 2 skipped\.$/m);
      assert.ok(stdout.includes('no\\u001b[31mte.txt'));
      assert.ok(!stdout.includes('\u001b'));
      assert.ok(stderr.endsWith(' files read\r\u001b[2K'));
    }));

  test("tell of a file whose events can't be read, and what to do about it", () =>
    inTrail(async (pathOf) => {
      const packed = JSON.stringify({
        awslogs: { data: gzipSync('{"Records":[{"eventVersion":"1.08"}]}').toString('base64') },
      });
      await writeFile(pathOf('AWSLogs/packed.json'), packed);
      const { code, stdout } = await ran(['summarize', pathOf('AWSLogs')]);
      assert.equal(code, 2);
      assert.match(unwrapped(stdout), /^1 file could not be read, and 1 file could be read only in part: /);
      assert.match(stdout, /^7 files: 3 read, 1 partly read, 3 skipped, of which 1 could not be read\.$/m);
      assert.match(unwrapped(stdout), /^1 file: .*which begins with H4sI\. Decode it with `base64 -d \| gunzip`/m);
    }));

  test('tell first what is missing from the result', () =>
    inTrail(async (pathOf) => {
      await writeFile(pathOf('AWSLogs/packed.tar.zst'), Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0));
      const { code, stdout } = await ran(['summarize', pathOf('AWSLogs')]);
      assert.deepEqual(
        [code, unwrapped(stdout).split('\n')[0]],
        [
          2,
          '1 file could not be read, and 1 file could be read only in part: events in what is missing are not among those told of. The files are named further down.',
        ],
      );
      assert.match(stdout, /^7 files: 3 read, 1 partly read, 3 skipped, of which 1 could not be read\.$/m);
      const json = await ran(['summarize', '--json', pathOf('AWSLogs')]);
      const [first, notWhole] = [Object.keys(JSON.parse(json.stdout))[0], JSON.parse(json.stdout).scan.notWhole];
      assert.deepEqual(
        [first, notWhole[0]],
        [
          'scan',
          {
            outcome: 'skipped',
            isFailure: true,
            reason: 'it is compressed with zstd, which is not read here; decompress it and open the result.',
            files: [pathOf('AWSLogs/packed.tar.zst')],
          },
        ],
      );
    }));

  test('without a log say so before they say that there are no events', () =>
    withFiles(
      { 'notes.md': 'Nothing.', 'b.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a) },
      async (pathOf) => {
        const { code, stdout } = await ran(['summarize', pathOf('')]);
        assert.deepEqual(
          [code, stdout.split('\n').slice(0, 6)],
          [
            0,
            [
              'No log was read: 2 files were skipped.',
              '',
              'WorkMail events in 2 files',
              '==========================',
              '',
              'No WorkMail or Message Flow event was found.',
            ],
          ],
        );
      },
    ));

  test('are read up to the moment somebody stops it, and the result is marked as partial', () =>
    inTrail(async (pathOf) => {
      const stop = { isCancellationRequested: true };
      const { code, stdout } = await ran(['summarize', '--json', pathOf('AWSLogs')], { stop });
      assert.deepEqual([code, JSON.parse(stdout).scan.state], [2, 'partial']);
      const text = await ran(['summarize', pathOf('AWSLogs')], { stop });
      assert.match(text.stdout, /^Stopped before everything was read\./m);
    }));

  test('are asked for a day, a moment or a service', () =>
    inTrail(async (pathOf) => {
      const events = async (...args: readonly string[]): Promise<number> =>
        (await summarized(pathOf(`${PLACE}/2026/03/01/a.json.gz`), ...args)).events.events;
      assert.deepEqual(
        [
          await events('--since', '2026-03-01', '--until', '2026-03-01'),
          await events('--since', '2026-03-02'),
          await events('--until', '2026-03-01T08:00:00Z'),
          await events('--service', 'all'),
          await events('--service', 'nowhere'),
        ],
        [4, 1, 2, 5, 0],
      );
    }));

  test('are checked file by file, and what is left out has its object, too', () =>
    inTrail(async (pathOf) => {
      const { code, stdout } = await ran(['check', '--json', pathOf('AWSLogs')]);
      const objects = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        [code, objects.map(({ file, container }) => [path.basename(file), container])],
        [
          2,
          [
            ['no\u001b[31mte.txt', 'none'],
            ['a.json.gz', 'records'],
            ['b.json.gz', 'records'],
            ['cut.json.gz', 'records'],
            ['c.json', 'single'],
            ['d.json', 'none'],
          ],
        ],
      );
    }));

  test('that match nothing are named', async () => {
    assert.deepEqual(await ran(['summarize', '--json', '/nowhere/*.json']).then(({ code, stderr }) => [code, stderr]), [
      2,
      'workmail-trail: /nowhere/*.json: nothing is called so, and nothing matches it.\n',
    ]);
  });
});
