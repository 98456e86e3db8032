import { defaultLimits } from '../host/limits';
import type { LogFiles } from '../host/logFiles';
import { pathOfUri } from './filePath';
import { readLogFile } from './files/readLogFile';
import { takenFile } from './files/takenFile';
import type { ScanHost } from './scan/readMet';
import { reasons } from './scan/reasons';
import { createScan } from './scan/scan';

/** Logs on disk, read with Node. */
export function createLogFiles(host: ScanHost): LogFiles {
  return {
    async read(uri, limits = defaultLimits, what = 'log') {
      const path = pathOfUri(uri);
      return path === undefined ? { failure: reasons.elsewhere } : readLogFile(path, limits, what);
    },
    scan: createScan(host),
    async taken(uri) {
      const path = pathOfUri(uri);
      return typeof path === 'string' ? takenFile(path) : 'refused';
    },
  };
}
