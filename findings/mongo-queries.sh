#!/usr/bin/env bash
# Four libraries take MongoDB's queries and don't agree on the answers: one forgets where a time span ends, to two of them no call ever succeeded.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  sift@17.1.4 mingo@7.2.7 @seald-io/nedb@4.1.2 lokijs@1.5.12
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Nedb from '@seald-io/nedb';
import Loki from 'lokijs';
import { Query } from 'mingo';
import sift from 'sift';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? `https://github.com/${repository}`}`;
};

say('Packages', ['sift', 'mingo', '@seald-io/nedb', 'lokijs'].map(about).join('\n'));
say('Guess', `Where an operator is there, it means in all four what it means in MongoDB: null finds what is absent, $ne on a member of an array leaves out
  what has it anywhere, two bounds are a span.`);
say('Behaviour', `sift and mingo do so. NeDB and LokiJS find no event by errorCode null, and by "resources.ARN is not a" events that have a beside b. Of two
  operators in one object LokiJS takes the first and forgets the other. It takes a text of digits for a number: nothing of 2026 is then before
  "2027", but what has no time at all is. It throws where requestParameters is null and a member of it is asked for.`);

const log = [
  { id: 1, eventTime: '2026-03-12T09:00:30Z', errorCode: 'AccessDenied', requestParameters: null, resources: [{ ARN: 'a' }, { ARN: 'b' }] },
  { id: 2, eventTime: '2026-03-13T09:00:30Z', requestParameters: { name: 'jane' }, resources: [{ ARN: 'b' }] },
  { id: 3, requestParameters: { name: 'joe' } },
];
const copy = () => structuredClone(log);
const nedb = new Nedb();
await nedb.insertAsync(copy());
const loki = new Loki('logs').addCollection('events');
loki.insert(copy());
const libraries = {
  sift: (query) => log.filter(sift.default?.(query) ?? sift(query)),
  mingo: (query) => new Query(query).find(log).all(),
  nedb: (query) => nedb.findAsync(query),
  lokijs: (query) => loki.find(query),
};
const queries = {
  'no error': { errorCode: null },
  'not on a': { 'resources.ARN': { $ne: 'a' } },
  'on 12 March': { eventTime: { $gte: '2026-03-12', $lt: '2026-03-13' } },
  'before 2027': { eventTime: { $lt: '2027' } },
  'name is jane': { 'requestParameters.name': 'jane' },
};
const seen = {};
for (const [title, query] of Object.entries(queries)) {
  seen[title] = {};
  for (const [name, find] of Object.entries(libraries))
    try {
      seen[title][name] = (await find(query)).map(({ id }) => id).sort();
    } catch (error) {
      seen[title][name] = error.message;
    }
}
say('Output seen', `Events found, of 1 (refused, on a and b, 12 March), 2 (on b, 13 March) and 3 (without a time):
  ${Object.entries(seen).map(([title, found]) => `${title}: ${JSON.stringify(found)}`).join('\n')}`);
say('Why it matters', `errorCode stands only in calls that failed, requestParameters is null in many, and each investigation asks for a span of time: the plainest
  questions about a log. With LokiJS put both bounds into $and, as whole dates, and $exists beside them; with it and NeDB ask for what is absent
  with $exists.`);

const asInMongo = (ids) => ({ sift: ids, mingo: ids, nedb: ids, lokijs: ids });
assert.deepEqual(seen, {
  'no error': { ...asInMongo([2, 3]), nedb: [], lokijs: [] },
  'not on a': { ...asInMongo([2, 3]), nedb: [1, 2, 3], lokijs: [1, 2, 3] },
  'on 12 March': { ...asInMongo([1]), lokijs: [1, 2] },
  'before 2027': { ...asInMongo([1, 2]), lokijs: [3] },
  'name is jane': { ...asInMongo([2]), lokijs: "Cannot use 'in' operator to search for 'name' in null" },
});
JS
node find.mjs
echo 'As described.'
