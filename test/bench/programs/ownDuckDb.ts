import path from 'node:path';
import { openDuckDb } from '../duckDb';

/** What DuckDB took, in milliseconds: wall clock, and of all processors. */
export interface OwnInSql {
  readonly readers: number;
  readonly ms: number;
  readonly processorMs: number;
}

const FIELDS =
  'user_id impersonator_id protocol source_ip user_agent action owner_id object_type item_id folder_path folder_id attachment_path';

// `ownDuckDb FOLDER`: who read what in whose mailbox, from the files: different messages, folders and attachments, by reader.
async function main([folder = '']: readonly string[]): Promise<void> {
  const connection = await openDuckDb();
  const files = path.join(folder, '**', '*.json.gz').replaceAll("'", "''");
  const texts = FIELDS.split(' ').map((name) => `"${name}": 'VARCHAR'`);
  const columns = ['"event_timestamp": \'BIGINT\'', '"action_allowed": \'BOOLEAN\'', ...texts].join(', ');
  const before = process.cpuUsage();
  const began = performance.now();
  const answer = await connection.runAndReadAll(
    `SELECT user_id, owner_id, impersonator_id,
       count(DISTINCT item_id) FILTER (action_allowed AND action = 'read' AND object_type = 'Message') AS items,
       count(DISTINCT folder_id) FILTER (action_allowed AND action IN ('read', 'read_summary') AND object_type = 'Folder') AS folders,
       count(DISTINCT (item_id, attachment_path)) FILTER (action_allowed AND action = 'read_attachment') AS attachments,
       count(*) FILTER (NOT action_allowed) AS refused, min(event_timestamp), max(event_timestamp),
       list(DISTINCT protocol), list(DISTINCT source_ip), list(DISTINCT user_agent)
     FROM read_json('${files}', format = 'newline_delimited', columns = {${columns}})
     WHERE action IN ('read', 'read_summary', 'read_attachment') OR NOT action_allowed
     GROUP BY ALL`,
  );
  const readers = answer.getRowsJS().length;
  const { user, system } = process.cpuUsage(before);
  const told: OwnInSql = { readers, ms: performance.now() - began, processorMs: (user + system) / 1000 };
  console.log(JSON.stringify(told));
}

main(process.argv.slice(2)).then(() => process.exit());
