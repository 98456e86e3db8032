import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventFacts } from '../../../server/src/core';
import { createScan } from '../../../server/src/node/scan/scan';
import { projectRoot } from '../../support/projectRoot';
import { highWaterMark } from '../peak';
import type { Scanned } from '../scanned';

// `scanProduct FOLDER [SERVICE]`: the scan that the server and the terminal command use, nothing remembered from before. SERVICE is whose
// events are kept as facts, WorkMail's without it; the rows of all services are kept.
async function main([folder = '', service = 'workmail']: readonly string[]): Promise<void> {
  const scan = createScan({ workerFile: path.join(projectRoot(), 'dist', 'scanWorker.js') });
  const events: EventFacts[] = [];
  let firstMs: number | undefined;
  let rows = 0;
  await scan(
    { roots: [pathToFileURL(folder).href], service, keepsRows: true },
    (part) => {
      if (part.kind !== 'read') return;
      for (const file of part.files) {
        for (const event of file.events) events.push(event);
        for (const { from, to } of file.stretches) rows += to - from;
      }
      if (events.length > 0) firstMs ??= performance.now();
    },
    { isCancellationRequested: false },
  );
  const scanned: Scanned = {
    ms: performance.now(),
    ...(firstMs === undefined ? {} : { firstMs }),
    events: events.filter((event) => event.service !== 'other').length,
    records: rows,
    peakBytes: highWaterMark(),
  };
  console.log(JSON.stringify(scanned));
}

main(process.argv.slice(2)).then(() => process.exit());
