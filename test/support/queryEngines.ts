/** Engines and grammars that texts for other engines are run and parsed by. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from './projectRoot';

/** A database in memory. */
export interface Database {
  /** The rows of the answer, a list of values each. */
  ask(sql: string): Promise<readonly (readonly unknown[])[]>;
}

interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}
interface Connection {
  runAndReadAll(sql: string): Promise<{ getRowsJS(): readonly (readonly unknown[])[] }>;
}

export async function openDuckDb(): Promise<Database> {
  const { DuckDBInstance }: DuckDb = loadFrom(folderOf('query-engines'), '@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return { ask: async (sql) => (await connection.runAndReadAll(sql)).getRowsJS() };
}

/** What ClickHouse answers as text; undefined where it is not installed, since it is half a gigabyte: `npm run bench` installs it. */
export function clickHouse(): ((sql: string) => string) | undefined {
  const folder = process.env.WORKMAIL_TRAIL_BENCH_PEERS ?? folderOf('bench-peers');
  if (!existsSync(path.join(folder, 'node_modules', '@chdb', 'lib-linux-x64-gnu'))) return undefined;
  const { query }: { query(sql: string, format: string): string } = loadFrom(folder, 'chdb');
  return (sql) => query(sql.replace(/;\s*$/, ''), 'TSVRaw');
}

/** What a grammar has to complain about; nothing where it takes the text. */
type Complaints = (sql: string) => readonly string[];

interface Grammar {
  validate(sql: string): readonly { readonly message: string }[];
}

/** Grammars of Hive, Spark and Trino, as an editor for SQL has them. */
export function grammar(of: 'HiveSQL' | 'SparkSQL' | 'TrinoSQL'): Complaints {
  const grammars: Readonly<Record<typeof of, new () => Grammar>> = loadFrom(folderOf('query-engines'), './grammars.js');
  const parser = new grammars[of]();
  return (sql) => parser.validate(sql).map(({ message }) => message);
}

/** Another grammar of Trino, made by others. */
export function otherGrammar(): Complaints {
  const { Parser }: { Parser: new () => { astify(sql: string, options: object): unknown } } = loadFrom(
    folderOf('query-engines'),
    'node-sql-parser',
  );
  const parser = new Parser();
  return (sql) => {
    try {
      parser.astify(sql, { database: 'trino' });
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  };
}

/** Where `scripts/editor-host/install.mjs` puts what a folder of `scripts` pins. */
function folderOf(place: string): string {
  const lock = readFileSync(path.join(projectRoot(), 'scripts', place, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  return path.join(projectRoot(), '.vscode-test', `${place}-${digest}`);
}

function loadFrom<T>(folder: string, name: string): T {
  return createRequire(path.join(folder, 'package.json'))(name);
}
