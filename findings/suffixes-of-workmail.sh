#!/usr/bin/env bash
# By the list of public suffixes WorkMail in us-east-1 is no part of amazonaws.com, and in its other Regions it is; two libraries go by the list in two ways.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact psl@1.15.0 tldts@7.6.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import psl from 'psl';
import { getDomain } from 'tldts';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['psl', 'tldts'].map(about).join('\n'));
say('Guess', `Services of AWS are at amazonaws.com, and what WorkMail gives its organizations at awsapps.com: no public suffixes, as nobody else registers there.`);
say('Behaviour', `Both libraries hold the list with its private part, in which awsapps.com and us-east-1.amazonaws.com stand, and not eu-west-1.amazonaws.com or us-west-2. psl
  goes by all of it; tldts leaves the private part out unless it is asked for with allowPrivateDomains.`);

const hosts = [
  'workmail.us-east-1.amazonaws.com',
  'workmail.us-west-2.amazonaws.com',
  'workmail.eu-west-1.amazonaws.com',
  'workmail.amazonaws.com',
  'finance.awsapps.com',
  'strangers.awsapps.com',
];
const seen = Object.fromEntries(hosts.map((host) => [host, [psl.get(host), getDomain(host), getDomain(host, { allowPrivateDomains: true })]]));
say('Output seen', Object.entries(seen).map(([host, [first, second, third]]) => `${host}: psl ${first}, tldts ${second}, with private ones ${third}`).join('\n'));
say('Why it matters', `A call of KMS for a mailbox names workmail.us-east-1.amazonaws.com in invokedBy. Who tells calls of AWS from others by their domain takes those of one Region for
  calls of a stranger. And whether mail that goes to another organization's awsapps.com leaves the house depends on the library.`);

const [east, finance, strangers] = ['workmail.us-east-1.amazonaws.com', 'finance.awsapps.com', 'strangers.awsapps.com'];
const amazon = ['amazonaws.com', 'amazonaws.com', 'amazonaws.com'];
assert.deepEqual(seen, {
  [east]: [east, 'amazonaws.com', east],
  'workmail.us-west-2.amazonaws.com': amazon,
  'workmail.eu-west-1.amazonaws.com': amazon,
  'workmail.amazonaws.com': amazon,
  [finance]: [finance, 'awsapps.com', finance],
  [strangers]: [strangers, 'awsapps.com', strangers],
});
JS
node find.mjs
echo 'As described.'
