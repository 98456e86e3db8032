#!/usr/bin/env bash
# An id of digits, an E and digits that js-yaml writes without quotes is infinity to yaml.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact js-yaml@5.5.0 yaml@2.9.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dump, load } from 'js-yaml';
import YAML from 'yaml';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['js-yaml', 'yaml'].map(about).join('\n'));
say('Guess', 'Both quote whatever the other could take for something else; at most times change, between a text and a date.');
say('Behaviour', `js-yaml quotes a text that would be a number, unless the number is too large for a double: that is text for js-yaml and stays bare.
  For yaml it is a number all the same, infinity. Account ids with a zero in front, versions such as 1.10, times, smaller numbers of this kind
  and the word null survive. Of ids of 16 hexadecimal digits about one in 1,600 does not.`);

const record = {
  eventVersion: '1.10', eventTime: '2026-03-12T09:00:30Z', errorCode: 'null', recipientAccountId: '012345678901',
  requestID: '7910E12345678901', sourceIdentity: '79104512345678E1',
};
const text = dump(record);
const back = YAML.parse(text);
say('Output seen', `${text.split('\n').slice(-3).join('\n')}requestID in JSON: ${JSON.stringify(back.requestID)}`);
say('Why it matters', `Events are kept in YAML as test cases of detection rules. S3 gave its requests ids of this form for years; the one by which an event is found again
  in S3's own logs becomes null as soon as it is JSON again.`);

assert.deepEqual(load(text), record);
assert.deepEqual(YAML.parse(YAML.stringify(record)), record);
assert.equal(JSON.parse(JSON.stringify(back)).requestID, null);
assert.deepEqual(back, { ...record, requestID: Infinity });
JS
node find.mjs
echo 'As described.'
