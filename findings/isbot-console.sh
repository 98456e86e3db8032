#!/usr/bin/env bash
# isbot takes the AWS console and AWS itself for bots, and the AWS CLI for a person.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact isbot@5.2.3
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isbot } from 'isbot';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('isbot'));
say('Guess', 'The AWS CLI and the SDKs are bots; the console and "AWS Internal", which no pattern of crawlers can know, are not.');
say('Behaviour', `Nearly the reverse: a bare name with a version at most is a bot, and so is the console, where a person clicks;
  the CLI and the JavaScript SDK are none.`);

const agents = [
  'console.amazonaws.com',
  'AWS Internal',
  'workmail.amazonaws.com',
  'S3Console/0.4',
  'aws-cli/2.15.0 Python/3.11.6 Linux/5.10.0 exe/x86_64.amzn.2 prompt/off command/workmail.create-user',
  'aws-sdk-js/3.400.0 ua/2.0 os/linux#5.10.0 lang/js md/nodejs#18.17.0 api/workmail#3.400.0',
  'Boto3/1.34.0 md/Botocore#1.34.0 ua/2.0 os/linux#5.10.0 md/arch#x86_64 lang/python#3.11.0 Botocore/1.34.0',
];
const seen = agents.map((agent) => isbot(agent));
say('Output seen', agents.map((agent, at) => `${seen[at] ? 'bot   ' : 'person'} ${agent.slice(0, 60)}`).join('\n'));
say('Why it matters', `Dashboards leave bots out before anybody looks. Over CloudTrail records that removes what people did in the console
  and keeps the scripts.`);

assert.deepEqual(seen, [true, true, true, true, false, false, true]);
JS
node find.mjs
echo 'As described.'
