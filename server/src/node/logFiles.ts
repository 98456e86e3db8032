import { defaultLimits } from '../bytes/limits';
import type { LogFiles } from '../logFiles';
import { pathOfUri } from './filePath';
import { readLogFile } from './files/readLogFile';
import { createScan, type ScanHost } from './scan/scan';

/** Logs on disk, read with Node. */
export function createLogFiles(host: ScanHost): LogFiles {
  return {
    async read(uri) {
      const path = pathOfUri(uri);
      if (path === undefined) return { failure: 'it is not on this machine.' };
      return readLogFile(path, defaultLimits);
    },
    scan: createScan(host),
  };
}
