import { openDuckDb, recordsBelow } from '../duckDb';
import { highWaterMark } from '../peak';
import { recordType } from '../peerColumns';
import type { Scanned } from '../scanned';

// `allRowsDuckDb FOLDER`: the records of all services as a table in memory, which is the quickest way to keep them that we know: a struct is kept as
// columns.

async function main([folder = '']: readonly string[]): Promise<void> {
  const connection = await openDuckDb();
  const type = recordType({ object: 'STRUCT', text: 'VARCHAR', quote: '"' });
  await connection.run(`CREATE TABLE events AS ${recordsBelow(folder, type)}`);
  const answer = await connection.runAndReadAll(
    `SELECT count(*), count(*) FILTER (WHERE record.eventSource ILIKE 'workmail%') FROM events`,
  );
  const [[records, events] = []] = answer.getRowsJS();
  const scanned: Scanned = {
    events: Number(events),
    records: Number(records),
    ms: performance.now(),
    peakBytes: highWaterMark(),
  };
  console.log(JSON.stringify(scanned));
}

main(process.argv.slice(2)).then(() => process.exit());
