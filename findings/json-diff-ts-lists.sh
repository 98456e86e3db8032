#!/usr/bin/env bash
# json-diff-ts takes back that three were added to a list, and one of them stays; so it does with changes that were stored.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact json-diff-ts@4.10.4
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyChangeset, atomizeChangeset, diff, revertChangeset, unatomizeChangeset } from 'json-diff-ts';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('json-diff-ts'));
say('Guess', 'A difference that is applied gives the second version, and one that is reverted the first, in all ways that the documentation names.');
say('Behaviour', `applyChangeset does. revertChangeset removes what was added to a list one by one from the front, by places that are no longer right after the
  first: every other one stays. The same happens to what was removed where the difference goes through atomizeChangeset and unatomizeChangeset,
  the form for storing it.`);

const before = { groupMembers: [] };
const after = { groupMembers: ['jane', 'joe', 'jack'] };
const stored = (from, to) => unatomizeChangeset(atomizeChangeset(diff(structuredClone(from), structuredClone(to))));
const seen = {
  'added, applied': applyChangeset(structuredClone(before), diff(before, after)),
  'added, reverted': revertChangeset(structuredClone(after), diff(before, after)),
  'removed, applied': applyChangeset(structuredClone(after), diff(after, before)),
  'removed, stored and applied': applyChangeset(structuredClone(after), stored(after, before)),
};
say('Output seen', Object.entries(seen).map(([what, { groupMembers }]) => `${what}: ${JSON.stringify(groupMembers)}`).join('\n'));
say('Why it matters', `What a group, a policy or a trail was before and after a call is told as such a difference. Taken back with it, one of three members that an
  intruder added is still there, and a state that is built up from stored changes is one that never was.`);

assert.deepEqual(seen, {
  'added, applied': after,
  'added, reverted': { groupMembers: ['joe'] },
  'removed, applied': before,
  'removed, stored and applied': { groupMembers: ['joe'] },
});
JS
node find.mjs
echo 'As described.'
