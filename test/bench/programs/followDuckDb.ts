import { openDuckDb, recordsBelow } from '../duckDb';
import type { NameKind } from '../follow/material';
import { recordType } from '../peerColumns';

/** What DuckDB took. */
export interface FollowedInTable {
  /** Until the table was there. */
  readonly loadMs: number;
  /** Of each question. */
  readonly ms: readonly number[];
  readonly found: readonly number[];
}

/** A thing may stand anywhere in the request or in the answer. */
const CONDITIONS: Readonly<Record<NameKind, (text: string) => string>> = {
  key: (text) => `accessKey = ${text}`,
  address: (text) => `address = ${text}`,
  identity: (text) => `arn = ${text}`,
  thing: (text) => `contains(request, ${text}) OR contains(answer, ${text})`,
};

// `followDuckDb FOLDER NAMES`: a table of the records of all services in memory, with what they asked for and were answered, a column
// for each thing that is asked; then for each name (JSON: kind and text) how many events name it, and the first thousand by time.
async function main([folder = '', names = '[]']: readonly string[]): Promise<void> {
  const connection = await openDuckDb();
  const told = recordType({ object: 'STRUCT', text: 'VARCHAR', quote: '"' }).slice(0, -1);
  const type = `${told}, "requestParameters" JSON, "responseElements" JSON)`;
  await connection.run(
    `CREATE TABLE events AS SELECT record.eventTime AS time, record.eventSource AS source, record.eventName AS name,
       record.userIdentity.accessKeyId AS accessKey, record.sourceIPAddress AS address, record.userIdentity.arn AS arn,
       record.requestParameters::VARCHAR AS request, record.responseElements::VARCHAR AS answer
     FROM (${recordsBelow(folder, type)})`,
  );
  const loadMs = performance.now();
  const asked: readonly (readonly [NameKind, string])[] = JSON.parse(names);
  const ms: number[] = [];
  const found: number[] = [];
  for (const [kind, text] of asked) {
    const begin = performance.now();
    const answer = await connection.runAndReadAll(
      `SELECT time, source, name, count(*) OVER () FROM events
       WHERE ${CONDITIONS[kind](`'${text.replaceAll("'", "''")}'`)} ORDER BY time LIMIT 1000`,
    );
    const [first] = answer.getRowsJS();
    ms.push(performance.now() - begin);
    found.push(Number(first?.[3] ?? 0));
  }
  const followed: FollowedInTable = { loadMs, ms, found };
  console.log(JSON.stringify(followed));
}

main(process.argv.slice(2)).then(() => process.exit());
