#!/usr/bin/env bash
# A table made by Apache Arrow gives a call that succeeded an empty errorCode, and a masked object members of empty text.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact apache-arrow@21.2.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tableFromJSON } from 'apache-arrow';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('apache-arrow'));
say('Guess', 'What a record does not have is null in the table; a struct has the names of all records.');
say('Behaviour', `Text that a record does not have becomes "", while a null of the record stays null. A struct has the names of the first record only:
  what others have is dropped, what they lack is "". A text where the others have an object becomes an object with "" in each member.`);

const log = [
  { eventName: 'CreateUser', requestParameters: { organizationId: 'm-1', name: 'alice' } },
  { eventName: 'DeleteUser', requestParameters: null, errorCode: 'AccessDenied' },
  { eventName: 'UpdateUser', requestParameters: { organizationId: 'm-1', role: 'RESOURCE' } },
  { eventName: 'ResetPassword', requestParameters: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
];
const rows = JSON.parse(JSON.stringify(tableFromJSON(log).toArray()));
say('Output seen', rows.map((row) => JSON.stringify(row)).join('\n'));
say('Why it matters', `A call has succeeded if it has no errorCode. In such a table every call has one, so that a filter for "is null" finds no success;
  the mask that says "hidden" has become parameters that look as if they had been sent empty; and the changed role is gone.`);

assert.deepEqual(rows, [
  { eventName: 'CreateUser', requestParameters: { organizationId: 'm-1', name: 'alice' }, errorCode: '' },
  { eventName: 'DeleteUser', requestParameters: null, errorCode: 'AccessDenied' },
  { eventName: 'UpdateUser', requestParameters: { organizationId: 'm-1', name: '' }, errorCode: '' },
  { eventName: 'ResetPassword', requestParameters: { organizationId: '', name: '' }, errorCode: '' },
]);
JS
node find.mjs
echo 'As described.'
