#!/usr/bin/env bash
# Where no program called gzip is installed, ripgrep's search of compressed logs finds nothing and says nothing.
# Needs bash, Node.js 20, npm and gzip. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @vscode/ripgrep@1.18.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { rgPath } from '@vscode/ripgrep';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const { version, repository } = JSON.parse(readFileSync('node_modules/@vscode/ripgrep/package.json', 'utf8'));
const [program] = spawnSync(rgPath, ['--version'], { encoding: 'utf8' }).stdout.split('\n');

say('Package', `@vscode/ripgrep ${version} (${program}), npm, source: ${repository?.url ?? repository}`);
say('Guess', 'Without what it needs to unpack a file, --search-zip ends with 2 and names the file, as for a file it may not read.');
say('Behaviour', `It starts the program gzip for each compressed file. Where there is none it searches the packed bytes instead: no match, not a
  word on standard error, and the exit code 1 of a search that found nothing.`);

writeFileSync('log.json.gz', gzipSync('{"Records":[{"eventName":"ResetPassword"}]}'));
const search = (PATH) => {
  const args = ['--search-zip', '--count', 'ResetPassword', 'log.json.gz'];
  const { status, stdout, stderr } = spawnSync(rgPath, args, { encoding: 'utf8', env: { PATH } });
  return { status, stdout, stderr };
};
const seen = { 'with gzip': search(process.env.PATH), 'without gzip': search('/none') };
say('Output seen', JSON.stringify(seen, undefined, 1));
say('Why it matters', `A trail is thousands of .json.gz. On Windows and in small containers there is no gzip, and the quick look for a key or a call
  answers "nowhere" for every file of the bucket. A search that finds nothing proves something only if it finds what is known to be there.`);

assert.deepEqual(seen, {
  'with gzip': { status: 0, stdout: '1\n', stderr: '' },
  'without gzip': { status: 1, stdout: '', stderr: '' },
});
JS
node find.mjs
echo 'As described.'
