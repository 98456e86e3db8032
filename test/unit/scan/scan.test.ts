import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ScannedFile, ScanPart, ScanRequest, Stoppable } from '../../../server/src/logFiles';
import { uriOfPath } from '../../../server/src/node/filePath';
import { createLogFiles } from '../../../server/src/node/logFiles';
import { projectRoot } from '../../support/projectRoot';
import { logs } from '../investigate/day';

const workerFile = path.join(projectRoot(), 'dist', 'scanWorker.js');
const files = createLogFiles({ workerFile, threads: 2 });
const going: Stoppable = { isCancellationRequested: false };

async function scanned(request: ScanRequest): Promise<readonly ScannedFile[]> {
  const found: ScannedFile[] = [];
  const end = await files.scan(
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
      await writeFile(path.join(folder, 'picture.png'), 'PNG');
      await writeFile(path.join(folder, 'other.json'), '{"a":1}');
      await symlink(folder, path.join(folder, 'loop'));
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
        'loop; skipped; it is a link to a folder that is read by another path.; 0/0/0',
        'other.json; skipped; it is no CloudTrail log.; 0/0/0',
        'picture.png; skipped; files whose names end in .png are not opened.; 0/0/0',
        'pipe.json; skipped; it is a pipe, not a file; a terminal command reads one as standard input.; 0/0/0',
      ]);
    }));
});
