import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { windowBetween } from '../../../server/src/core';
import type { ScannedFile, ScanPart, ScanRequest, Stoppable } from '../../../server/src/host/logFiles';
import { uriOfPath } from '../../../server/src/node/filePath';
import { createLogFiles } from '../../../server/src/node/logFiles';
import { projectRoot } from '../../support/projectRoot';
import { toldFacts } from '../../support/toldFacts';
import { logs } from '../investigate/day';

const workerFile = path.join(projectRoot(), 'dist', 'scanWorker.js');
const files = createLogFiles({ workerFile, threads: 2 });
const going: Stoppable = { isCancellationRequested: false };

async function scanned(request: ScanRequest, by = files): Promise<readonly ScannedFile[]> {
  const found: ScannedFile[] = [];
  const end = await by.scan(
    request,
    (part: ScanPart) => {
      if (part.kind === 'read') for (const file of part.files) found.push(file);
    },
    going,
  );
  assert.deepEqual(end, { isPartial: false });
  return found.sort((left, right) => (left.uri < right.uri ? -1 : 1));
}

/** Outcome and reasons by path below the folder. */
function told(folder: string, found: readonly ScannedFile[]): readonly string[] {
  const base = `${uriOfPath(folder)}/`;
  return found.map(({ uri, outcome, reasons, counts: { workmail, malformed, other } }) =>
    [uri.replace(base, ''), outcome, ...reasons, `${workmail}/${malformed}/${other}`].join('; '),
  );
}

