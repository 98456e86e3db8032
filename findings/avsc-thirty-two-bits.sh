#!/usr/bin/env bash
# avsc makes a type of 32 bits for numbers with a fraction, and the time of an event comes back up to a minute early or late.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact avsc@5.7.9
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import avsc from 'avsc';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('avsc'));
say('Guess', 'What Type.forValue makes of records holds these records: fractions as double, which is what a number of JavaScript and of JSON in practice is.');
say('Behaviour', `Whole numbers become int, or long where they are large; each number with a fraction becomes float, which has 24 bits for its digits. At the
  seconds since 1970 that is one value in 128 seconds. Whole seconds are kept, unless one other record has a fraction: then all of them are rounded.`);

const there = (seconds) => {
  const events = seconds.map((time) => ({ eventName: 'GetUser', time }));
  const type = avsc.Type.forValue(events);
  return { type: type.itemsType.field('time').type.toString(), back: type.fromBuffer(type.toBuffer(events)).map(({ time }) => time) };
};
const whole = there([1657624706, 1657624790]);
const fraction = there([1657624706.123]);
const mixed = there([1657624706, 1657624790, 1657624800.5]);
const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 23);
const wanted = [1657624706, 1657624790, 1657624800.5];
say('Output seen', `${whole.type}: ${whole.back}\n${fraction.type}: 1657624706.123 is read as ${fraction.back}
  ${mixed.type}: ${wanted.map((time, at) => `${clock(time)} is read as ${clock(mixed.back[at])}`).join(', ')}`);
say('Why it matters', `Times in requestParameters and responseElements may be seconds with a fraction, and so are those of CloudWatch Logs' and the SDKs' answers. In a
  file of Avro made this way calls stand in another minute, in another order, and no longer match the same calls elsewhere. Write the type by hand.`);

assert.deepEqual(whole, { type: '"int"', back: [1657624706, 1657624790] });
assert.deepEqual(fraction, { type: '"float"', back: [1657624704] });
assert.deepEqual(mixed, { type: '"float"', back: [1657624704, 1657624832, 1657624832] });
JS
node find.mjs
echo 'As described.'
