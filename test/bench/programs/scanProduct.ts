import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventFacts } from '../../../server/src/core';
import { createScan } from '../../../server/src/node/scan/scan';
import { projectRoot } from '../../support/projectRoot';
import { highWaterMark } from '../peak';
import type { Scanned } from '../scanned';

// `scanProduct FOLDER [SERVICE]`: the scan that the server and the terminal command use, nothing remembered from before. SERVICE is whose
// events are kept, WorkMail's without it.
async function main([folder = '', service = 'workmail']: readonly string[]): Promise<void> {
  const scan = createScan({ workerFile: path.join(projectRoot(), 'dist', 'scanWorker.js') });
  const events: EventFacts[] = [];
  let firstMs: number | undefined;
  await scan(
    { roots: [pathToFileURL(folder).href], service },
    (part) => {
      if (part.kind !== 'read') return;
      for (const file of part.files) for (const event of file.events) events.push(event);
      if (events.length > 0) firstMs ??= performance.now();
    },
    { isCancellationRequested: false },
  );
  const scanned: Scanned = {
    ms: performance.now(),
    ...(firstMs === undefined ? {} : { firstMs }),
    events: events.filter((event) => event.service !== 'other').length,
    records: events.length,
    peakBytes: highWaterMark(),
  };
  console.log(JSON.stringify(scanned));
}

main(process.argv.slice(2)).then(() => process.exit());
