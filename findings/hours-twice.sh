#!/usr/bin/env bash
# Where clocks are set, six of seven libraries and engines begin the hour or the day of some event elsewhere, three of them behind the event.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact temporal-polyfill@1.0.8 luxon@3.7.2 \
  moment-timezone@0.6.6 @js-joda/core@6.3.2 @js-joda/timezone@2.25.2 @date-fns/tz@1.5.0 date-fns@4.4.0 dayjs@1.11.23 \
  @electric-sql/pglite@0.5.17
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tz } from '@date-fns/tz';
import { PGlite } from '@electric-sql/pglite';
import { ChronoUnit, Instant, ZonedDateTime, ZoneId } from '@js-joda/core';
import '@js-joda/timezone';
import { startOfDay, startOfHour } from 'date-fns';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { DateTime } from 'luxon';
import moment from 'moment-timezone';
import { Temporal } from 'temporal-polyfill';

dayjs.extend(utc);
dayjs.extend(timezone);
const database = new PGlite();
const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};
const begin = {
  'temporal-polyfill': (time, zone, unit) =>
    Temporal.Instant.from(time).toZonedDateTimeISO(zone).round({ smallestUnit: unit, roundingMode: 'floor' }).epochMilliseconds,
  luxon: (time, zone, unit) => DateTime.fromISO(time, { zone }).startOf(unit).toMillis(),
  'moment-timezone': (time, zone, unit) => moment.tz(time, zone).startOf(unit).valueOf(),
  '@js-joda/timezone': (time, zone, unit) => {
    const moment = ZonedDateTime.ofInstant(Instant.parse(time), ZoneId.of(zone));
    return moment.truncatedTo({ hour: ChronoUnit.HOURS, day: ChronoUnit.DAYS }[unit]).toInstant().toEpochMilli();
  },
  '@date-fns/tz': (time, zone, unit) => +{ hour: startOfHour, day: startOfDay }[unit](new Date(time), { in: tz(zone) }),
  dayjs: (time, zone, unit) => dayjs(time).tz(zone).startOf(unit).valueOf(),
  '@electric-sql/pglite': async (time, zone, unit) =>
    Number((await database.query('SELECT extract(epoch FROM date_trunc($1, $2::timestamptz, $3)) * 1000 AS begin', [unit, time, zone])).rows[0].begin),
};

say('Packages', Object.keys(begin).map(about).join('\n'));
say('Guess', 'The beginning of an hour or of a day is never behind the moment that it is asked for, and all moments of a day have one. The machine is in UTC here.');
say('Behaviour', `An hour that comes twice begins once in @date-fns/tz and dayjs, in Berlin with its second time, in New York with its first. Where midnight comes twice, the day has two
  beginnings in luxon, moment-timezone and @js-joda/timezone, by the offset of the event; in Postgres (pglite) the second one. Where there is no midnight, dayjs begins
  the day in the one before. temporal-polyfill is right in all.`);

const questions = [
  ['2025-10-26T00:30:00Z', 'Europe/Berlin', 'hour'],
  ['2025-11-02T06:30:00Z', 'America/New_York', 'hour'],
  ['2025-10-26T00:30:00Z', 'Atlantic/Azores', 'day'],
  ['2025-10-26T12:00:00Z', 'Atlantic/Azores', 'day'],
  ['2025-04-25T12:00:00Z', 'Africa/Cairo', 'day'],
];
const seen = [];
for (const question of questions) {
  const told = [];
  for (const [name, ask] of Object.entries(begin)) told.push([name, new Date(await ask(...question)).toJSON().slice(0, 16)]);
  const [[, right], ...others] = told;
  seen.push([question, right, others.filter(([, time]) => time !== right)]);
}
say('Output seen', seen.map(([[time, zone, unit], right, wrong]) => `${unit} of ${time}, ${zone}: ${right}\n  but ${wrong.map((entry) => entry.join(' ')).join(', ')}`).join('\n'));
say('Why it matters', `Calls per hour are how a burst is found, and per day how reports count. In such a night the calls of two hours make one bar twice as high, a filter "since the
  beginning of this hour" leaves out the event that it was asked at, and a day falls into two groups.`);

assert.deepEqual(seen.map(([, right, wrong]) => ({ right, ...Object.fromEntries(wrong) })), [
  { right: '2025-10-26T00:00', '@date-fns/tz': '2025-10-26T01:00', dayjs: '2025-10-26T01:00' },
  { right: '2025-11-02T06:00', '@date-fns/tz': '2025-11-02T05:00', dayjs: '2025-11-02T05:00' },
  { right: '2025-10-26T00:00', '@electric-sql/pglite': '2025-10-26T01:00' },
  {
    right: '2025-10-26T00:00',
    luxon: '2025-10-26T01:00',
    'moment-timezone': '2025-10-26T01:00',
    '@js-joda/timezone': '2025-10-26T01:00',
    '@electric-sql/pglite': '2025-10-26T01:00',
  },
  { right: '2025-04-24T22:00', dayjs: '2025-04-24T21:00' },
]);
await database.close();
JS
TZ=UTC node find.mjs
echo 'As described.'
