import path from 'node:path';
import { defaultLimits } from '../../host/limits';
import type { LogFiles } from '../../host/logFiles';
import { pathOfUri } from '../filePath';
import { ScanCache } from './cache';
import { createReadMet, type NamedMet, type ScanHost } from './readMet';
import { inTwoRounds } from './twoRounds';
import { type Met, walk } from './walk';

/** `LogFiles.scan` for a machine with files and threads. */
export function createScan(host: ScanHost): LogFiles['scan'] {
  const readMet = inTwoRounds(createReadMet(host));
  return async (request, take, token) => {
    const { roots, window, service, where, nameOf, keepsRows, limits = defaultLimits, cacheFolder } = request;
    const asked = { roots, window, service, where, keepsRows, limits };
    const cache = await cacheIn(cacheFolder, asked, path.dirname(host.workerFile));
    const question = {
      ...(window && { window }),
      ...(service !== undefined && { service }),
      ...(keepsRows && { keepsRows }),
      ...(where !== undefined && { where }),
    };
    const end = await readMet(
      { question, limits, cache },
      named(walk(roots, window), where === undefined ? undefined : nameOf),
      (part) => take(part.kind === 'found' ? part : { kind: 'read', files: part.files.map(({ file }) => file) }),
      token,
    );
    await cache?.save(end.isPartial);
    return end;
  };
}

async function* named(
  met: AsyncIterable<readonly Met[]>,
  nameOf: ((uri: string) => string) | undefined,
): AsyncGenerator<readonly NamedMet[]> {
  for await (const entries of met)
    yield nameOf === undefined ? entries : entries.map((entry) => ({ ...entry, name: nameOf(entry.uri) }));
}

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
