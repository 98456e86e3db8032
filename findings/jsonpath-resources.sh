#!/usr/bin/env bash
# Two libraries for JSONPath after RFC 9535 don't find the event of a resource: one by its place in the list, the other at any depth.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact jsonpath-rfc9535@1.3.0 jsonpathly@3.0.0 jsonpath-js@0.3.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { JSONPathJS } from 'jsonpath-js';
import { query as rfc9535 } from 'jsonpath-rfc9535';
import { query as jsonpathly } from 'jsonpathly';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['jsonpath-rfc9535', 'jsonpathly', 'jsonpath-js'].map(about).join('\n'));
say('Guess', 'Since JSONPath is a standard, libraries that name it answer alike; those before it differ.');
say('Behaviour', `jsonpath-rfc9535 compares nothing that lies behind a place in a list: @.resources[0].ARN is there, and equal to no text. jsonpathly finds
  nothing with $..[?…] at any depth, though it does in the list itself. Both parse the query, and give an empty list. jsonpath-js finds all.`);

const arn = 'arn:aws:workmail:us-east-1:111122223333:organization/m-1';
const log = { Records: [{ eventName: 'CreateUser', resources: [{ ARN: arn }] }, { eventName: 'ListOrganizations' }] };
const libraries = {
  'jsonpath-rfc9535': (path) => rfc9535(log, path),
  jsonpathly: (path) => jsonpathly(log, path, { returnArray: true }),
  'jsonpath-js': (path) => new JSONPathJS(path).find(log),
};
const seen = {};
for (const path of [
  '$.Records[?@.resources[0].ARN]',
  `$.Records[?@.resources[0].ARN == '${arn}']`,
  `$.Records[?@.resources[?@.ARN == '${arn}']]`,
  `$.Records[0].resources[?@.ARN == '${arn}']`,
  `$..[?@.ARN == '${arn}']`,
])
  seen[path.replace(arn, '…')] = Object.fromEntries(Object.entries(libraries).map(([name, ask]) => [name, ask(path).length]));
say('Output seen', Object.entries(seen).map(([path, found]) => `${path}  ${Object.entries(found).map((entry) => entry.join(' ')).join(', ')}`).join('\n'));
say('Why it matters', `Filters for logs, and those of pipelines that pass events on, are written in JSONPath: "which calls touched this organization?" Here the answer is none,
  with a library that bears the number of the standard in its name, and a rule that is made so never fires.`);

const alike = (found) => ({ 'jsonpath-rfc9535': found, jsonpathly: found, 'jsonpath-js': found });
assert.deepEqual(seen, {
  '$.Records[?@.resources[0].ARN]': alike(1),
  "$.Records[?@.resources[0].ARN == '…']": { ...alike(1), 'jsonpath-rfc9535': 0 },
  "$.Records[?@.resources[?@.ARN == '…']]": alike(1),
  "$.Records[0].resources[?@.ARN == '…']": alike(1),
  "$..[?@.ARN == '…']": { ...alike(1), jsonpathly: 0 },
});
JS
node find.mjs
echo 'As described.'
