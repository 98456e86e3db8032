#!/usr/bin/env bash
# To tinyglobby the months {1..12} are 1 and 2, and {09..12} is none; to micromatch and fdir [!0] is the 0 that should be left out.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact tinyglobby@0.2.17 fdir@6.5.0 picomatch@4.0.7 micromatch@4.0.8 fast-glob@3.3.3 glob@14.0.6
for month in 1 2 3 09 10 11 12; do
  mkdir -p "logs/$month"
  echo '{"Records":[]}' > "logs/$month/log.json"
done
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fastGlob from 'fast-glob';
import { fdir } from 'fdir';
import { glob as nodeGlob } from 'glob';
import micromatch from 'micromatch';
import { glob as tinyglobby } from 'tinyglobby';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['tinyglobby', 'fdir', 'micromatch', 'fast-glob', 'glob'].map(about).join('\n'));
say('Guess', 'All find what bash finds: tinyglobby says that it is meant to behave as fast-glob does.');
say('Behaviour', `A range of numbers is made a class of signs: {1..12} becomes [1-12], which is 1 or 2, and {09..12}, which is no class, matches only itself. fast-glob
  writes ranges out before it asks micromatch, which does not. In the matchers' own hands [!0] is a class of two signs, ! and 0.`);

const patterns = ['logs/{1..12}/*', 'logs/{09..12}/*', 'logs/{1..3}/*', 'logs/1[!0]/*'];
const all = await fastGlob('logs/**');
const finders = {
  bash: (pattern) => execFileSync('bash', ['-c', `shopt -s nullglob; printf '%s\\n' ${pattern}`], { encoding: 'utf8' }).trim().split('\n'),
  'fast-glob': (pattern) => fastGlob(pattern),
  glob: (pattern) => nodeGlob(pattern),
  tinyglobby: (pattern) => tinyglobby(pattern),
  micromatch: (pattern) => micromatch(all, pattern),
  fdir: (pattern) => new fdir().withRelativePaths().glob(pattern.slice(5)).crawl('logs').withPromise(),
};
const seen = {};
for (const pattern of patterns) {
  seen[pattern] = {};
  for (const [name, find] of Object.entries(finders)) {
    const months = (await find(pattern)).map((file) => Number(file.replaceAll('\\', '/').split('/').at(-2)));
    const told = months.sort((one, other) => one - other).join(' ') || 'none';
    seen[pattern][told] = [...(seen[pattern][told] ?? []), name];
  }
}
say('Output seen', Object.entries(seen).map(([pattern, answers]) => `${pattern}: ${Object.entries(answers).map(([months, names]) => `${names.join(', ')} ${months}`).join('; ')}`).join('\n'));
say('Why it matters', `CloudTrail puts logs into folders by day, and a span of days is written as a range. What was not found is not missed: two months look like a whole
  year, and the one month that was to be left out is the only one that is read. Write lists ({09,10,11,12}) and [^0].`);

assert.deepEqual(seen, {
  'logs/{1..12}/*': { '1 2 3 10 11 12': ['bash', 'fast-glob', 'glob'], '1 2': ['tinyglobby', 'micromatch', 'fdir'] },
  'logs/{09..12}/*': { '9 10 11 12': ['bash', 'fast-glob', 'glob'], none: ['tinyglobby', 'micromatch', 'fdir'] },
  'logs/{1..3}/*': { '1 2 3': ['bash', 'fast-glob', 'glob', 'tinyglobby', 'micromatch', 'fdir'] },
  'logs/1[!0]/*': { '11 12': ['bash', 'fast-glob', 'glob', 'tinyglobby'], 10: ['micromatch', 'fdir'] },
});
JS
node find.mjs
echo 'As described.'
