#!/usr/bin/env bash
# udsv takes the word that the first rows hold for true, and reads every other word of the column as false: TRUE and True as well.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact udsv@0.7.3
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inferSchema, initParser } from 'udsv';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('udsv'));
say('Guess', `With types, TRUE in a column of true and false is true or null. A text behind digits stays a text or becomes null.`);
say('Behaviour', `The type of a column is made from the first rows. true is then the one word that was seen, as it was written, and all other words are
  false, whatever they say. A text in a column of digits is NaN. Nothing is said.`);

const read = (first, later) => {
  const values = [...Array(20).fill(first).flat(), ...later];
  const table = `eventName,value\n${values.map((value) => `GetUser,${value}\n`).join('')}`;
  return initParser(inferSchema(table)).typedObjs(table).slice(-later.length).map(({ value }) => value);
};
const seen = {
  'true/false, then TRUE and True': read(['true', 'false'], ['TRUE', 'True']),
  'digits, then anonymous': read(['123456789012'], ['anonymous']),
};
say('Output seen', Object.entries(seen).map(([what, values]) => `${what}: ${values.join(' ')}`).join('\n'));
say('Why it matters', `Tables of events are put together from several sources: JSON writes true, Excel TRUE, Python True. Behind 20 rows of the one, readOnly of the
  others is false, so that every call that looked has changed something. Name the types yourself, or read texts (stringObjs).`);

assert.deepEqual(seen, {
  'true/false, then TRUE and True': [false, false],
  'digits, then anonymous': [Number.NaN],
});
JS
node find.mjs
echo 'As described.'
