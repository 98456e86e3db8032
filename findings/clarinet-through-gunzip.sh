#!/usr/bin/env bash
# clarinet gives a long value of a log whole from the file, and in two pieces from the same file compressed.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact clarinet@0.12.6
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import clarinet from 'clarinet';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('clarinet'));
say('Guess', 'A value of 100,000 characters is one value event, however the text arrives.');
say('Behaviour', `A text longer than 64 KiB that arrives in several chunks is given out in two value events, with an error between them that
  names a full buffer. It depends on the chunks alone: those of a file on disk, 64 KiB each, leave this value whole, those of Node's gunzip,
  16 KiB each, do not. So a log is read as .json and not as .json.gz.`);

const log = JSON.stringify({ Records: [
  { eventName: 'CreatePolicy', requestParameters: { policyDocument: 'x'.repeat(100_000) } },
  { eventName: 'CreateUser', requestParameters: { name: 'alice' } },
] });

async function read(stream) {
  const parser = clarinet.parser();
  const seen = { pieces: [], errors: [] };
  parser.onvalue = (value) => { if (String(value).startsWith('xxx')) seen.pieces.push(value.length); };
  parser.onerror = (error) => {
    seen.errors.push(error.message.split('\n')[0]);
    parser.error = null;
  };
  for await (const chunk of stream) parser.write(chunk.toString());
  parser.close();
  return seen;
}

const inPieces = (bytes, size) => Readable.from(Array.from({ length: Math.ceil(bytes.length / size) },
  (_, piece) => bytes.subarray(piece * size, (piece + 1) * size)));
const seen = {
  '.json': await read(inPieces(Buffer.from(log), 65_536)),
  '.json.gz': await read(inPieces(gzipSync(log), 65_536).pipe(createGunzip())),
};
say('Output seen', Object.entries(seen).map(([name, what]) => `${name}: ${JSON.stringify(what)}`).join('\n'));
say('Why it matters', `CloudTrail keeps parameters of up to about 100 KB, policies above all, and those who want to hide something in one make it
  long. It also delivers every log compressed. A reader built on this one stops at just such a record, or gets its policy in halves.`);

assert.deepEqual(seen['.json'], { pieces: [100_000], errors: [] });
assert.equal(seen['.json.gz'].pieces.length, 2);
assert.equal(seen['.json.gz'].pieces[0] + seen['.json.gz'].pieces[1], 100_000);
assert.deepEqual(seen['.json.gz'].errors, ['Max buffer length exceeded: textNode']);
JS
node find.mjs
echo 'As described.'
