#!/usr/bin/env bash
# In the SQL that prqlc makes of PRQL, a time loses its offset in Postgres and DuckDB, and Z is the zone of whoever asks.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact prqlc@0.13.14 @electric-sql/pglite@0.5.17 @duckdb/node-api@1.5.6-r.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { CompileOptions, compile } from 'prqlc';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', `${about('prqlc')}\n${about('@electric-sql/pglite')} (Postgres)\n${about('@duckdb/node-api')}`);
say('Guess', 'prqlc keeps the zone of a time as it translates, so that one query finds the same events in all engines that it writes for.');
say('Behaviour', `A time with Z or an offset becomes TIMESTAMP '…' for each engine. To Postgres and DuckDB that is a time without zone: they pass over the offset
  that is written in it, and take the rest for a time of their session's own zone, which is the machine's in many. Nobody says a word.`);

const EVENTS = "('GetUser', '2023-07-09T12:00:00Z'), ('ListUsers', '2023-07-09T20:00:00Z'), ('DeleteUser', '2023-07-10T00:30:00Z')";
const TABLE = `create table events("eventName" text, "eventTime" timestamptz); insert into events values ${EVENTS}`;
const written = (engine, time) => {
  const options = new CompileOptions();
  options.target = `sql.${engine}`;
  options.signature_comment = false;
  return compile(`from events\nfilter eventTime >= @${time}\nselect eventName`, options).replace(/\s+/g, ' ').trim();
};
const postgres = new PGlite();
await postgres.exec(TABLE);
const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
await duckdb.run(TABLE);
const seen = {};
for (const zone of ['UTC', 'America/New_York']) {
  await postgres.exec(`set timezone = '${zone}'`);
  await duckdb.run(`set timezone = '${zone}'`);
  // The same moment, written in two ways.
  for (const time of ['2023-07-09T16:05:06Z', '2023-07-10T01:05:06+09:00']) {
    const { rows } = await postgres.query(written('postgres', time));
    const read = await duckdb.runAndReadAll(written('duckdb', time));
    const names = (found) => found.map(({ eventName }) => eventName).join(' ') || 'nothing';
    seen[`session in ${zone}, since ${time}`] = { Postgres: names(rows), DuckDB: names(read.getRowObjectsJson()) };
  }
}
say('Output seen', [written('postgres', '2023-07-10T01:05:06+09:00'), written('duckdb', '2023-07-10T01:05:06+09:00'), ...Object.entries(seen).map(([title, found]) => `${title}: ${Object.entries(found).map((pair) => pair.join(' ')).join(', ')}`)].join('\n'));
say('Why it matters', `"Since the login at 01:05:06 in Tokyo" loses nine hours of events, and "since 16:05:06Z" as many as the machine that asks is off from UTC:
  ListUsers at 20:00Z is missing in New York. Set the session to UTC, write times with Z, and TIMESTAMPTZ where SQL is written by hand.`);

const all = { Postgres: 'ListUsers DeleteUser', DuckDB: 'ListUsers DeleteUser' };
const none = { Postgres: 'nothing', DuckDB: 'nothing' };
assert.deepEqual(seen, {
  'session in UTC, since 2023-07-09T16:05:06Z': all,
  'session in UTC, since 2023-07-10T01:05:06+09:00': none,
  'session in America/New_York, since 2023-07-09T16:05:06Z': { Postgres: 'DeleteUser', DuckDB: 'DeleteUser' },
  'session in America/New_York, since 2023-07-10T01:05:06+09:00': none,
});
JS
node find.mjs
echo 'As described.'
