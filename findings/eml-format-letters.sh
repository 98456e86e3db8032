#!/usr/bin/env bash
# eml-format takes mails apart three bytes at a time: two umlauts beside each other are lost, and so is the second line of a long subject.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact eml-format@0.6.1 eml-parse-js@1.1.15 postal-mime@4.0.0 nodemailer@9.0.3
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import nodemailer from 'nodemailer';
import PostalMime from 'postal-mime';

const require = createRequire(import.meta.url);
const emlFormat = require('eml-format');
const emlParse = require('eml-parse-js');
const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', [...['eml-format', 'eml-parse-js', 'postal-mime'].map(about), `${about('nodemailer')} (which writes the mails)`].join('\n'));
say('Guess', 'All read the subject and the text that nodemailer wrote.');
say('Behaviour', `eml-format undoes quoted-printable by patterns: first three bytes are made a letter, then two, then one, wherever they stand, so that letters of two
  bytes that follow each other are cut across. Of a subject in several encoded words it keeps the first one. eml-parse-js, made after it, puts a blank
  between the words where none was.`);

const subjects = { short: 'Übergrößen: ÄÖ', long: 'Lohnabrechnungen der Beschäftigten für März, Übersicht über alle Häuser, ohne Rückstände' };
const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
const write = async (subject, text) => String((await transport.sendMail({ from: 'jane@example.com', to: 'joe@example.com', subject, text, textEncoding: 'quoted-printable' })).message);
const readers = {
  'postal-mime': (mail) => PostalMime.parse(mail),
  'eml-format': promisify(emlFormat.read),
  'eml-parse-js': promisify((mail, done) => emlParse.readEml(mail, done)),
};
const seen = {};
for (const [title, subject] of Object.entries(subjects)) {
  const mail = await write(subject, 'Привет, мир');
  for (const [name, read] of Object.entries(readers)) {
    const { subject: told, text } = await read(mail);
    seen[`${title}, ${name}`] = { subject: told, text: text.trim() };
  }
}
say('Output seen', Object.entries(seen).map(([title, { subject, text }]) => `${title}: ${JSON.stringify(subject)}, text ${JSON.stringify(text)}`).join('\n'));
say('Why it matters', `Whoever asks what left the house reads subjects and texts of the mails that StartMailboxExportJob wrote or GetRawMessageContent fetched. A search
  for "Übergrößen" or "Привет" finds nothing in them with this reader, and half of a subject is told as if it were all of it.`);

assert.deepEqual(seen, {
  'short, postal-mime': { subject: 'Übergrößen: ÄÖ', text: 'Привет, мир' },
  'short, eml-format': { subject: 'Übergrö\ufffd\u009fen:_Ä', text: 'П\ufffd\ufffdив\ufffd\ufffdт, м\ufffd\ufffdр' },
  'short, eml-parse-js': { subject: 'Übergrößen: Ä Ö', text: 'Привет, мир' },
  'long, postal-mime': { subject: subjects.long, text: 'Привет, мир' },
  'long, eml-format': { subject: 'Lohnabrechnungen_der_Beschäftigten_', text: 'П\ufffd\ufffdив\ufffd\ufffdт, м\ufffd\ufffdр' },
  'long, eml-parse-js': { subject: subjects.long, text: 'Привет, мир' },
});
JS
node find.mjs
echo 'As described.'
