#!/usr/bin/env bash
# aws-arn-parser loses the name of a log group and of a function: what follows the sixth colon goes to a member called undefined.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact aws-arn-parser@1.0.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import parse from 'aws-arn-parser';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('aws-arn-parser'));
say('Guess', 'The sixth part is the rest, colons included, as AWS describes an ARN.');
say('Behaviour', `Every part counts, and those behind the sixth all go to the member "undefined", each in the place of the one before. Of a log group only
  the star at the end is left, and the resource is "log-group" for all of them.`);

const arns = [
  'arn:aws:logs:us-east-1:012345678901:log-group:/aws/workmail/events/example:*',
  'arn:aws:lambda:us-east-1:012345678901:function:filter-mail',
  'arn:aws:workmail:us-east-1:012345678901:organization/m-0123456789abcdef0123456789abcdef',
];
const seen = arns.map((arn) => parse(arn));
say('Output seen', seen.map(({ relativeId, undefined: rest }) => `relativeId ${relativeId}, undefined ${rest}`).join('\n'));
say('Why it matters', `The function of an outbound rule and the log group of the mail events are what an administrator of WorkMail connects; after this
  parser all functions of an account are one.`);

assert.deepEqual(seen.map(({ relativeId, undefined: rest }) => [relativeId, rest]), [
  ['log-group', '*'],
  ['function', 'filter-mail'],
  ['organization/m-0123456789abcdef0123456789abcdef', undefined],
]);
JS
node find.mjs
echo 'As described.'
