import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defaultLimits } from '../../host/limits';
import type { LogFiles, ScannedFile, ScanPart } from '../../host/logFiles';
import { failedFile, leftFile } from '../../places/scannedFile';
import { extractorBeside } from '../extractorFile';
import { pathOfUri } from '../filePath';
import { ScanCache } from './cache';
import { reasons } from './reasons';
import { type Answered, Threads } from './threads';
import { walk } from './walk';

/** What a scan needs of the program that starts it. */
export interface ScanHost {
  /** The bundle that the threads run. */
  readonly workerFile: string;
  /** The folder that the extractor lies in; absent: that of the bundle. */
  readonly extractorFolder?: string;
  /** How many threads; absent: as many as there are processors for this process. */
  readonly threads?: number;
}

/** How often the token is asked, in milliseconds: the protocol's token can be asked only. */
const ASK_AGAIN = 50;

/** `LogFiles.scan` for a machine with files and threads. */
export function createScan(host: ScanHost): LogFiles['scan'] {
  let module: { readonly found: object | undefined } | undefined;
  const extractor = (): object | undefined => {
    module ??= { found: extractorBeside(host.extractorFolder ?? path.dirname(host.workerFile)) };
    return module.found;
  };
  return async (request, take, token) => {
    const { roots, window, service, where, nameOf, keepsRows, limits = defaultLimits, cacheFolder } = request;
    const asked = { roots, window, service, where, keepsRows, limits };
    const cache = await cacheIn(cacheFolder, asked, path.dirname(host.workerFile));
    let found = 0;
    let isStopped = false;
    const threads = new Threads({
      workerFile: host.workerFile,
      threads: Math.max(1, host.threads ?? availableParallelism()),
      orders: {
        question: {
          ...(window && { window }),
          ...(service !== undefined && { service }),
          ...(keepsRows && { keepsRows }),
          ...(where !== undefined && { where }),
        },
        limits,
        module: extractor(),
      },
      answered: (answers) => take({ kind: 'read', files: answers.map((answer) => fileOf(answer, cache)) }),
    });
    const all = async (): Promise<void> => {
      for await (const entries of walk(roots, window)) {
        if (isStopped) return;
        found += entries.length;
        const left: ScannedFile[] = [];
        for (const { uri, path: file, left: why } of entries) {
          if (why !== undefined)
            left.push(why.isFailure ? failedFile({ ...unknown, uri }, why.reason) : leftFile(uri, why.reason));
          else
            threads.add({
              uri,
              path: file,
              ...(where !== undefined && nameOf && { name: nameOf(uri) }),
              known: cache?.stampOf(uri),
            });
        }
        tell({ kind: 'found', files: found, isAll: false });
        if (left.length > 0) tell({ kind: 'read', files: left });
        await threads.proceed();
      }
      tell({ kind: 'found', files: found, isAll: true });
      await threads.finish();
    };
    const tell = (part: ScanPart): void => {
      if (!isStopped) take(part);
    };
    // Reading on is of no use to anybody once the scan is called off, so neither a slow disk nor a large file is waited for.
    let asking: NodeJS.Timeout | undefined;
    const stopped = new Promise<void>((resolve) => {
      const ask = (): void => {
        if (!token.isCancellationRequested) return;
        isStopped = true;
        threads.stop().catch(() => undefined);
        resolve();
      };
      asking = setInterval(ask, ASK_AGAIN);
      ask();
    });
    try {
      await Promise.race([all(), stopped]);
    } finally {
      clearInterval(asking);
    }
    await cache?.save(isStopped);
    return { isPartial: isStopped };
  };
}

const unknown = { size: 0, modified: 0 };

async function cacheIn(
  folder: string | undefined,
  question: unknown,
  programFolder: string,
): Promise<ScanCache | undefined> {
  const place = folder === undefined ? undefined : pathOfUri(folder);
  if (typeof place !== 'string') return undefined;
  // A program that can't be told from others remembers nothing.
  return ScanCache.open(place, question, programFolder).catch(() => undefined);
}

function fileOf({ file: { uri }, answer }: Answered, cache: ScanCache | undefined): ScannedFile {
  switch (answer.kind) {
    case 'scanned':
      cache?.remember(answer.file, answer.stamp);
      return answer.file;
    case 'crashed':
      return failedFile({ ...unknown, uri }, reasons.crash);
    case 'unread':
      return failedFile({ ...unknown, uri }, answer.reason);
    case 'unchanged':
      return cache?.recall(uri) ?? failedFile({ ...unknown, uri }, reasons.crash);
  }
}
