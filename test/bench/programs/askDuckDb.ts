import { inquiryIds } from '../../../server/src/core';
import { PREPARING, statementsOf } from '../ask/inSql';
import { openDuckDb, recordsBelow } from '../duckDb';
import { recordType } from '../peerColumns';

/** What DuckDB took to answer, in milliseconds. */
export interface AskedInSql {
  /** Until the table was there. */
  readonly loadMs: number;
  readonly preparingMs: number;
  readonly each: Readonly<Record<string, number>>;
  readonly allMs: number;
}

// `askDuckDb FOLDER`: a table in memory of the records of all services, and the questions as SQL, their answers read.
async function main([folder = '']: readonly string[]): Promise<void> {
  const connection = await openDuckDb();
  const told = recordType({ object: 'STRUCT', text: 'VARCHAR', quote: '"' }).slice(0, -1);
  const type = `${told}, "requestParameters" JSON, "responseElements" JSON)`;
  await connection.run(
    `CREATE TABLE events AS SELECT record.eventTime AS time, record.eventSource AS source, record.eventName AS name,
       record.errorCode AS error, record.awsRegion AS region, record.recipientAccountId AS account, record.eventCategory AS category,
       record.eventID AS id, record.userIdentity.type AS kind, record.userIdentity.arn AS arn,
       record.userIdentity.accessKeyId AS key, record.sourceIPAddress AS address, record.userAgent AS agent,
       record.requestParameters AS request, record.responseElements AS answer
     FROM (${recordsBelow(folder, type)})`,
  );
  const loadMs = performance.now();
  for (const sql of PREPARING) await connection.run(sql);
  const preparingMs = performance.now() - loadMs;
  const each: Record<string, number> = {};
  for (const id of inquiryIds) {
    const begin = performance.now();
    for (const sql of statementsOf(id)) (await connection.runAndReadAll(sql)).getRowsJS();
    each[id] = performance.now() - begin;
  }
  const asked: AskedInSql = { loadMs, preparingMs, each, allMs: performance.now() - loadMs };
  console.log(JSON.stringify(asked));
}

main(process.argv.slice(2)).then(() => process.exit());
