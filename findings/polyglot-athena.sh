#!/usr/bin/env bash
# polyglot-sql turns queries of Athena into ones of DuckDB that give weeks for weekdays, and a day between calls that are two hours apart.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @polyglot-sql/sdk@0.12.1 @duckdb/node-api@1.5.6-r.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { transpile } from '@polyglot-sql/sdk';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['@polyglot-sql/sdk', '@duckdb/node-api'].map(about).join('\n'));
say('Guess', `What is translated asks the same in the other dialect; what can't be is refused, as to_iso8601 is, or keeps a name that DuckDB does not know.`);
say('Behaviour', `Formats of date_format are translated sign by sign (%i becomes %M), but %W is left, the weekday to Athena and the number of a week to
  DuckDB. date_diff keeps its name: Athena counts whole days that have passed, DuckDB how often midnight came between.
  json_extract_scalar becomes ->>, which gives an object as text where Athena gives null.`);

const events = [
  ['2026-03-12T23:00:00Z', '{"policy":"open"}'],
  ['2026-03-16T09:30:00Z', '{"policy":{"Version":"2012-10-17"}}'],
];
const database = await (await DuckDBInstance.create(':memory:')).connect();
await database.run("SET TimeZone = 'UTC'");
await database.run(`CREATE TABLE logs AS SELECT * FROM (VALUES ${events.map((event) => `('${event.join("','")}')`).join()}) AS t (eventtime, requestparameters)`);
const queries = {
  minute: "SELECT date_format(from_iso8601_timestamp(eventtime), '%H:%i') FROM logs",
  weekday: "SELECT date_format(from_iso8601_timestamp(eventtime), '%W') FROM logs",
  'days until two hours later': "SELECT date_diff('day', from_iso8601_timestamp(eventtime), from_iso8601_timestamp(eventtime) + interval '2' hour) FROM logs",
  policy: "SELECT json_extract_scalar(requestparameters, '$.policy') FROM logs",
};
const seen = {};
for (const [title, query] of Object.entries(queries)) {
  const { sql } = transpile(query, 'athena', 'duckdb');
  seen[title] = { sql: sql[0], values: (await database.runAndReadAll(sql[0])).getRowsJson().flat() };
}
say('Output seen', Object.entries(seen).map(([title, { sql, values }]) => `${title}: ${JSON.stringify(values)}\n  ${sql}`).join('\n'));
say('Why it matters', `Queries for CloudTrail logs are written for Athena, and tried out or taken further in DuckDB. These run in both and tell of other events: what
  is asked by weekday finds nothing, what is asked within a day loses what happened around midnight.`);

const values = Object.fromEntries(Object.entries(seen).map(([title, { values }]) => [title, values.map(String)]));
assert.deepEqual(values, {
  minute: ['23:00', '09:30'],
  weekday: ['10', '11'],
  'days until two hours later': ['1', '0'],
  policy: ['open', '{"Version":"2012-10-17"}'],
});
assert.equal(transpile("SELECT to_iso8601(from_iso8601_timestamp('2026-03-12T09:00:30Z'))", 'athena', 'duckdb').success, false);
JS
node find.mjs
echo 'As described.'
