#!/usr/bin/env bash
# jsonexport spreads an event with two resources over two rows, and what stands behind the resources, such as the account, is in the second one.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact jsonexport@3.2.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import jsonexport from 'jsonexport';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository ?? 'not named in the package'}`;
};

say('Package', about('jsonexport'));
say('Guess', 'A list makes further rows that hold nothing but its other elements; what the event says once stands in its first row.');
say('Behaviour', `What stands before the list in an event is in the first row, what stands behind it in the row of the list's last element. Rows that have nothing more
  to say end early, with fewer cells than there are columns. fillTopRow, which the documentation has for "unpopular" columns, puts all into the first row.`);

const event = (eventName, keys, end = {}) => ({
  eventName,
  resources: keys.map((ARN) => ({ ARN })),
  eventType: 'AwsApiCall',
  recipientAccountId: '111122223333',
  ...end,
});
const log = [event('ReEncrypt', ['key-1', 'key-2']), event('Decrypt', ['key-1'], { vpcEndpointId: 'vpce-1' })];
const seen = {};
for (const options of [{}, { fillGaps: true }, { fillTopRow: true }]) seen[JSON.stringify(options)] = (await jsonexport(structuredClone(log), options)).split('\n');
say('Output seen', Object.entries(seen).map(([options, rows]) => `${options}\n${rows.join('\n')}`).join('\n'));
say('Why it matters', `In CloudTrail's order eventType, recipientAccountId, eventCategory and vpcEndpointId come behind resources. Filter the rows by account, and a call of KMS
  with two keys has no name; filter them by name, and it has no account. With fillGaps it counts twice by name and once by account.`);

const header = 'eventName,resources.ARN,eventType,recipientAccountId,vpcEndpointId';
const last = 'Decrypt,key-1,AwsApiCall,111122223333,vpce-1';
assert.deepEqual(seen, {
  '{}': [header, 'ReEncrypt,key-1,,', ',key-2,AwsApiCall,111122223333', last],
  '{"fillGaps":true}': [header, 'ReEncrypt,key-1,,', 'ReEncrypt,key-2,AwsApiCall,111122223333', last],
  '{"fillTopRow":true}': [header, 'ReEncrypt,key-1,AwsApiCall,111122223333', ',key-2,,', last],
});
JS
node find.mjs
echo 'As described.'
