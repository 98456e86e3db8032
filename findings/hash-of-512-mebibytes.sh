#!/usr/bin/env bash
# @aws-crypto/sha256-js, which the AWS SDK uses in browsers without WebCrypto, gives files of 512 MiB and more hashes that no other program gives them.
# Needs bash, Node.js 20 and npm. Takes a quarter of a minute. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @aws-crypto/sha256-js@5.2.0 js-sha256@1.0.0 hash-wasm@4.12.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import aws from '@aws-crypto/sha256-js';
import { createSHA256 } from 'hash-wasm';
import jsSha256 from 'js-sha256';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};
const hex = (bytes) => Buffer.from(bytes).toString('hex');

say('Packages', ['@aws-crypto/sha256-js', 'js-sha256', 'hash-wasm'].map(about).join('\n'));
say('Guess', `Of thirteen implementations of SHA-256 twelve give a file of 512 MiB and one byte, handed over in pieces, the same hash; hash.js alone keeps the
  length in 32 bits. That mistake was found and mended in others years ago.`);
say('Behaviour', `Eleven do, and hash.js took too long to tell. @aws-crypto/sha256-js gives another hash from 512 MiB on, and no error: of the length in bits, which ends
  every message, it writes the upper half with its bytes reversed. Of less than 512 MiB that half is zero, and zero reads the same both ways.`);

const mebibyte = new Uint8Array(1 << 20).fill(97);
const lengths = { '1 MiB': 1, '512 MiB': 512 };
const implementations = {
  '@aws-crypto/sha256-js': () => new aws.Sha256(),
  'js-sha256': () => jsSha256.sha256.create(),
  'hash-wasm': async () => (await createSHA256()).init(),
  'node:crypto': () => createHash('sha256'),
};
const seen = {};
for (const [length, pieces] of Object.entries(lengths)) {
  seen[length] = {};
  for (const [name, make] of Object.entries(implementations)) {
    const hash = await make();
    for (let n = 0; n < pieces; n++) hash.update(mebibyte);
    const digest = await (name === 'node:crypto' ? hash.digest('hex') : hash.digest());
    seen[length][name] = typeof digest === 'string' ? digest : hex(digest);
  }
}
say('Output seen', Object.entries(seen).map(([length, found]) => `${length} of the letter a\n${Object.entries(found).map(([name, hash]) => `${hash} ${name}`).join('\n')}`).join('\n'));
say('Why it matters', `A hash taken when evidence was collected proves later that nothing was changed. One that this package made of an archive of logs or
  an export of half a gigabyte, fails with sha256sum and with S3, as if the file had been tampered with. The logs that CloudTrail itself delivers are far smaller.`);

for (const [length, found] of Object.entries(seen)) {
  const { '@aws-crypto/sha256-js': theirs, 'node:crypto': right, ...others } = found;
  assert.deepEqual(others, { 'js-sha256': right, 'hash-wasm': right });
  assert.equal(theirs === right, length === '1 MiB');
}
JS
node find.mjs
echo 'As described.'
