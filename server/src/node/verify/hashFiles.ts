import type { FileHash, HearHashing } from '../../host/fileIntegrity';
import type { Limits } from '../../host/limits';
import type { Stoppable } from '../../host/logFiles';
import { pathOfUri } from '../filePath';
import { NOT_READ } from './hashFile';
import { Hashing } from './hashing';

/**
 * Hashes files as they lie on the disk.
 *
 * @param workerFile the bundle that threads run
 * @param isBeside whether the caller goes on working meanwhile
 * @returns in the order of the uris
 */
export async function hashFiles(
  uris: readonly string[],
  limits: Limits,
  workerFile: string,
  tell: HearHashing,
  stop: Stoppable,
  isBeside = false,
): Promise<readonly FileHash[]> {
  const hashing = new Hashing({ limits, part: 'bytes', workerFile, stop, isBeside, progress: tell });
  const places = uris.map((uri) => {
    const path = pathOfUri(uri);
    return path === undefined ? undefined : hashing.add(path);
  });
  const hashed = await hashing.finish();
  return places.map((at): FileHash => {
    const { bytes, content } = (at === undefined ? undefined : hashed[at]) ?? {};
    if (bytes !== undefined) return bytes;
    return { failure: content !== undefined && 'failure' in content ? content.failure : NOT_READ };
  });
}
