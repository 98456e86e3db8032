#!/usr/bin/env bash
# nsyslog-parser ends a field of CEF at an equals sign that is escaped as the format asks, and loses structured data that has a quote in it.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact nsyslog-parser@0.10.1 glossy@0.1.7
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import glossy from 'glossy';
import parse from 'nsyslog-parser';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', `${about('nsyslog-parser')}\n${about('glossy')} (for comparison)`);
say('Guess', 'It reads the formats that it names, CEF and RFC 5424, with their escapes: \\= in the one, \\" and \\\\ in the other.');
say('Behaviour', `No escape is read. In CEF an escaped equals sign is one that divides all the same: the value ends there, with a backslash, and what follows up to the
  next blank or sign is dropped. In RFC 5424 a name in backslashes keeps two, and an escaped quote makes structured data part of the message.`);

const cef = (fields) => parse(`CEF:0|Amazon|CloudTrail|1.08|GetUser|GetUser|3|${fields}`).fields;
const syslog = (user) => `<134>1 2023-07-10T01:05:06Z host trail 42 ID [event@1 user="${user}"] GetUser`;
const fields = [
  'suser=jane msg=role\\=admin asked for by jane src=192.0.2.1',
  'externalId=dGhlIGlk\\=\\= request=https://x.example/?a\\=1&b\\=2 src=192.0.2.1',
];
const users = ['CORP\\\\jane', 'jane \\"J\\" doe'];
const seen = {
  cef: fields.map(cef),
  structured: users.map((user) => {
    const { structuredData, message } = parse(syslog(user));
    let glossySees;
    glossy.Parse.parse(syslog(user), (parsed) => (glossySees = parsed.structuredData['event@1'].user));
    return { user: structuredData[0]?.user, message, glossy: glossySees };
  }),
};
say('Output seen', [...fields.map((line, at) => `${line}\n${JSON.stringify(seen.cef[at])}`), ...users.map((user, at) => `user="${user}"\n${JSON.stringify(seen.structured[at])}`)].join('\n'));
say('Why it matters', `Events of CloudTrail reach a SIEM as CEF or syslog. Equals signs stand in addresses with a query, in ids in base64, such as S3's x-amz-id-2, and
  in messages of errors: these are cut off, and two that differ behind the sign are the same. Look at the message as a whole, which the parser keeps.`);

assert.deepEqual(seen, {
  cef: [
    { suser: 'jane', msg: 'role\\ asked for by jane', src: '192.0.2.1' },
    { externalId: 'dGhlIGlk\\', request: 'https://x.example/?a\\', src: '192.0.2.1' },
  ],
  structured: [
    { user: 'CORP\\\\jane', message: 'GetUser', glossy: 'CORP\\jane' },
    { user: undefined, message: '[event@1 user="jane \\"J\\" doe"] GetUser', glossy: 'jane "J" doe' },
  ],
});
JS
node find.mjs
echo 'As described.'
