#!/usr/bin/env bash
# One call more turns requestParameters in DuckDB from a struct into a map, and its exports into another notation.
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
say('Guess', 'requestParameters is a STRUCT with all names of the log, up to 200 of them.');
say('Behaviour', `It is a STRUCT for 18 calls that share one parameter and have another each. With the 19th the names appear
  in less than a tenth of the records on average, and it becomes a MAP. The same query then exports another notation:
  {'key': value, …} with a NULL for every name of every other call, or {key=value} with what the call had.`);

const database = await (await DuckDBInstance.create(':memory:')).connect();
const seen = {};
for (const calls of [18, 19]) {
  const log = Array.from({ length: calls }, (_, call) => ({
    eventName: `Action${call}`,
    requestParameters: { organizationId: 'm-1', [`parameter${call}`]: 'a, b' },
  }));
  writeFileSync('log.json', JSON.stringify(log));
  const parameters = "(SELECT requestParameters FROM 'log.json' LIMIT 1)";
  const type = await database.runAndReadAll(`SELECT typeof(requestParameters) AS type FROM ${parameters}`);
  await database.run(`COPY ${parameters} TO 'out.csv' (HEADER false)`);
  await database.run(`COPY ${parameters} TO 'out.json'`);
  seen[calls] = {
    type: type.getRowObjectsJson()[0].type.slice(0, 6),
    csv: readFileSync('out.csv', 'utf8').trim().slice(0, 65),
    nulls: readFileSync('out.json', 'utf8').split(':null').length - 1,
  };
}
say('Output seen', Object.entries(seen).map(([calls, { type, csv, nulls }]) =>
  `${calls} calls: ${type}…, ${nulls} nulls in JSON, CSV ${csv}`).join('\n'));
say('Why it matters', `Whoever reads such an export meets two notations for the same field, neither of them JSON, and in one of them parameters
  that nobody sent. Values with a comma are quoted in both, plain ones in none.`);

assert.deepEqual(seen, {
  18: { type: 'STRUCT', csv: `"{'organizationId': m-1, 'parameter0': 'a, b', 'parameter1': NULL`, nulls: 17 },
  19: { type: 'MAP(VA', csv: `"{organizationId=m-1, parameter0='a, b'}"`, nulls: 0 },
});
JS
node find.mjs
echo 'As described.'
