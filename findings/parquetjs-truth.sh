#!/usr/bin/env bash
# From a table of 17 events that hyparquet-writer writes, @dsnp/parquetjs reads that no call was read-only; of 16 it reads the truth.
# The newest @dsnp/parquetjs, 1.9.3, came without its built files. Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  hyparquet-writer@0.17.0 @dsnp/parquetjs@1.8.9 hyparquet@1.33.0 @duckdb/node-api@1.5.6-r.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import parquetjs from '@dsnp/parquetjs';
import { DuckDBInstance } from '@duckdb/node-api';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['hyparquet-writer', '@dsnp/parquetjs', 'hyparquet', '@duckdb/node-api'].map(about).join('\n'));
say('Guess', 'Three readers give the same values, however each of them writes down times and JSON.');
say('Behaviour', `Of more than 16 rows the writer packs truth values by run lengths, as the format allows. hyparquet and DuckDB read them; @dsnp/parquetjs
  gives false for each, without an error. Written with the encoding PLAIN they are right in all three.`);

const database = await (await DuckDBInstance.create(':memory:')).connect();
const readers = {
  hyparquet: async (name) => (await parquetReadObjects({ file: await asyncBufferFromFile(name) })).map(({ readOnly }) => readOnly),
  DuckDB: async (name) => (await database.runAndReadAll(`SELECT readOnly FROM '${name}'`)).getRowsJS().flat(),
  '@dsnp/parquetjs': async (name) => {
    const cursor = (await parquetjs.ParquetReader.openFile(name)).getCursor();
    const values = [];
    for (let row = await cursor.next(); row; row = await cursor.next()) values.push(row.readOnly);
    return values;
  },
};
const tables = { '16 rows': { rows: 16 }, '17 rows': { rows: 17 }, '17 rows, PLAIN': { rows: 17, encoding: 'PLAIN' } };
const seen = {};
for (const [table, { rows, encoding }] of Object.entries(tables)) {
  const readOnly = Array.from({ length: rows }, (_, row) => row % 2 === 0);
  const columnData = [
    { name: 'eventName', data: readOnly.map((only) => (only ? 'ListUsers' : 'DeleteUser')) },
    { name: 'readOnly', data: readOnly, type: 'BOOLEAN', encoding },
  ];
  writeFileSync('events.parquet', Buffer.from(parquetWriteBuffer({ columnData })));
  for (const [reader, read] of Object.entries(readers))
    seen[`${table}, ${reader}`] = (await read('events.parquet')).filter((only) => only).length;
}
say('Output seen', Object.entries(seen).map(([what, only]) => `${what}: ${only} read-only`).join('\n'));
say('Why it matters', `readOnly tells calls that changed something from calls that looked. In such a table every call has changed something, and one that was
  tried out with a few rows was right. Tables that WorkMail Trail exports hold truth values as PLAIN for that reason.`);

assert.deepEqual(seen, {
  '16 rows, hyparquet': 8, '16 rows, DuckDB': 8, '16 rows, @dsnp/parquetjs': 8,
  '17 rows, hyparquet': 9, '17 rows, DuckDB': 9, '17 rows, @dsnp/parquetjs': 0,
  '17 rows, PLAIN, hyparquet': 9, '17 rows, PLAIN, DuckDB': 9, '17 rows, PLAIN, @dsnp/parquetjs': 9,
});
JS
node find.mjs
echo 'As described.'
