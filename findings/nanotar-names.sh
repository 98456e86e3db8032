#!/usr/bin/env bash
# nanotar cuts the path of a log off after 100 characters as it writes an archive, so that all logs of a day have one; as it reads, it loses the front.
# Needs bash, Node.js 20, npm and tar. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact nanotar@0.3.0 tar-stream@3.2.2 modern-tar@0.8.6
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { packTar, unpackTar } from 'modern-tar';
import { createTar, parseTar } from 'nanotar';
import { pack } from 'tar-stream';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  const source = repository?.url ?? repository;
  return `${name} ${version}, npm, source: ${/^[\w-]+\/[\w-]+$/.test(source) ? `https://github.com/${source}` : source}`;
};

const folder = 'AWSLogs/o-exampleorg/123456789012/CloudTrail/eu-central-1/2026/03/12';
const names = ['0900Z_aaaaaaaaaaaaaaaa', '0905Z_bbbbbbbbbbbbbbbb', '0910Z_cccccccccccccccc'].map(
  (end) => `${folder}/123456789012_CloudTrail_eu-central-1_20260312T${end}.json.gz`,
);

say('Packages', ['nanotar', 'tar-stream', 'modern-tar'].map(about).join('\n'));
say('Guess', `A path of ${names[0].length} characters is written in one of the three ways that tar has for it (prefix, PAX, GNU), or refused; and what others wrote in
  these ways is read whole.`);
say('Behaviour', `nanotar writes the first 100 characters of a path and no more, without an error. Paths in the ways of PAX and GNU it reads whole, but of those that
  were divided into prefix and name, as tar-stream and modern-tar do where that is enough, it gives the name alone.`);

writeFileSync('logs.tar', createTar(names.map((name) => ({ name, data: name }))));
const listed = execFileSync('tar', ['-tf', 'logs.tar'], { encoding: 'utf8' }).trim().split('\n');
execFileSync('tar', ['-xf', 'logs.tar']);
const extracted = readdirSync(folder);

const divided = pack();
for (const name of names) divided.entry({ name }, name);
divided.finalize();
const archives = {
  'tar-stream': new Uint8Array(await buffer(divided)),
  'modern-tar': await packTar(names.map((name) => ({ header: { name, size: name.length }, body: name }))),
};
const read = {};
for (const [writer, archive] of Object.entries(archives)) {
  read[writer] = parseTar(archive).map(({ name }) => name);
  assert.deepEqual((await unpackTar(archive)).map(({ header }) => header.name), names);
}
say('Output seen', `Written by nanotar, listed by tar:\n${listed.join('\n')}\nExtracted by tar: ${extracted.length} file, ${extracted[0]}
  First log, written by others and read by nanotar:\n${Object.entries(read).map(([writer, [name]]) => `${writer}: ${name}`).join('\n')}`);
say('Why it matters', `The path of a CloudTrail log is longer than 100 characters in every account, and what tells one log from the next (minute and id) stands at its
  end: here the cut falls before both, in us-east-1 without an organization between them. The log that was extracted last is all that is left of
  a folder. As a reader nanotar takes account, Region and date of the folders away from logs that others have packed.`);

const cut = names[0].slice(0, 100);
assert.deepEqual([listed, extracted], [[cut, cut, cut], [cut.slice(folder.length + 1)]]);
assert.equal(readFileSync(cut, 'utf8'), names[2]);
assert.ok(!existsSync(names[0]));
assert.deepEqual(read, {
  'tar-stream': names.map((name) => name.slice('AWSLogs/o-exampleorg/123456789012/CloudTrail/'.length)),
  'modern-tar': names.map((name) => name.slice(folder.length + 1)),
});
JS
node find.mjs
echo 'As described.'
