#!/usr/bin/env bash
# ion-js, Amazon's reader of Ion, reads 0.3 in a log as 0.30000000000000004, and every seventh time in milliseconds as another number.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact ion-js@5.2.1
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ion from 'ion-js';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('ion-js'));
say('Guess', 'All JSON is Ion, so that load reads a log as JSON.parse does, number by number.');
say('Behaviour', `A number with a fraction and without an exponent is a decimal in Ion. Its digits are kept, and written out as they were; the number that
  JavaScript gets for it is multiplied together from its digits and a power of ten, and often is not the nearest to the text. With an exponent it is.`);

const others = (texts) => texts.filter((text) => ion.load(text).numberValue() !== Number(text));
const milliseconds = Array.from({ length: 10_000 }, (_, n) => (1_600_000_000 + n * 12345.678).toFixed(3));
const hundredths = Array.from({ length: 10_000 }, (_, n) => (n / 100).toFixed(2));
const log = '{"startTime":1657624706.123,"score":0.3,"rate":3e-1}';
const seen = {
  log: JSON.stringify(ion.load(log)),
  dumped: ion.dumpText(ion.load(log)),
  milliseconds: others(milliseconds).length,
  hundredths: others(hundredths).length,
};
say('Output seen', `${log}\nas JSON again: ${seen.log}\nas Ion again: ${seen.dumped}
  other numbers than JSON.parse reads: ${seen.milliseconds} of 10,000 times with milliseconds, ${seen.hundredths} of 10,000 hundredths`);
say('Why it matters', `Times in requestParameters may be seconds with a fraction, and Ion is one of the formats that tables of Athena hold. Two copies of one event, one of
  them through ion-js, are not equal: a comparison with === or a join by the time leaves events out. decimalValue and Ion's own text keep the digits.`);

assert.deepEqual(seen, {
  log: '{"startTime":1657624706.1230001,"score":0.30000000000000004,"rate":0.3}',
  dumped: '{startTime:1657624706.123,score:0.3,rate:3e-1}',
  milliseconds: 1456,
  hundredths: 1327,
});
JS
node find.mjs
echo 'As described.'
