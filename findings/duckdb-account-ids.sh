#!/usr/bin/env bash
# In DuckDB an account id of a CSV is text or a number depending on the other rows, and a late leading zero is lost.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @duckdb/node-api@1.5.6-r.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('@duckdb/node-api'));
say('Guess', 'A column of account ids is always BIGINT, so a leading zero is always lost.');
say('Behaviour', `A leading zero among the first 20,480 rows makes the whole column VARCHAR, and everything is right.
  Without one it is BIGINT. If the first account with a zero comes later than that, it is cast to BIGINT without an error: a digit is gone.`);

const head = 'Event name,Recipient Account Id\n';
const ordinary = 'CreateUser,111122223333\n';
const zero = 'DeleteUser,012345678901\n';
writeFileSync('zero-early.csv', head + ordinary.repeat(100) + zero);
writeFileSync('no-zero.csv', head + ordinary.repeat(100));
writeFileSync('zero-late.csv', head + ordinary.repeat(30_000) + zero);

const database = await (await DuckDBInstance.create(':memory:')).connect();
const seen = {};
for (const name of ['zero-early', 'no-zero', 'zero-late']) {
  const rows = await database.runAndReadAll(`
    SELECT typeof("Recipient Account Id") AS type, "Recipient Account Id"::VARCHAR AS id
    FROM '${name}.csv' ORDER BY "Event name" DESC LIMIT 1`);
  const [{ type, id }] = rows.getRowObjectsJson();
  seen[name] = `${type} ${id}`;
}
say('Output seen', Object.entries(seen).map(([file, what]) => `${file}: ${what}`).join('\n'));
say('Why it matters', `The account id of an event history or of a Lake result is the same text in every log. After DuckDB two exports of one
  account may hold it in two types, and an export of a long log may hold 11 digits, which look like another account.`);

assert.deepEqual(seen, {
  'zero-early': 'VARCHAR 012345678901',
  'no-zero': 'BIGINT 111122223333',
  'zero-late': 'BIGINT 12345678901',
});
JS
node find.mjs
echo 'As described.'
