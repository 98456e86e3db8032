#!/usr/bin/env bash
# any-date-parser takes the time of an event in UTC for one of the machine's own zone, and passes over the offset in the Date of a mail.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact any-date-parser@2.2.4
cat > read.mjs <<'JS'
import parser from 'any-date-parser';

const times = ['2026-03-12T09:30:00Z', '2026-03-12T10:30:00+01:00', 'Thu, 12 Mar 2026 10:30:00 +0100'];
console.log(JSON.stringify(times.map((time) => [time, parser.fromString(time).toJSON()])));
JS
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('any-date-parser'));
say('Guess', `Whoever reads dates in any form reads the commonest of all, that of ISO 8601 with Z, and that of mails; what it does not know, it refuses.`);
say('Behaviour', `Offsets of ISO 8601, which the read me lists, are counted from the zone of the machine and not from UTC. The offset of a mail's Date, with a space before
  it, is passed over without a word. On a machine in UTC, where the package is tested, the first two forms are right.`);

const seen = {};
for (const machine of ['UTC', 'Asia/Tokyo', 'America/New_York'])
  seen[machine] = JSON.parse(execFileSync(process.execPath, ['read.mjs'], { env: { ...process.env, TZ: machine }, encoding: 'utf8' }));
say('Output seen', `One moment, 09:30 in UTC, written in three ways:
  ${Object.entries(seen).map(([machine, told]) => `machine in ${machine}\n${told.map((pair) => pair.join(' is read as ')).join('\n')}`).join('\n')}`);
say('Why it matters', `eventTime of CloudTrail has the first form, EventTime of the AWS CLI the second, a mail the third. With this reader they move by hours, in the same
  file by other hours on another machine, and a call and the mail that it explains do not stand side by side. Tests that run in UTC see nothing of it.`);

const read = (machine) => seen[machine].map(([, time]) => time.slice(0, 16));
assert.deepEqual(read('UTC'), ['2026-03-12T09:30', '2026-03-12T09:30', '2026-03-12T10:30']);
assert.deepEqual(read('Asia/Tokyo'), ['2026-03-12T00:30', '2026-03-12T00:30', '2026-03-12T01:30']);
assert.deepEqual(read('America/New_York'), ['2026-03-12T13:30', '2026-03-12T13:30', '2026-03-12T14:30']);
JS
node find.mjs
echo 'As described.'
