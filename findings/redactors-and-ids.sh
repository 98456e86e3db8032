#!/usr/bin/env bash
# Three libraries that take personal data out of text cut eventIDs and the ids of organizations to pieces, one all years, one the name WorkMail.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  redact-pii@3.4.0 @coffeeandfun/remove-pii@3.0.1 @openredaction/openredaction@1.0.4
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { removePII } from '@coffeeandfun/remove-pii';
import { OpenRedaction } from '@openredaction/openredaction';
import redactPii from 'redact-pii';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository ?? 'not named in the package'}`;
};

say('Packages', ['redact-pii', '@coffeeandfun/remove-pii', '@openredaction/openredaction'].map(about).join('\n'));
say('Guess', `The number of an account and that of a user may pass for the number of a telephone. What is hexadecimal (eventID, the id of an organization), the
  time, the name of a service and the words of an error stay.`);
say('Behaviour', `Runs of digits in ids are telephones and credit cards, in redact-pii in more than half of all random eventIDs. redact-pii takes the year of
  each time away. @openredaction/openredaction takes "wo" for a work order and "auth" for an authorization, and what follows in the word for its number.`);

// Ids in the form of CloudTrail's, the same in each run.
const id = (n) => {
  const hex = createHash('sha256').update(`event ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
const ids = Array.from({ length: 300 }, (_, n) => id(n));
const texts = [
  'm-0123456789abcdef0123456789abcdef',
  '2023-07-10T01:05:06Z',
  'workmail.amazonaws.com',
  'User is not authorized to perform: workmail:GetUser',
];
const redactor = new redactPii.SyncRedactor();
const open = new OpenRedaction();
const redactors = {
  'redact-pii': (text) => redactor.redact(text),
  '@coffeeandfun/remove-pii': (text) => removePII(text),
  // A placeholder ends with a number made anew for each word; it is left out.
  '@openredaction/openredaction': async (text) => (await open.detect(text)).redacted.replace(/_\d+\]/g, ']'),
};
const seen = {};
for (const [name, redact] of Object.entries(redactors)) {
  let broken = 0;
  for (const eventID of ids) if ((await redact(eventID)) !== eventID) broken++;
  seen[name] = { broken: broken > 150 ? 'more than half' : broken > 0 ? 'some' : 'none', texts: await Promise.all(texts.map(redact)) };
}
say('Output seen', Object.entries(seen).map(([name, { broken, texts }]) => `${name}: ${broken} of 300 eventIDs are broken\n${texts.join('\n')}`).join('\n'));
say('Why it matters', `A log is redacted to be handed to somebody who is to find out what happened. Ids in these copies are no longer
  those that a colleague, AWS Support or another log has, nor of the form that tools look for; times have no year; a search for workmail.amazonaws.com finds none.`);

assert.deepEqual(seen, {
  'redact-pii': {
    broken: 'more than half',
    texts: ['m-PHONE_NUMBERabcdefPHONE_NUMBERabcdef', 'DIGITS-07-10T01:05:06Z', texts[2], texts[3]],
  },
  '@coffeeandfun/remove-pii': {
    broken: 'some',
    texts: ['m-[phone removed]abcdef[phone removed]abcdef', texts[1], texts[2], texts[3]],
  },
  '@openredaction/openredaction': {
    broken: 'some',
    texts: ['m-[PHONE_US]abcdef[PHONE_US]abcdef', texts[1], 'wo[WO].amazonaws.com', 'User is not auth[AUTH] to perform: wo[WO]:GetUser'],
  },
});
JS
node find.mjs
echo 'As described.'
