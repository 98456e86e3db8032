import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileStretch, ScannedFile } from '../../../server/src/host/logFiles';
import { createScan } from '../../../server/src/node/scan/scan';
import { projectRoot } from '../../support/projectRoot';
import { highWaterMark } from '../peak';
import type { Scanned } from '../scanned';

// `scanProduct FOLDER`: the scan that the server and the terminal command use, nothing remembered from before. The rows of all services
// are kept, and what WorkMail's events say beyond them.
async function main([folder = '']: readonly string[]): Promise<void> {
  const scan = createScan({ workerFile: path.join(projectRoot(), 'dist', 'scanWorker.js') });
  const files: ScannedFile[] = [];
  let events = 0;
  const rows: FileStretch[] = [];
  let firstMs: number | undefined;
  await scan(
    { roots: [pathToFileURL(folder).href], keepsRows: true },
    (part) => {
      if (part.kind !== 'read') return;
      for (const file of part.files) {
        files.push(file);
        events += file.events.length;
        for (const stretch of file.stretches) rows.push(stretch);
      }
      if (events > 0) firstMs ??= performance.now();
    },
    { isCancellationRequested: false },
  );
  const scanned: Scanned = {
    ms: performance.now(),
    ...(firstMs === undefined ? {} : { firstMs }),
    events,
    records: rows.reduce((sum, { from, to }) => sum + to - from, 0),
    peakBytes: highWaterMark(),
  };
  console.log(JSON.stringify(scanned));
}

main(process.argv.slice(2)).then(() => process.exit());
