/** Folders of files for a scan, and what it tells of them. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ScannedFile } from '../../../server/src/host/logFiles';
import { uriOfPath } from '../../../server/src/node/filePath';
import { createLogFiles } from '../../../server/src/node/logFiles';
import { projectRoot } from '../../support/projectRoot';

const scan = createLogFiles({ workerFile: path.join(projectRoot(), 'dist', 'scanWorker.js'), threads: 2 });

/** Runs with a folder that holds these files, in folders of their own, and is gone afterwards. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'workmail-trail-folder-')));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** By path below the folder: how many WorkMail records were read, or why none were; a failure begins with `!`. */
export async function toldOf(folder: string): Promise<Readonly<Record<string, number | string>>> {
  const found: ScannedFile[] = [];
  const take = (files: readonly ScannedFile[]): void => {
    for (const file of files) found.push(file);
  };
  const base = uriOfPath(folder);
  await scan.scan({ roots: [base] }, (part) => part.kind === 'read' && take(part.files), {
    isCancellationRequested: false,
  });
  const told = found.map(({ uri, outcome, isFailure, reasons, counts }): [string, number | string] => [
    decodeURIComponent(uri.slice(base.length + 1)),
    outcome === 'read' ? counts.workmail : `${isFailure ? '!' : ''}${reasons.join(' ')}`,
  ]);
  return Object.fromEntries(told.sort(([left], [right]) => (left < right ? -1 : 1)));
}
