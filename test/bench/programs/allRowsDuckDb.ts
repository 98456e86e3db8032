import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { highWaterMark } from '../peak';
import { recordType } from '../peerColumns';
import { peersFolder } from '../peers';
import type { Scanned } from '../scanned';

// `allRowsDuckDb FOLDER`: the records of all services as a table in memory, which is the quickest way to keep them that we know: a struct is kept as
// columns.

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

async function main([folder = '']: readonly string[]): Promise<void> {
  const load = createRequire(path.join(peersFolder(), 'package.json'));
  const { DuckDBInstance }: DuckDb = load('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: `${availableParallelism()}` });
  const connection = await instance.connect();
  const pattern = path.join(folder, '**', '*.json.gz').replaceAll("'", "''");
  const type = recordType({ object: 'STRUCT', text: 'VARCHAR', quote: '"' });
  await connection.run(
    `CREATE TABLE events AS SELECT unnest("Records") AS record
     FROM read_json('${pattern}', columns = {"Records": '${type}[]'}, maximum_object_size = 268435456)`,
  );
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
