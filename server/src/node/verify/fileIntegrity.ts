import type { FileHash, Integrity } from '../../host/fileIntegrity';
import { pathOfUri } from '../filePath';
import { NOT_READ } from './hashFile';
import { Hashing } from './hashing';
import { verifyFolder } from './verifyFolder';

/** Hashes of files on disk, made with Node. @param workerFile the bundle that threads run */
export function createIntegrity({ workerFile }: { readonly workerFile: string }): Integrity {
  return {
    verify: (request, tell, stop) => verifyFolder(request, workerFile, tell, stop),
    async hash(uris, limits, tell, stop) {
      const hashing = new Hashing({ limits, wantsBytes: true, workerFile, stop, progress: tell });
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
    },
  };
}
