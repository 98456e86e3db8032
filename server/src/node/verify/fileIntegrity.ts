import type { Integrity } from '../../host/fileIntegrity';
import { hashFiles } from './hashFiles';
import { verifyFolder } from './verifyFolder';

/** Hashes of files on disk, made with Node. @param workerFile the bundle that threads run */
export function createIntegrity({ workerFile }: { readonly workerFile: string }): Integrity {
  return {
    verify: (request, tell, stop) => verifyFolder(request, workerFile, tell, stop),
    hash: (uris, limits, tell, stop) => hashFiles(uris, limits, workerFile, tell, stop),
  };
}
