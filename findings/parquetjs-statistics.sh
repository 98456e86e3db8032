#!/usr/bin/env bash
# In a table that @dsnp/parquetjs wrote, three readers find no user of the name 𠮷田, who stands in it: the bounds of the column leave him out.
# The newest @dsnp/parquetjs, 1.9.3, came without its built files. Needs bash, Node.js 20 and npm, on Linux or macOS, and half a gigabyte. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @dsnp/parquetjs@1.8.9 hyparquet-writer@0.17.0 hyparquet@1.33.0 @duckdb/node-api@1.5.6-r.1 chdb@3.4.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import parquetjs from '@dsnp/parquetjs';
import { DuckDBInstance } from '@duckdb/node-api';
import { query } from 'chdb';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['@dsnp/parquetjs', 'hyparquet-writer', 'hyparquet', '@duckdb/node-api', 'chdb'].map(about).join('\n'));
say('Guess', 'Where a row is read, a query for its value finds it, whoever wrote the table.');
say('Behaviour', `Parquet keeps the least and the greatest text of each part of a column, by their bytes in UTF-8, so that readers can pass over parts. @dsnp/parquetjs
  compares UTF-16 units instead, in which a rare sign such as 𠮷 stands before half-width and full-width letters, not behind them. What is
  asked for lies outside of the bounds that it writes, and the part is passed over. hyparquet-writer writes bounds that are right.`);

const names = ['田中', 'ﾀﾅｶ', '𠮷田'];
const schema = new parquetjs.ParquetSchema({ displayName: { type: 'UTF8' } });
const writer = await parquetjs.ParquetWriter.openFile(schema, 'parquetjs.parquet');
for (const displayName of names) await writer.appendRow({ displayName });
await writer.close();
writeFileSync('hyparquet.parquet', Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'displayName', data: names, type: 'STRING' }] })));

const database = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async (sql) => (await database.runAndReadAll(sql)).getRowsJS().flat();
const seen = {};
for (const table of ['parquetjs.parquet', 'hyparquet.parquet']) {
  const file = await asyncBufferFromFile(table);
  const found = {
    DuckDB: await rows(`SELECT displayName FROM '${table}' WHERE displayName = '${names[2]}'`),
    chdb: query(`SELECT displayName FROM file('${table}', Parquet) WHERE displayName = '${names[2]}'`, 'TSV').split('\n').filter(Boolean),
    hyparquet: (await parquetReadObjects({ file, filter: { displayName: { $eq: names[2] } } })).map(({ displayName }) => displayName),
  };
  seen[table] = { found, all: await rows(`SELECT displayName FROM '${table}'`) };
}
say('Output seen', Object.entries(seen).map(([table, { found, all }]) => `${table}: ${JSON.stringify(found)}, of ${all.join(' ')}`).join('\n'));
say('Why it matters', `Names of users, groups and resources are in any script; these are two ways to write a name in Japan, and a surname. "No event names this user" is
  then said of a table in which everybody can see the user, by three programs that agree. A condition that is no bound finds the row:
  DuckDB's contains(displayName, '𠮷田').`);

const found = { DuckDB: [names[2]], chdb: [names[2]], hyparquet: [names[2]] };
assert.deepEqual(seen, {
  'parquetjs.parquet': { found: { DuckDB: [], chdb: [], hyparquet: [] }, all: names },
  'hyparquet.parquet': { found, all: names },
});
assert.deepEqual(await rows(`SELECT displayName FROM 'parquetjs.parquet' WHERE contains(displayName, '${names[2]}')`), [names[2]]);
JS
node find.mjs
echo 'As described.'
