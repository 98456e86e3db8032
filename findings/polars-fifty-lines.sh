#!/usr/bin/env bash
# nodejs-polars reads 60 lines of JSON as calls that all succeeded where the first refusal stands in line 51; from a file, its lazy reader sees it.
# The package is for Node.js 20 and later, what it needs for Linux says 22, so npm leaves that out unless it is named. Needs bash, Node.js 20 and npm, on Linux for x64. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  nodejs-polars@0.26.1 nodejs-polars-linux-x64-gnu@0.26.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import pl from 'nodejs-polars';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('nodejs-polars'));
say('Guess', `A table of JSON Lines has a column for every member that a line has, or reading ends with an error at the first line that brings another
  one: in the same package JSON as one array does end so ("extra field in struct data").`);
say('Behaviour', `readJSON takes the columns of the first 50 lines, and drops without a word what later lines have besides. The limit of 50 is not
  in its documentation. scanJson takes 100 lines, which is, and is as silent; readRecords and DataFrame take 100 objects. Only inferSchemaLength,
  set as high as there are lines (or null for readJSON and scanJson), gives all of them.`);

const log = (refused) => Array.from({ length: 120 }, (_, n) => ({ eventName: 'GetUser', ...(n === refused ? { errorCode: 'AccessDenied' } : {}) }));
const lines = (events) => events.map((event) => `${JSON.stringify(event)}\n`).join('');
const refusals = (table) => (table.columns.includes('errorCode') ? table.height - table.getColumn('errorCode').nullCount() : 'no column');

const seen = {};
for (const line of [50, 51, 101]) {
  const events = log(line - 1);
  const text = Buffer.from(lines(events));
  writeFileSync('log.jsonl', text);
  seen[`refused in line ${line}`] = {
    readJSON: refusals(pl.readJSON(text, { format: 'lines' })),
    'readJSON, all lines': refusals(pl.readJSON(text, { format: 'lines', inferSchemaLength: null })),
    scanJson: refusals(pl.scanJson('log.jsonl').collectSync()),
    readRecords: refusals(pl.readRecords(events)),
  };
}
say('Output seen', `Refusals in 120 events of which one was refused:\n${Object.entries(seen).map(([line, found]) => `${line}: ${JSON.stringify(found)}`).join('\n')}`);
say('Why it matters', `Members of CloudTrail records stand only where there is something to tell: errorCode in refused calls, additionalEventData and
  vpcEndpointId in some. A table of a morning that began quietly says that nothing was refused all day. Tables that name their columns (CSV,
  Parquet) have no such limit; for JSON Lines, set inferSchemaLength to null.`);

assert.deepEqual(seen, {
  'refused in line 50': { readJSON: 1, 'readJSON, all lines': 1, scanJson: 1, readRecords: 1 },
  'refused in line 51': { readJSON: 'no column', 'readJSON, all lines': 1, scanJson: 1, readRecords: 1 },
  'refused in line 101': { readJSON: 'no column', 'readJSON, all lines': 1, scanJson: 'no column', readRecords: 'no column' },
});
JS
node find.mjs
echo 'As described.'
