import { readFile, stat } from 'node:fs/promises';
import type { LogFiles } from '../logFiles';
import { pathOfUri } from './filePath';
import { decodeBytes } from './scan/decodeBytes';
import { reasonOfError } from './scan/reasons';
import { createScan, type ScanHost } from './scan/scan';

/** Logs on disk, read with Node. */
export function createLogFiles(host: ScanHost): LogFiles {
  return {
    async read(uri) {
      const path = pathOfUri(uri);
      if (path === undefined) return { failure: 'it is not on this machine.' };
      try {
        const { size, mtimeMs } = await stat(path);
        const decoded = decodeBytes(await readFile(path));
        return 'failure' in decoded ? { failure: `${decoded.failure}.` } : { ...decoded, size, modified: mtimeMs };
      } catch (error) {
        return { failure: `${reasonOfError(error)}.` };
      }
    },
    scan: createScan(host),
  };
}
