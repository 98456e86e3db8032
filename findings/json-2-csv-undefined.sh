#!/usr/bin/env bash
# json-2-csv writes the word undefined into the errorCode of calls that succeeded.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact json-2-csv@5.6.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { csv2json, json2csv } from 'json-2-csv';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('json-2-csv'));
say('Guess', 'The records come back as they were, but for texts that look like a number, true or null.');
say('Behaviour', `Without the option emptyFieldValue the cell holds the word undefined, or null where the parent is null. Read back, an absent object has become
  an object with members of null.`);

const log = [
  { eventName: 'CreateUser', requestParameters: { name: 'alice' } },
  { eventName: 'DeleteUser', requestParameters: null, errorCode: 'AccessDenied' },
  { eventName: 'ListUsers' },
];
const csv = json2csv(log, { keys: ['eventName', 'errorCode', 'requestParameters.name'] });
const back = csv2json(csv);
say('Output seen', `${csv}\n${JSON.stringify(back)}`);
say('Why it matters', `To every other reader a call with an errorCode has failed. A report over such a table says that all calls have failed,
  most of them with an error that AWS doesn't have.`);

assert.deepEqual(csv.split('\n'), [
  'eventName,errorCode,requestParameters.name',
  'CreateUser,undefined,alice',
  'DeleteUser,AccessDenied,null',
  'ListUsers,undefined,null',
]);
assert.deepEqual(back[2].requestParameters, { name: null });
assert.equal(json2csv(log, { keys: ['eventName', 'errorCode'], emptyFieldValue: '' }).split('\n')[1], 'CreateUser,');
JS
node find.mjs
echo 'As described.'
