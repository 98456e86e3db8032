#!/usr/bin/env bash
# alasql answers "not AccessDenied" in three ways, by where the NOT stands, and knows no earliest and no latest eventTime.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact alasql@4.19.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import alasql from 'alasql';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('alasql'));
say('Guess', `It compares as JavaScript does: a missing errorCode is not equal to AccessDenied, and errorCode <> 'AccessDenied' keeps calls that succeeded.
  Texts and their null are groups of their own.`);
say('Behaviour', `<>, NOT IN and NOT LIKE leave out what has no errorCode, as in SQL; NOT before the comparison keeps it, as in JavaScript. In SQL both
  are one question. NOT errorCode IN (…) is nothing at all. GROUP BY puts the text "false" with false and "null" with null.
  MAX and MIN of texts are nothing, without an error.`);

const log = [
  { eventName: 'CreateUser', eventTime: '2026-03-12T09:00:30Z', readOnly: false },
  { eventName: 'DeleteUser', eventTime: '2026-03-12T09:01:00Z', errorCode: 'AccessDenied', readOnly: false },
  { eventName: 'ListUsers', eventTime: '2026-03-12T09:02:00Z', errorCode: 'ThrottlingException', readOnly: 'false' },
];
const names = (where) => alasql(`SELECT eventName FROM ? WHERE ${where}`, [log]).map(({ eventName }) => eventName);
const seen = {};
for (const where of [
  "errorCode <> 'AccessDenied'",
  "errorCode NOT IN ('AccessDenied')",
  "NOT errorCode = 'AccessDenied'",
  "NOT errorCode IN ('AccessDenied')",
]) seen[where] = names(where);
const groups = alasql('SELECT readOnly, COUNT(*) AS calls FROM ? GROUP BY readOnly', [log]);
const times = alasql('SELECT MIN(eventTime) AS earliest, MAX(eventTime) AS latest FROM ?', [log]);
const last = alasql('SELECT eventTime FROM ? ORDER BY eventTime DESC LIMIT 1', [log]);
say('Output seen', [
  ...Object.entries(seen).map(([where, found]) => `${where}: ${found.join(', ') || 'nothing'}`),
  `readOnly: ${JSON.stringify(groups)}`, `MIN and MAX of eventTime: ${JSON.stringify(times)}`].join('\n'));
say('Why it matters', `Calls that succeeded have no errorCode. Which of them a query of "all but refusals" gives depends on how it is spelled, and each
  answer looks right. When a log begins and ends is what a report says first; here it is empty. ORDER BY … LIMIT 1 is right.`);

assert.deepEqual(Object.values(seen), [
  ['ListUsers'],
  ['ListUsers'],
  ['CreateUser', 'ListUsers'],
  [],
]);
assert.deepEqual(groups, [{ readOnly: false, calls: 3 }]);
assert.deepEqual(JSON.parse(JSON.stringify(times)), [{}]);
assert.deepEqual(last, [{ eventTime: '2026-03-12T09:02:00Z' }]);
JS
node find.mjs
echo 'As described.'
