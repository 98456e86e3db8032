#!/usr/bin/env bash
# In jqjs a default for a missing errorCode is given out beside the null it should replace, so that calls count twice.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @michaelhomer/jqjs@1.6.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import jq from '@michaelhomer/jqjs';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('@michaelhomer/jqjs'));
say('Guess', 'The same answers as jq gives.');
say('Behaviour', `"a // b" is b in jq where a is null or false. Here it is null and then b where a is null, and false alone where a is false. keys gives one
  answer for each key in place of one list.`);

const log = { Records: [{ eventName: 'CreateUser', readOnly: false }, { eventName: 'DeleteUser', errorCode: 'AccessDenied' }] };
const filters = {
  '[.Records[] | .errorCode // "none"]': ['none', 'AccessDenied'],
  '[.Records[] | .errorCode // "none"] | length': 2,
  '.Records[0].readOnly // "unknown"': 'unknown',
  '.Records[0] | keys': ['eventName', 'readOnly'],
};
const seen = {};
for (const filter of Object.keys(filters)) seen[filter] = Array.from(jq.compile(filter)(log));
say('Output seen', Object.entries(seen).map(([filter, answers]) =>
  `${filter}: ${answers.map((answer) => JSON.stringify(answer)).join(' ')} (jq: ${JSON.stringify(filters[filter])})`).join('\n'));
say('Why it matters', `This is how calls are counted by their outcome. Two calls give three outcomes, one of them "null".`);

assert.deepEqual(Object.values(seen), [[[null, 'none', 'AccessDenied']], [3], [false], ['eventName', 'readOnly']]);
JS
node find.mjs
echo 'As described.'
