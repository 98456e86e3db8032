#!/usr/bin/env bash
# jqts, asked for the events of one resource, gives those that have no resource at all as well.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact jqts@0.0.8 jq-web@0.6.2
cat > find.cjs <<'JS'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const jqts = require('jqts').default;
const loading = require('jq-web');

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

const log = [
  { eventName: 'Decrypt', resources: [{ ARN: 'key-1' }] },
  { eventName: 'ListUsers' },
  { eventName: 'Encrypt', resources: [{ ARN: 'key-2' }], requestParameters: { name: 'jane' } },
];
const filters = [
  '[.[] | select(.resources[]?.ARN == "key-1") | .eventName]',
  '[.[] | select(.resources[]?.ARN == "no such key") | .eventName]',
  '[.[] | select(.requestParameters.name? == "jane") | .eventName]',
  '[.[] | .requestParameters.name?]',
  '[empty == "key-1"]',
];

(async () => {
  const jq = await loading;
  say('Packages', `${about('jqts')}\n${about('jq-web')} (jq itself, for comparison)`);
  say('Guess', 'What both take, they answer alike. A filter that finds nothing to compare compares nothing.');
  say('Behaviour', `In jqts nothing compared with a text is true: select keeps each event for which the expression before == gave no value, and "?" gives none
    where a member is missing, for which jq itself has null.`);
  const seen = filters.map((filter) => [jqts.compile(filter).evaluate(log)[0], jq.json(log, filter)]);
  say('Output seen', filters.map((filter, at) => `${filter}\njqts ${JSON.stringify(seen[at][0])}, jq ${JSON.stringify(seen[at][1])}`).join('\n'));
  say('Why it matters', `Most events have no resources. "Who used this key" is answered with all calls of all services that name none, and a key that nobody used looks busy.`);

  assert.deepEqual(seen, [
    [['Decrypt', 'ListUsers'], ['Decrypt']],
    [['ListUsers'], []],
    [['Decrypt', 'ListUsers', 'Encrypt'], ['Encrypt']],
    [['jane'], [null, null, 'jane']],
    [[true], []],
  ]);
})();
JS
node find.cjs
echo 'As described.'
