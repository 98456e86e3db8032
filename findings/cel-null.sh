#!/usr/bin/env bash
# To @bufbuild/cel a member that is null is not there; cel-js divides as JavaScript does, and counts halves of surrogate pairs.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @bufbuild/cel@0.6.1 cel-js@0.8.2 @marcbachmann/cel-js@8.0.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { run } from '@bufbuild/cel';
import { evaluate as marcbachmann } from '@marcbachmann/cel-js';
import { evaluate as celJs } from 'cel-js';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['@bufbuild/cel', 'cel-js', '@marcbachmann/cel-js'].map(about).join('\n'));
say('Guess', `CEL is specified and comes with tests, so three libraries give the same answer or refuse a question.`);
say('Behaviour', `A map has a key in CEL whatever its value is. @bufbuild/cel denies it of keys whose value is null, by has and by in, although the value can be
  asked for, and size counts it. cel-js divides whole numbers as JavaScript does, and counts the units of UTF-16.`);

const event = { eventName: 'ListUsers', requestParameters: { name: '𠮷田' }, responseElements: null };
const libraries = {
  '@bufbuild/cel': (text) => run(text, { event }),
  'cel-js': (text) => celJs(text, { event }),
  '@marcbachmann/cel-js': (text) => marcbachmann(text, { event }),
};
const seen = {};
for (const text of [
  'has(event.responseElements)',
  "'responseElements' in event",
  'event.responseElements == null',
  'size(event)',
  '7 / 2 == 3',
  'size(event.requestParameters.name)',
])
  seen[text] = Object.fromEntries(Object.entries(libraries).map(([name, ask]) => [name, String(ask(text))]));
say('Output seen', Object.entries(seen).map(([text, told]) => `${text}  ${Object.entries(told).map((entry) => entry.join(' ')).join(', ')}`).join('\n'));
say('Why it matters', `CloudTrail keeps requestParameters and responseElements as null where there is nothing: of calls that were refused, and of those that only read.
  A rule that asks with has whether a record is whole, or which of two forms it has, takes these for damaged with one library and for sound with another.`);

const all = (told) => ({ '@bufbuild/cel': told, 'cel-js': told, '@marcbachmann/cel-js': told });
assert.deepEqual(seen, {
  'has(event.responseElements)': { ...all('true'), '@bufbuild/cel': 'false' },
  "'responseElements' in event": { ...all('true'), '@bufbuild/cel': 'false' },
  'event.responseElements == null': all('true'),
  'size(event)': all('3'),
  '7 / 2 == 3': { ...all('true'), 'cel-js': 'false' },
  'size(event.requestParameters.name)': { ...all('2'), 'cel-js': '3' },
});
JS
node find.mjs
echo 'As described.'
