#!/usr/bin/env bash
# convert-array-to-csv writes the names of the first record and then the values of each record in its own order.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact convert-array-to-csv@2.0.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { convertArrayToCSV } from 'convert-array-to-csv';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('convert-array-to-csv'));
say('Guess', 'An absent field is an empty cell, as with every other writer of CSV that was tried.');
say('Behaviour', `No name is looked at behind the first record. A record that lacks a field or has one more moves all its other values into
  their neighbours' columns.`);

const log = [
  { eventName: 'CreateUser', requestID: 'r-1', readOnly: false, recipientAccountId: '012345678901' },
  { eventName: 'DeleteUser', errorCode: 'AccessDenied', requestID: 'r-2', readOnly: false, recipientAccountId: '012345678901' },
  { eventName: 'ListUsers', readOnly: true, recipientAccountId: '012345678901' },
];
const csv = convertArrayToCSV(log).trim();
say('Output seen', csv);
say('Why it matters', `Records of CloudTrail differ in their fields: errorCode stands in failed calls only, and in the middle. In such a table a refused call
  has succeeded, and its request id says AccessDenied. A table whose rows differ in length from its head should be mistrusted.`);

assert.deepEqual(csv.split('\n'), [
  'eventName,requestID,readOnly,recipientAccountId',
  'CreateUser,r-1,false,012345678901',
  'DeleteUser,AccessDenied,r-2,false,012345678901',
  'ListUsers,true,012345678901',
]);
JS
node find.mjs
echo 'As described.'
