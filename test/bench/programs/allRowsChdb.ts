import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { highWaterMark } from '../peak';
import { recordType } from '../peerColumns';
import { peersFolder } from '../peers';
import type { Scanned } from '../scanned';

// `allRowsChdb FOLDER`: the same with ClickHouse inside this process, told all types, into its table engine for memory. A tuple is kept as
// columns, and to take it apart first would take it several times as long.

/** The part of chdb that is used. */
interface Chdb {
  readonly Session: new () => { query(sql: string, format?: string): string; close(): void };
}

/** ClickHouse refuses what other members a record has, and what it lacks, unless it is told not to. */
const AS_JSON = [
  'input_format_skip_unknown_fields = 1',
  'input_format_json_ignore_unknown_keys_in_named_tuple = 1',
  'input_format_json_defaults_for_missing_elements_in_named_tuple = 1',
  'input_format_json_read_bools_as_strings = 1',
  'input_format_json_read_objects_as_strings = 1',
];

function main([folder = '']: readonly string[]): void {
  const load = createRequire(path.join(peersFolder(), 'package.json'));
  const { Session }: Chdb = load('chdb');
  const session = new Session();
  const pattern = path.join(folder, '**', '*.json.gz').replaceAll("'", "\\'");
  const type = recordType({ object: 'Tuple', text: 'Nullable(String)', quote: '`' });
  session.query(
    `CREATE TABLE events ENGINE = Memory AS
     SELECT arrayJoin(Records) AS record FROM file('${pattern}', 'JSONEachRow', 'Records Array(${type})')
     SETTINGS max_threads = ${availableParallelism()}, ${AS_JSON.join(', ')}`,
  );
  const answer = session.query(`SELECT count(*), countIf(record.eventSource ILIKE 'workmail%') FROM events`, 'CSV');
  const [records = '', events = ''] = answer.trim().split(',');
  const scanned: Scanned = {
    events: Number(events),
    records: Number(records),
    ms: performance.now(),
    peakBytes: highWaterMark(),
  };
  session.close();
  console.log(JSON.stringify(scanned));
}

main(process.argv.slice(2));
process.exit();
