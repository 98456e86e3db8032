import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { peersFolder } from './peers';

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

/** A database in memory, with as many threads as there are processors. */
export async function openDuckDb(): Promise<Connection> {
  const load = createRequire(path.join(peersFolder(), 'package.json'));
  const { DuckDBInstance }: DuckDb = load('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: `${availableParallelism()}` });
  return instance.connect();
}

/**
 * The records of all logs below a folder, as SQL.
 *
 * @param type of a record, which spares the database a look at all files
 */
export function recordsBelow(folder: string, type: string): string {
  const pattern = path.join(folder, '**', '*.json.gz').replaceAll("'", "''");
  return `SELECT unnest("Records") AS record
    FROM read_json('${pattern}', columns = {"Records": '${type}[]'}, maximum_object_size = 268435456)`;
}
