#!/usr/bin/env bash
# DuckDB will not read a log in which one resource has ARN and another arn, and the way out that it names loses one of them.
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
say('Guess', 'A struct with two fields, ARN and arn_1, as DuckDB does with columns that differ only in case.');
say('Behaviour', `A column is renamed, but inside a struct the two names are refused: no record of the file can be read.
  The message advises ignore_errors=true. Then all records are read, and the ARN that came second is null, without a word.`);

const log = [
  { eventName: 'PutObject', resources: [{ ARN: 'arn:aws:s3:::new-style', type: 'AWS::S3::Object' }] },
  { eventName: 'PutObject', resources: [{ arn: 'arn:aws:s3:::old-style', accountId: '012345678901' }] },
];
writeFileSync('log.json', JSON.stringify(log));

const database = await (await DuckDBInstance.create(':memory:')).connect();
const query = async (sql) => (await database.runAndReadAll(sql)).getRowObjectsJson();

const refusal = await query("SELECT * FROM read_json('log.json')").catch((error) => error.message.split('\n')[0]);
const arns = await query(`
  SELECT resources[1].ARN AS arn, resources[1].accountId AS account FROM read_json('log.json', ignore_errors = true)`);
say('Output seen', `${refusal}\n${JSON.stringify(arns)}`);
say('Why it matters', `Resources of CloudTrail have ARN today and arn in old records. A log that spans both can't be queried,
  and one that was exported with the advised option has resources without a name that the original log has.`);

assert.match(refusal, /Duplicate name "arn" in struct.*ignore_errors=true/);
assert.deepEqual(arns, [
  { arn: 'arn:aws:s3:::new-style', account: null },
  { arn: null, account: '012345678901' },
]);
JS
node find.mjs
echo 'As described.'
