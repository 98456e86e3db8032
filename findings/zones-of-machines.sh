#!/usr/bin/env bash
# date-fns-tz tells an event of 02:30 UTC as one of 03:30 UTC where the clock of the machine leaves that hour out in that night; dayjs does so for Tokyo.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  dayjs@1.11.23 date-fns-tz@3.2.0 @date-fns/tz@1.5.0 date-fns@4.4.0 luxon@3.7.2
cat > told.mjs <<'JS'
import { tz } from '@date-fns/tz';
import { format, startOfDay } from 'date-fns';
import { formatInTimeZone, fromZonedTime, toZonedTime } from 'date-fns-tz';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { DateTime } from 'luxon';

dayjs.extend(utc);
dayjs.extend(timezone);
const libraries = {
  dayjs: {
    tell: (time, zone) => dayjs(time).tz(zone).format('HH:mm'),
    begin: (time, zone) => dayjs(time).tz(zone).startOf('day').toDate(),
  },
  'date-fns-tz': {
    tell: (time, zone) => formatInTimeZone(time, zone, 'HH:mm'),
    begin: (time, zone) => fromZonedTime(startOfDay(toZonedTime(time, zone)), zone),
  },
  '@date-fns/tz': {
    tell: (time, zone) => format(new Date(time), 'HH:mm', { in: tz(zone) }),
    begin: (time, zone) => startOfDay(new Date(time), { in: tz(zone) }),
  },
  luxon: {
    tell: (time, zone) => DateTime.fromISO(time, { zone }).toFormat('HH:mm'),
    begin: (time, zone) => DateTime.fromISO(time, { zone }).startOf('day').toJSDate(),
  },
};
const told = Object.entries(libraries).map(([name, { tell, begin }]) => [
  name,
  [tell('2026-03-08T02:30:00Z', 'UTC'), tell('2026-03-07T17:30:00Z', 'Asia/Tokyo'), new Date(+begin('2026-03-29T12:00:00Z', 'Europe/Berlin')).toJSON()],
]);
console.log(JSON.stringify(Object.fromEntries(told)));
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

say('Packages', ['dayjs', 'date-fns-tz', '@date-fns/tz', 'luxon'].map(about).join('\n'));
say('Guess', 'A moment in a zone that is named is the same on every machine.');
say('Behaviour', `date-fns-tz and dayjs make a date of the machine's own zone whose clock shows what they want to tell. On 8 March 2026 clocks of New York show no
  time between 02:00 and 03:00: there 02:30 of any zone becomes 03:30, in date-fns-tz even of UTC. And in dayjs the day on which Berlin changes its
  clocks begins an hour early. With the machine in UTC all are right; luxon and @date-fns/tz are with both.`);

const seen = {};
for (const machine of ['UTC', 'America/New_York'])
  seen[machine] = JSON.parse(execFileSync(process.execPath, ['told.mjs'], { env: { ...process.env, TZ: machine }, encoding: 'utf8' }));
say('Output seen', `02:30 in UTC on 8 March, 02:30 in Tokyo on 8 March, beginning of 29 March in Berlin:
  ${Object.entries(seen).map(([machine, told]) => `machine in ${machine}\n${Object.entries(told).map(([name, [...times]]) => `${name}: ${times.join('  ')}`).join('\n')}`).join('\n')}`);
say('Why it matters', `eventTime is UTC, and investigators sit elsewhere: two of them who print one log with one program put an event into two hours, before and after
  a line of a mail log, and the last hour of a day stands in the report of the next. It happens in few nights of a year, and never on a server that
  runs in UTC.`);

const right = ['02:30', '02:30', '2026-03-28T23:00:00.000Z'];
const rightInAll = { dayjs: right, 'date-fns-tz': right, '@date-fns/tz': right, luxon: right };
assert.deepEqual(seen, {
  UTC: rightInAll,
  'America/New_York': {
    ...rightInAll,
    dayjs: ['02:30', '03:30', '2026-03-28T22:00:00.000Z'],
    'date-fns-tz': ['03:30', '03:30', '2026-03-28T23:00:00.000Z'],
  },
});
JS
node find.mjs
echo 'As described.'
