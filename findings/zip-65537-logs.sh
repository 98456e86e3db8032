#!/usr/bin/env bash
# An archive of 65,537 logs that JSZip or fflate wrote holds one log to four of six readers, and nobody says a word.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  jszip@3.10.2 fflate@0.8.3 adm-zip@0.6.1 yauzl@3.4.0 unzipper@0.12.5 @zip.js/zip.js@2.24.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import AdmZip from 'adm-zip';
import { strToU8, unzipSync, zipSync } from 'fflate';
import JSZip from 'jszip';
import unzipper from 'unzipper';
import yauzl from 'yauzl';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['jszip', 'fflate', 'adm-zip', 'yauzl', 'unzipper', '@zip.js/zip.js'].map(about).join('\n'));
say('Guess', `Who can't write ZIP64, which an archive of more than 65,535 files needs, refuses the last one. What was written is read alike by all.`);
say('Behaviour', `JSZip and fflate write all files and, as their number, what is left of it in 16 bits: 1. fflate, adm-zip, yauzl and unzipper believe the
  number and give the first log; JSZip and zip.js go through the directory and give all. An archive that adm-zip wrote, as ZIP64, is read
  whole by all six.`);

const count = 65_537;
const log = '{"Records":[]}';
const names = Array.from({ length: count }, (_, n) => `123456789012_CloudTrail_us-east-1_${String(n).padStart(6, '0')}.json`);
const writers = {
  jszip: () => {
    const zip = new JSZip();
    for (const name of names) zip.file(name, log);
    return zip.generateAsync({ type: 'nodebuffer' });
  },
  fflate: () => Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8(log)])), { level: 0 })),
  'adm-zip': () => {
    const zip = new AdmZip();
    for (const name of names) zip.addFile(name, Buffer.from(log));
    return zip.toBuffer();
  },
};
const readers = {
  jszip: async (zip) => Object.keys((await JSZip.loadAsync(zip)).files).length,
  'zip.js': async (zip) => (await new ZipReader(new Uint8ArrayReader(zip)).getEntries()).length,
  fflate: (zip) => Object.keys(unzipSync(zip)).length,
  'adm-zip': (zip) => new AdmZip(zip).getEntries().length,
  yauzl: async (zip) => {
    const file = await promisify(yauzl.fromBuffer)(zip, { lazyEntries: false });
    let seen = 0;
    file.on('entry', () => seen++);
    return new Promise((resolve, reject) => file.on('end', () => resolve(seen)).on('error', reject));
  },
  unzipper: async (zip) => (await unzipper.Open.buffer(zip)).files.length,
};
const seen = {};
for (const [writer, write] of Object.entries(writers)) {
  const zip = await write();
  seen[writer] = {};
  for (const [reader, read] of Object.entries(readers)) seen[writer][reader] = await read(zip);
}
say('Output seen', `Logs read of ${count} that were written:\n${Object.entries(seen).map(([writer, logs]) => `by ${writer}: ${JSON.stringify(logs)}`).join('\n')}`);
say('Why it matters', `A trail of all Regions delivers so many logs in weeks. An archive of them that was handed over as evidence opens without an error, and all but
  one of its logs seem never to have been there. Compare the number of logs before and after, or hand over archives of single days.`);

const all = { jszip: count, 'zip.js': count, fflate: count, 'adm-zip': count, yauzl: count, unzipper: count };
const first = { ...all, fflate: 1, 'adm-zip': 1, yauzl: 1, unzipper: 1 };
assert.deepEqual(seen, { jszip: first, fflate: first, 'adm-zip': all });
JS
node find.mjs
echo 'As described.'
