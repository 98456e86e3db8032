import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { NameKind } from '../follow/material';
import { recordType } from '../peerColumns';
import { peersFolder } from '../peers';

/** What DuckDB took. */
export interface FollowedInTable {
  /** Until the table was there. */
  readonly loadMs: number;
  /** Of each question. */
  readonly ms: readonly number[];
  readonly found: readonly number[];
}

/** The part of @duckdb/node-api that is used. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<{ connect(): Promise<Connection> }>;
  };
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowsJS(): readonly (readonly unknown[])[] }>;
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
  const load = createRequire(path.join(peersFolder(), 'package.json'));
  const { DuckDBInstance }: DuckDb = load('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: `${availableParallelism()}` });
  const connection = await instance.connect();
  const pattern = path.join(folder, '**', '*.json.gz').replaceAll("'", "''");
  const told = recordType({ object: 'STRUCT', text: 'VARCHAR', quote: '"' }).slice(0, -1);
  const type = `${told}, "requestParameters" JSON, "responseElements" JSON)`;
  await connection.run(
    `CREATE TABLE events AS SELECT record.eventTime AS time, record.eventSource AS source, record.eventName AS name,
       record.userIdentity.accessKeyId AS accessKey, record.sourceIPAddress AS address, record.userIdentity.arn AS arn,
       record.requestParameters::VARCHAR AS request, record.responseElements::VARCHAR AS answer
     FROM (SELECT unnest("Records") AS record
       FROM read_json('${pattern}', columns = {"Records": '${type}[]'}, maximum_object_size = 268435456))`,
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
