#!/usr/bin/env bash
# SheetJS makes a table of events in which the cells of every object are empty, and says nothing.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact xlsx@0.18.5
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import XLSX from 'xlsx';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('xlsx'));
say('Guess', '[object Object] in the cells of objects, which at least shows that something was there.');
say('Behaviour', `json_to_sheet takes an object for a finished cell and puts it into the sheet as it is. As it has none of the members of a cell, nothing is
  written: the column keeps its head, all its cells are empty, in CSV and in a workbook that is read again.`);

const sheet = XLSX.utils.json_to_sheet([{
  eventName: 'PutMailboxPermissions', userIdentity: { type: 'Root', accountId: '012345678901' },
  requestParameters: { granteeId: 'alice', permissionValues: ['FULL_ACCESS'] }, sourceIPAddress: '192.0.2.1',
}]);
const csv = XLSX.utils.sheet_to_csv(sheet).trim();
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, 'Events');
const again = XLSX.utils.sheet_to_json(XLSX.read(XLSX.write(book, { type: 'buffer' })).Sheets.Events);
say('Output seen', `${csv}\n${JSON.stringify(again)}`);
say('Why it matters', `Who did it and what was asked for are the two objects of every event. A table without them looks as if CloudTrail
  had recorded neither, which is what a refused call or a service event looks like.`);

assert.equal(csv, 'eventName,userIdentity,requestParameters,sourceIPAddress\nPutMailboxPermissions,,,192.0.2.1');
assert.deepEqual(again, [{ eventName: 'PutMailboxPermissions', sourceIPAddress: '192.0.2.1' }]);
JS
node find.mjs
echo 'As described.'
