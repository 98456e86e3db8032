#!/usr/bin/env bash
# mailparser says of a mail whose Date ends with the name of a zone, such as CET, that it was sent at the moment at which it is read.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact mailparser@3.14.2 postal-mime@4.0.0 letterparser@0.1.8
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extract } from 'letterparser';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['mailparser', 'postal-mime', 'letterparser'].map(about).join('\n'));
say('Guess', 'Three readers of mails agree on when a mail was sent, or say that they do not know.');
say('Behaviour', `Old mails name their zone, and RFC 5322 has readers take a name that they do not know for -0000, of which only the time in UTC is told. mailparser
  takes the clock of the machine instead, and gives a Date as for every other mail. postal-mime hands on the text, letterparser has an invalid date.`);

const zones = ['+0100', 'EST', 'CET', 'BST', 'JST'];
const seen = {};
for (const zone of zones) {
  const mail = `Date: Thu, 12 Mar 2026 09:30:00 ${zone}\r\nFrom: jane@example.com\r\n\r\nHello\r\n`;
  const before = Date.now();
  const { date } = await simpleParser(mail);
  const after = Date.now();
  seen[zone] = {
    mailparser: date.getTime() >= before && date.getTime() <= after ? 'now' : date.toISOString(),
    'postal-mime': (await PostalMime.parse(mail)).date,
    letterparser: extract(mail).date?.toJSON() ?? 'no date',
  };
}
say('Output seen', Object.entries(seen).map(([zone, told]) => `${zone}: ${Object.entries(told).map((entry) => entry.join(' ')).join(', ')}`).join('\n'));
say('Why it matters', `A mailbox that StartMailboxExportJob wrote holds mails of many years, and a time line puts them beside the events of CloudTrail. There an
  old mail stands on the day of the investigation, the last event of all, and at another time whenever the mailbox is read again.`);

const unknown = (zone) => ({ mailparser: 'now', 'postal-mime': `Thu, 12 Mar 2026 09:30:00 ${zone}`, letterparser: 'no date' });
const known = (time) => ({ mailparser: time, 'postal-mime': time, letterparser: time });
assert.deepEqual(seen, {
  '+0100': known('2026-03-12T08:30:00.000Z'),
  EST: known('2026-03-12T14:30:00.000Z'),
  CET: unknown('CET'),
  BST: unknown('BST'),
  JST: unknown('JST'),
});
JS
node find.mjs
echo 'As described.'
