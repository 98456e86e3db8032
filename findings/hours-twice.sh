#!/usr/bin/env bash
# Where clocks go back, @date-fns/tz begins the hour of an event after the event, and luxon has two beginnings of one day.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact luxon@3.7.2 @date-fns/tz@1.5.0 date-fns@4.4.0 temporal-polyfill@1.0.8
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tz } from '@date-fns/tz';
import { startOfDay, startOfHour } from 'date-fns';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['luxon', '@date-fns/tz', 'temporal-polyfill'].map(about).join('\n'));
say('Guess', `The beginning of an hour or of a day is never behind the moment that it was asked for, and all moments of a day have one. The machine is in UTC, so
  that its own zone has no part in it.`);
say('Behaviour', `An hour that the clock shows twice begins once in @date-fns/tz: in Berlin with the second time, so that it begins after events that lie in it; in New York
  with the first. Where midnight comes twice, each autumn on the Azores and in Havana, luxon begins the day at the midnight whose offset the event has:
  the day has two beginnings, and hasSame depends on which of the two is asked. temporal-polyfill is right in all.`);

const libraries = {
  luxon: (time, zone, unit) => DateTime.fromISO(time, { zone }).startOf(unit).toJSDate(),
  '@date-fns/tz': (time, zone, unit) => ({ hour: startOfHour, day: startOfDay })[unit](new Date(time), { in: tz(zone) }),
  'temporal-polyfill': (time, zone, unit) => {
    const moment = Temporal.Instant.from(time).toZonedDateTimeISO(zone);
    return new Date(moment.round({ smallestUnit: unit, roundingMode: 'floor' }).epochMilliseconds);
  },
};
const questions = [
  ['2025-10-26T00:30:00Z', 'Europe/Berlin', 'hour'],
  ['2025-11-02T06:30:00Z', 'America/New_York', 'hour'],
  ['2025-10-26T00:30:00Z', 'Atlantic/Azores', 'day'],
  ['2025-10-26T12:00:00Z', 'Atlantic/Azores', 'day'],
];
const seen = {};
for (const [name, begin] of Object.entries(libraries))
  seen[name] = questions.map((question) => new Date(+begin(...question)).toJSON().slice(11, 16));
const [early, late] = ['2025-10-26T00:30:00Z', '2025-10-26T12:00:00Z'].map((time) => DateTime.fromISO(time, { zone: 'Atlantic/Azores' }));
const same = [early.hasSame(late, 'day'), late.hasSame(early, 'day')];
say('Output seen', `Begins at, in UTC:
  ${questions.map(([time, zone, unit], n) => `${unit} of ${time}, ${zone}: ${Object.entries(seen).map(([name, times]) => `${name} ${times[n]}`).join(', ')}`).join('\n')}
  luxon, 00:30 has the day of 12:00: ${same[0]}, 12:00 has the day of 00:30: ${same[1]}`);
say('Why it matters', `Calls per hour are how a burst is found, and per day how reports count. In one night of the year all calls of two hours make one bar twice as high, in the
  wrong hour; a filter "since the beginning of this hour" leaves out the event it was asked at; a day of events falls into two groups.`);

assert.deepEqual(seen, {
  luxon: ['00:00', '06:00', '00:00', '01:00'],
  '@date-fns/tz': ['01:00', '05:00', '00:00', '00:00'],
  'temporal-polyfill': ['00:00', '06:00', '00:00', '00:00'],
});
assert.deepEqual(same, [true, false]);
JS
TZ=UTC node find.mjs
echo 'As described.'
