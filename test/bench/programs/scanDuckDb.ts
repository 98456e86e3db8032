import { openDuckDb, recordsBelow } from '../duckDb';
import { highWaterMark } from '../peak';
import type { Scanned } from '../scanned';

// `scanDuckDb FOLDER`: the same question in SQL. Of each record only what the answer needs is given a type, which is the quickest way
// to ask that we know; left to itself, DuckDB first reads files to find out their types.

const RECORD = `STRUCT("eventTime" VARCHAR, "eventSource" VARCHAR, "eventName" VARCHAR, "awsRegion" VARCHAR,
  "sourceIPAddress" VARCHAR, "userIdentity" JSON, "requestParameters" JSON, "responseElements" JSON,
  "errorCode" VARCHAR, "eventID" VARCHAR)`;

async function main([folder = '']: readonly string[]): Promise<void> {
  const connection = await openDuckDb();
  const answer = await connection.runAndReadAll(
    `SELECT record.* FROM (
       ${recordsBelow(folder, RECORD.replaceAll("'", "''"))}
     ) WHERE record."eventSource" ILIKE 'workmail%'`,
  );
  const scanned: Scanned = { events: answer.getRowsJS().length, ms: performance.now(), peakBytes: highWaterMark() };
  console.log(JSON.stringify(scanned));
}

main(process.argv.slice(2)).then(() => process.exit());
