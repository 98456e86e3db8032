#!/usr/bin/env bash
# In liqe a star stands for one character at least, so that AccessDenied* leaves AccessDenied out.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact liqe@3.8.7
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { filter, parse } from 'liqe';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('liqe'));
say('Guess', 'eventName:Delete* is what begins with Delete, Delete itself included, as in Lucene and as the read me says: "starts with".');
say('Behaviour', `A star is one character or more, and the pattern is looked for anywhere in the value. So a word with a star behind it leaves out
  the word itself and takes values that have it in the middle. The word alone, without a star, is looked for anywhere as well and finds them all.`);

const log = ['AccessDenied', 'AccessDeniedException', 'KMS.AccessDeniedException'].map((errorCode) => ({ errorCode }));
const seen = {};
for (const query of ['errorCode:AccessDenied*', 'errorCode:AccessDenied', 'errorCode:/^AccessDenied/'])
  seen[query] = filter(parse(query), log).map(({ errorCode }) => errorCode);
say('Output seen', Object.entries(seen).map(([query, found]) => `${query}  ${found.join(', ')}`).join('\n'));
say('Why it matters', `Services of AWS refuse a call with AccessDenied or with AccessDeniedException, and a star is how both are asked for. A viewer
  of logs that filters with this answers with half of them, and a count of refusals is too small. A regular expression says what is meant.`);

assert.deepEqual(seen, {
  'errorCode:AccessDenied*': ['AccessDeniedException', 'KMS.AccessDeniedException'],
  'errorCode:AccessDenied': ['AccessDenied', 'AccessDeniedException', 'KMS.AccessDeniedException'],
  'errorCode:/^AccessDenied/': ['AccessDenied', 'AccessDeniedException'],
});
JS
node find.mjs
echo 'As described.'
