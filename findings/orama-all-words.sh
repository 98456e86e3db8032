#!/usr/bin/env bash
# Orama, asked for records with all words of 10.0.0.1, gives three of other addresses and leaves out the one of this.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @orama/orama@3.1.18
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { create, insert, search } from '@orama/orama';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('@orama/orama'));
say('Guess', `With threshold: 0, which stands for records that hold all words of the search, no record comes that lacks one and none is left out that has all.`);
say('Behaviour', `A word also finds the words that it begins, and each word found is counted: a record is given if as many words were found in it as were searched, whichever they
  are. So jane counts twice in "jane janet", which makes up for a doe that is not there; and a record in which one word begins another has too many to be given.
  It is so with addresses, whose parts are words. With exact: true besides, the answers are right. That records are left out was reported, and closed.`);

const records = ['jane doe', 'jane janet', '10.0.0.1', '192.0.2.1', '192.0.2.19', '198.51.100.7'];
const database = create({ schema: { text: 'string' } });
for (const text of records) await insert(database, { text });
const seen = {};
for (const term of ['jane doe', '10.0.0.1', '192.0.2.1']) {
  const found = async (options) => (await search(database, { term, threshold: 0, ...options })).hits.map(({ document }) => document.text).sort();
  seen[term] = { all: await found({}), exact: await found({ exact: true }) };
}
say('Output seen', `Of ${records.join(', ')}:
  ${Object.entries(seen).map(([term, { all, exact }]) => `${term}: ${all.join(', ') || 'nothing'}; exact: ${exact.join(', ') || 'nothing'}`).join('\n')}`);
say('Why it matters', `The first question to a log is where an address, a key or a person comes up. This answers with events of others, or with none, which reads as
  "has never been here"; and as most words begin no other, a few tries show nothing of it.`);

assert.deepEqual(seen, {
  'jane doe': { all: ['jane doe', 'jane janet'], exact: ['jane doe'] },
  '10.0.0.1': { all: ['192.0.2.1', '192.0.2.19', '198.51.100.7'], exact: ['10.0.0.1'] },
  '192.0.2.1': { all: [], exact: ['192.0.2.1'] },
});
JS
node find.mjs
echo 'As described.'
