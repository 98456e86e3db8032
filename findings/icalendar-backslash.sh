#!/usr/bin/env bash
# In calendars the user CORP\nina becomes CORP, a new line and ina: of five libraries that read iCalendar one reads the name as three others wrote it.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  ics@3.12.0 ical-generator@10.2.0 ical.js@2.2.1 node-ical@0.26.1 ical@0.8.0 icalendar@0.7.1 cal-parser@1.0.2
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseString } from 'cal-parser';
import ical from 'ical';
import ICAL from 'ical.js';
import icalGenerator from 'ical-generator';
import icalendar from 'icalendar';
import ics from 'ics';
import nodeIcal from 'node-ical';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository ?? 'not named in the package'}`;
};

const writers = {
  ics: (summary, time) => ics.createEvent({ title: summary, start: time, startInputType: 'utc', startOutputType: 'utc', duration: { minutes: 5 } }).value,
  'ical-generator': (summary, time) => {
    const calendar = icalGenerator();
    calendar.createEvent({ start: new Date(time), end: new Date(time + 300_000), summary });
    return calendar.toString();
  },
  'ical.js': (summary, time) => {
    const calendar = new ICAL.Component(['vcalendar', [], []]);
    const component = new ICAL.Component('vevent');
    calendar.addSubcomponent(component);
    const event = new ICAL.Event(component);
    event.summary = summary;
    event.startDate = ICAL.Time.fromJSDate(new Date(time), true);
    event.uid = 'event-1';
    return calendar.toString();
  },
};
const eventOf = (parsed) => Object.values(parsed).find(({ type }) => type === 'VEVENT').summary;
const readers = {
  'ical.js': (text) => new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).summary,
  'node-ical': (text) => eventOf(nodeIcal.sync.parseICS(text)),
  ical: (text) => eventOf(ical.parseICS(text)),
  // It asks for a PRODID, and ical.js writes none unless it is told to.
  icalendar: (text) => icalendar.parse_calendar(text.includes('PRODID') ? text : text.replace('\r\n', '\r\nPRODID:x\r\n')).events()[0].getPropertyValue('SUMMARY'),
  'cal-parser': (text) => parseString(text).events[0].summary.value,
};

say('Packages', [...new Set([...Object.keys(writers), ...Object.keys(readers)])].map(about).join('\n'));
say('Guess', `A summary comes back as it was, whoever writes the calendar and whoever reads it. iCalendar says how: a backslash is written twice, and a backslash
  with an n is a new line.`);
say('Behaviour', `All three write it so. ical.js reads it so. The other readers look for \\n first, and find it in the second half of \\\\n; node-ical and ical leave the
  first backslash where it was, icalendar drops it. N is a new line as well. cal-parser drops all backslashes, and has a blank for a new line.`);

const time = Date.UTC(2023, 6, 10, 1, 5, 6);
const names = ['CORP\\nina', 'CORP\\Nadia', 'CORP\\jane'];
const seen = {};
for (const [writer, write] of Object.entries(writers))
  for (const [reader, read] of Object.entries(readers)) {
    let told;
    try {
      told = names.map((name) => read(write(name, time)));
    } catch {
      told = 'not read';
    }
    (seen[reader] ??= {})[writer] = told;
  }
say('Output seen', `Written: ${JSON.stringify(names)}\n${Object.entries(seen).map(([reader, by]) => `${reader}: ${JSON.stringify(by.ics)}`).join('\n')}`);
say('Why it matters', `A timeline of an incident is handed round as a calendar, and in Active Directory, which WorkMail can use, users are called DOMAIN\\name: those
  whose name begins with n are somebody else in it, and a search for the name finds nothing. A path such as C:\\new suffers the same.`);

const wrong = { 'node-ical': ['CORP\\\nina', 'CORP\\\nadia'], ical: ['CORP\\\nina', 'CORP\\\nadia'], icalendar: ['CORP\nina', 'CORP\nadia'] };
const jane = 'CORP\\jane';
assert.deepEqual(Object.fromEntries(Object.entries(seen).map(([reader, by]) => [reader, by.ics])), {
  'ical.js': names,
  'node-ical': [...wrong['node-ical'], jane],
  ical: [...wrong.ical, jane],
  icalendar: [...wrong.icalendar, jane],
  'cal-parser': ['CORP ina', 'CORPNadia', 'CORPjane'],
});
for (const by of Object.values(seen)) for (const told of Object.values(by)) assert.ok(told === 'not read' || JSON.stringify(told) === JSON.stringify(by.ics));
JS
node find.mjs
echo 'As described.'
