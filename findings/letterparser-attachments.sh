#!/usr/bin/env bash
# letterparser has no name for an attachment whose name is long or not English, makes text of one that has a name, and takes that of a forwarded mail for the mail's own.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact letterparser@0.1.8 mailparser@3.14.2 postal-mime@4.0.0
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

say('Packages', ['letterparser', 'mailparser', 'postal-mime'].map(about).join('\n'));
say('Guess', 'Three readers of mails see the same attachments under the same names.');
say('Behaviour', `RFC 2231 has names with other letters than English ones, and long ones in parts. letterparser knows neither, and where both forms stand it takes the
  one for old readers. A list whose disposition is inline goes into the text of the mail, name and all. A forwarded mail is taken apart, so that what was
  attached to it years ago is attached to this one, and the forwarded mail itself is nowhere.`);

const pdf = (disposition) => `Content-Type: application/pdf\r\nContent-Disposition: ${disposition}\r\n\r\nx`;
const parts = {
  'not English': pdf("attachment; filename*=UTF-8''Geh%C3%A4lter.pdf"),
  long: pdf('attachment; filename*0="Salaries of all "; filename*1="houses.pdf"'),
  both: pdf('attachment; filename="Gehalter.pdf"; filename*=UTF-8\'\'Geh%C3%A4lter.pdf'),
  inline: 'Content-Type: text/csv\r\nContent-Disposition: inline; filename=salaries.csv\r\n\r\njane,100',
  forwarded: [
    'Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=old.eml\r\n',
    'Subject: Old\r\nContent-Type: multipart/mixed; boundary=inner\r\n',
    `--inner\r\n${pdf('attachment; filename=old.pdf')}\r\n--inner--`,
  ].join('\r\n'),
};
const seen = {};
for (const [title, part] of Object.entries(parts)) {
  const head = 'From: jane@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n';
  const mail = `${head}\r\n--outer\r\nContent-Type: text/plain\r\n\r\nHello\r\n--outer\r\n${part}\r\n--outer--\r\n`;
  const names = ({ attachments }) => (attachments ?? []).map(({ filename }) => filename ?? 'no name').join() || 'none';
  seen[title] = [names(extract(mail)), names(await simpleParser(mail)), names(await PostalMime.parse(mail))];
}
say('Output seen', Object.entries(seen).map(([title, [letter, mail, postal]]) => `${title}: letterparser ${letter}, mailparser ${mail}, postal-mime ${postal}`).join('\n'));
say('Why it matters', `What left the house is read from the mails that StartMailboxExportJob wrote or GetRawMessageContent fetched: from the names of their
  attachments. With this reader a search for a name finds nothing, and a mail seems to carry what it only quotes.`);

assert.deepEqual(seen, {
  'not English': ['no name', 'Gehälter.pdf', 'Gehälter.pdf'],
  long: ['no name', 'Salaries of all houses.pdf', 'Salaries of all houses.pdf'],
  both: ['Gehalter.pdf', 'Gehälter.pdf', 'Gehälter.pdf'],
  inline: ['none', 'salaries.csv', 'salaries.csv'],
  forwarded: ['old.pdf', 'old.eml', 'old.eml'],
});
JS
node find.mjs
echo 'As described.'
