import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { highWaterMark } from '../peak';
import { peersFolder } from '../peers';
import type { Scanned } from '../scanned';

// `scanDuckDb FOLDER`: the same question in SQL. Of each record only what the answer needs is given a type, which is the quickest way
// to ask that we know; left to itself, DuckDB first reads files to find out their types.

/** The part of @duckdb/node-api that is used. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<{ connect(): Promise<Connection> }>;
  };
}
interface Connection {
  runAndReadAll(sql: string): Promise<{ getRowsJS(): readonly unknown[] }>;
}

const RECORD = `STRUCT("eventTime" VARCHAR, "eventSource" VARCHAR, "eventName" VARCHAR, "awsRegion" VARCHAR,
  "sourceIPAddress" VARCHAR, "userIdentity" JSON, "requestParameters" JSON, "responseElements" JSON,
  "errorCode" VARCHAR, "eventID" VARCHAR)`;

async function main([folder = '']: readonly string[]): Promise<void> {
  const load = createRequire(path.join(peersFolder(), 'package.json'));
  const { DuckDBInstance }: DuckDb = load('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: `${availableParallelism()}` });
  const connection = await instance.connect();
  const pattern = path.join(folder, '**', '*.json.gz').replaceAll("'", "''");
  const answer = await connection.runAndReadAll(
    `SELECT record.* FROM (
       SELECT unnest("Records") AS record
       FROM read_json('${pattern}', columns = {"Records": '${RECORD.replaceAll("'", "''")}[]'}, maximum_object_size = 268435456)
     ) WHERE record."eventSource" ILIKE 'workmail%'`,
  );
  const scanned: Scanned = { events: answer.getRowsJS().length, ms: performance.now(), peakBytes: highWaterMark() };
  console.log(JSON.stringify(scanned));
}

main(process.argv.slice(2)).then(() => process.exit());
