#!/usr/bin/env bash
# chdb takes names for times as it reads JSON, day first or month first, row by row: two groups become one, and March stands beside January.
# Needs bash, Node.js 20 and npm, on Linux or macOS, and half a gigabyte. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact chdb@3.4.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { query } from 'chdb';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};
const rows = (sql) => query(`${sql} SETTINGS session_timezone = 'UTC'`, 'TSVRaw').trim().split('\n').map((row) => row.split('\t'));

say('Package', `${about('chdb')}, ClickHouse ${query('SELECT version()', 'TSVRaw').trim()}`);
say('Guess', `ISO dates and times become dates and times. 12/03/2026, which may be two days, stays text, and so do names such as 2026-03-12-09-00.`);
say('Behaviour', `All of them become times, and slashes are read day first unless there is no such month: then month first, for that row alone. In a
  column of type JSON each value is looked at for itself. What it was is gone: as text it is another text, values that were written in two ways
  fall into one, and are found by a third.`);

const names = ['13/03/2026', '03/13/2026', '12/03/2026', '12-Mar-26', '2026-03-12-09-00', 'finance'];
writeFileSync('log.jsonl', names.map((name) => JSON.stringify({ requestParameters: { name } })).join('\n'));
const from = "file('log.jsonl', JSONEachRow, 'requestParameters JSON')";
const groups = rows(`SELECT requestParameters.name::String AS name, count() FROM ${from} GROUP BY name ORDER BY name`);
const [[found]] = rows(`SELECT count() FROM ${from} WHERE requestParameters.name = '12.3.2026'`);

writeFileSync('history.csv', 'Event time,User name\n03/01/2026 09:00,jane\n03/13/2026 09:00,jane\n');
const times = rows("SELECT \"Event time\" FROM file('history.csv', CSVWithNames)");
say('Output seen', `groups: ${JSON.stringify(groups)}\ncalled 12.3.2026: ${found}\n03/01/2026 and 03/13/2026: ${times.join(' and ')}`);
say('Why it matters', `Parameters of CloudTrail are full of names that people give: groups, folders, roles, sessions. Of six there are four left here. And a
  table that went through a spreadsheet of somebody in America has its times in January and in March, all of them valid.
  With input_format_try_infer_dates = 0 and input_format_try_infer_datetimes = 0 every text stays what it was.`);

assert.deepEqual(groups, [
  ['2026-03-12 00:00:00', '2'],
  ['2026-03-12 09:00:00', '1'],
  ['2026-03-13 00:00:00', '2'],
  ['finance', '1'],
]);
assert.equal(found, '2');
assert.deepEqual(times, [['2026-01-03 09:00:00'], ['2026-03-13 09:00:00']]);
const whole = query(
  `SELECT requestParameters.name FROM ${from} SETTINGS input_format_try_infer_dates = 0, input_format_try_infer_datetimes = 0`, 'TSVRaw');
assert.deepEqual(whole.trim().split('\n'), names);
JS
node find.mjs
echo 'As described.'
