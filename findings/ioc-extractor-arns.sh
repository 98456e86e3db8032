#!/usr/bin/env bash
# ioc-extractor finds the address ::1111 in the ARN of each user and role, and fuzzy hashes in the ARNs of keys and log groups.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact ioc-extractor@8.2.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extractIOC } from 'ioc-extractor';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository ?? 'not named in the package'}`;
};

say('Package', about('ioc-extractor'));
say('Guess', 'In ARNs it finds nothing but the id of an organization of WorkMail, whose 32 hexadecimal digits could be an MD5.');
say('Behaviour', `The two colons of a service without Regions and the first four digits of the account are an IPv6 address; the last digit of a Region, the
  account and what follows are an ssdeep hash, which is a number, a colon, and two texts with a colon between them. The MD5 is there too.`);

const texts = [
  'arn:aws:iam::111122223333:user/jane',
  'arn:aws:sts::444455556666:assumed-role/Admin/jane',
  'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'arn:aws:logs:us-east-1:111122223333:log-group:/aws/workmail/events',
  'arn:aws:workmail:us-east-1:111122223333:organization/m-0123456789abcdef0123456789abcdef',
];
const found = (text) => Object.fromEntries(Object.entries(extractIOC(text)).filter(([, list]) => Array.isArray(list) && list.length > 0));
const seen = texts.map(found);
say('Output seen', texts.map((text, at) => `${text}\n${JSON.stringify(seen[at])}`).join('\n'));
say('Why it matters', `Indicators taken from records of CloudTrail go into lists that other tools search and block. Every event has the ARN of who acted: a list made
  this way holds an address and a hash for each account and organization, and they turn up in every other log of the same account as matches.`);

assert.deepEqual(seen, [
  { ipv6s: ['::1111'] },
  { ipv6s: ['::4444'] },
  { ssdeeps: ['1:111122223333:key/1234abcd'] },
  { ssdeeps: ['1:111122223333:log'] },
  { md5s: ['0123456789abcdef0123456789abcdef'], ssdeeps: ['1:111122223333:organization/m'] },
]);
JS
node find.mjs
echo 'As described.'