/** With all that its events say and where they begin; without what is there and undefined, which no file keeps. */
function plain(found: readonly ScannedFile[]): unknown {
  const told = found.map(({ events, stretches, ...file }) => ({
    ...file,
    rows: stretches.reduce((sum, { from, to }) => sum + to - from, 0),
    events: Array.from(events, (facts, at) => ({ ...toldFacts(facts), ...events.start(at, facts) })),
  }));
  return JSON.parse(JSON.stringify(told));
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-scan-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

suite('a scan', () => {
  test('reads what is a log, and says of everything else why it is not read', () =>
    inFolder(async (folder) => {
      const deep = path.join(folder, ...Array.from({ length: 200 }, (_, level) => `d${level}`));
      await mkdir(deep, { recursive: true });
      await writeFile(path.join(deep, 'deep.json'), logs[0] ?? '');
      await writeFile(path.join(folder, 'day.json.gz'), gzipSync(logs[0] ?? ''));
      await writeFile(path.join(folder, 'empty.json'), '');
      await writeFile(path.join(folder, 'picture.png'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
      await writeFile(path.join(folder, 'other.json'), '{"a":1}');
      await symlink(folder, path.join(folder, 'loop'));
      await symlink('..', path.join(folder, 'up'));
      await symlink('/', path.join(folder, 'everything'));
      await symlink(path.join(folder, 'day.json.gz'), path.join(folder, 'again.json.gz'));
      await symlink(path.join(folder, 'nothing'), path.join(folder, 'dangling.json'));
      execFileSync('mkfifo', [path.join(folder, 'pipe.json')]);
      await writeFile(
        Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0x0a]), Buffer.from('.json')]),
        logs[1] ?? '',
      );
      const found = await scanned({ roots: [uriOfPath(folder), uriOfPath(folder)] });
      assert.deepEqual(told(folder, found), [
        '%FF%0A.json; read; 0/1/0',
        'again.json.gz; skipped; it is a link to a file that is read by another path.; 0/0/0',
        `${path.relative(folder, deep)}/deep.json; read; 4/1/1`,
        'dangling.json; skipped; it is a link to something that is not there.; 0/0/0',
        'day.json.gz; read; 4/1/1',
        'empty.json; skipped; it is empty.; 0/0/0',
        'everything; skipped; it is a link to a folder above the one that is read; name that folder to read it, too.; 0/0/0',
        'loop; skipped; it is a link to a folder that is read by another path.; 0/0/0',
        'other.json; skipped; not a CloudTrail log.; 0/0/0',
        'picture.png; skipped; it is a PNG picture, not a log.; 0/0/0',
        'pipe.json; skipped; it is a pipe, not a file; a terminal command reads one as standard input.; 0/0/0',
        'up; skipped; it is a link to a folder above the one that is read; name that folder to read it, too.; 0/0/0',
      ]);
    }));

  test('asks only for what happened in a stretch of time, and opens no file of another day', () =>
    inFolder(async (folder) => {
      const day = (date: string): string =>
        path.join(folder, 'AWSLogs/111111111111/CloudTrail/us-east-1', date, `log.json`);
      for (const date of ['2026/02/28', '2026/03/01', '2026/03/02', '2026/03/03']) {
        await mkdir(path.dirname(day(date)), { recursive: true });
        await writeFile(day(date), logs[0] ?? '');
      }
      const window = windowBetween('2026-03-01', '2026-03-01T09:00:00Z');
      const found = await scanned({ roots: [uriOfPath(folder)], ...(window && { window }) });
      assert.deepEqual(
        found.map(({ uri, counts, outside, reasons }) => [uri.slice(-19), counts.workmail, outside, ...reasons]),
        [
          ['2026/02/28/log.json', 0, 0, 'its path says that it was delivered on another day.'],
          ['2026/03/01/log.json', 2, 3],
          ['2026/03/02/log.json', 2, 3],
          ['2026/03/03/log.json', 0, 0, 'its path says that it was delivered on another day.'],
        ],
      );
    }));

  test('keeps and counts what answers a question, which may ask for the names of files, and remembers it for this question only', () =>
    inFolder(async (folder) => {
      const [logsFolder, cacheFolder] = [path.join(folder, 'logs'), path.join(folder, 'cache')];
      await mkdir(logsFolder);
      await writeFile(path.join(logsFolder, 'a.json'), logs[0] ?? '');
      await writeFile(path.join(logsFolder, 'b.json.gz'), gzipSync(logs[0] ?? ''));
      const roots = [uriOfPath(logsFolder)];
      const of = async (where?: string): Promise<unknown> => {
        const found = await scanned({
          roots,
          cacheFolder: uriOfPath(cacheFolder),
          nameOf: (uri) => `the log ${uri.slice(-9)}`,
          ...(where !== undefined && { where }),
        });
        return found.map(({ counts: { workmail, malformed, other }, unasked, events, others }) => [
          `${workmail}/${malformed}/${other}`,
          unasked,
          events.length,
          others.length,
        ]);
      };
      const [malformed, file, all] = ['is:malformed', 'file:"the log "*.gz', undefined];
      const answers = [await of(malformed), await of(file), await of(all), await of(malformed)];
      const [only, none] = [
        ['0/1/0', { records: 5, broken: 0 }, 1, 0],
        ['0/0/0', { records: 6, broken: 0 }, 0, 0],
      ];
      const everything = ['4/1/1', undefined, 5, 1];
      assert.deepEqual(answers, [
        [only, only],
        [none, everything],
        [everything, everything],
        [only, only],
      ]);
    }));

  test('survives a file that ends its thread, and says which it was', () =>
    inFolder(async (folder) => {
      for (let at = 0; at < 40; at++)
        await writeFile(path.join(folder, `${at}${at % 13 === 5 ? 'poison' : ''}.json`), logs[1] ?? '');
      const fragile = path.join(folder, 'fragile.worker');
      await writeFile(
        fragile,
        `const fs = require('node:fs');
         const { openSync } = fs;
         fs.openSync = (file, ...rest) => String(file).includes('poison') ? process.exit(9) : openSync(file, ...rest);
         require(${JSON.stringify(workerFile)});`,
      );
      const found = await scanned({ roots: [uriOfPath(folder)] }, createLogFiles({ workerFile: fragile, threads: 2 }));
      const failed = found.filter(({ isFailure }) => isFailure);
      assert.deepEqual(
        [found.length, told(folder, failed), found.filter(({ outcome }) => outcome === 'read').length],
        [
          41,
          ['18', '31', '5'].map(
            (name) =>
              `${name}poison.json; skipped; reading it ended in a crash, which is a mistake of this program.; 0/0/0`,
          ),
          37,
        ],
      );
    }));

  test('says of every file that no thread can be had to read it', () =>
    inFolder(async (folder) => {
      for (const name of ['a.json', 'b.json']) await writeFile(path.join(folder, name), logs[0] ?? '');
      const found = await scanned(
        { roots: [uriOfPath(folder)] },
        createLogFiles({ workerFile: path.join(folder, 'none.js'), threads: 2 }),
      );
      assert.deepEqual(
        found.map(({ isFailure, reasons }) => [isFailure, /no thread could be started/.test(reasons.join())]),
        [
          [true, true],
          [true, true],
        ],
      );
    }));

  test('reads again only what has changed since', () =>
    inFolder(async (folder) => {
      const [logsFolder, cacheFolder] = [path.join(folder, 'logs'), path.join(folder, 'cache')];
      await mkdir(logsFolder);
      for (const name of ['a.json', 'b.json', 'c.json']) await writeFile(path.join(logsFolder, name), logs[0] ?? '');
      const readFiles = path.join(folder, 'read');
      const watched = path.join(folder, 'watched.worker');
      await writeFile(
        watched,
        `const fs = require('node:fs');
         const { readSync } = fs;
         fs.readSync = (...all) => { fs.appendFileSync(${JSON.stringify(readFiles)}, '.'); return readSync(...all); };
         require(${JSON.stringify(workerFile)});`,
      );
      const scan = async (): Promise<readonly [readonly ScannedFile[], number]> => {
        await writeFile(readFiles, '');
        const request = { roots: [uriOfPath(logsFolder)], cacheFolder: uriOfPath(cacheFolder) };
        const found = await scanned(request, createLogFiles({ workerFile: watched, threads: 2 }));
        return [found, (await readFile(readFiles)).length];
      };
      const [first, all] = await scan();
      const [second, none] = await scan();
      await writeFile(path.join(logsFolder, 'b.json'), logs[1] ?? '');
      const [third, one] = await scan();
      const [cacheFile = ''] = await readdir(cacheFolder);
      await writeFile(path.join(cacheFolder, cacheFile), 'damaged');
      const [fourth, again] = await scan();
      assert.deepEqual([all, none, one, again], [3, 0, 1, 3]);
      assert.deepEqual([plain(second), plain(fourth)], [plain(first), plain(third)]);
      assert.deepEqual(told(logsFolder, third), ['a.json; read; 4/1/1', 'b.json; read; 0/1/0', 'c.json; read; 4/1/1']);
    }));

  test('stops when it is told to, and gives no more', () =>
    inFolder(async (folder) => {
      for (let at = 0; at < 500; at++) await writeFile(path.join(folder, `${at}.json`), logs[0] ?? '');
      const token = { isCancellationRequested: false };
      let read = 0;
      const { isPartial } = await files.scan(
        { roots: [uriOfPath(folder)] },
        (part) => {
          if (part.kind === 'read') read += part.files.length;
          token.isCancellationRequested = read > 0;
        },
        token,
      );
      assert.deepEqual([isPartial, read > 0], [true, true]);
    }));

  test('finds nothing when it is stopped before it begins', () =>
    inFolder(async (folder) => {
      await writeFile(path.join(folder, 'a.json'), logs[0] ?? '');
      const parts: ScanPart[] = [];
      const end = await files.scan({ roots: [uriOfPath(folder)] }, (part) => parts.push(part), {
        isCancellationRequested: true,
      });
      assert.deepEqual([end, parts], [{ isPartial: true }, []]);
    }));
});
