#!/usr/bin/env bash
# @sigyn/logql reads queries of Loki and writes others: conditions are gone, become labels of the stream, or the query searches for its own text.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @sigyn/logql@2.2.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LogQL } from '@sigyn/logql';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('@sigyn/logql'));
say('Guess', 'A query that was parsed and written again is the same query, as the package promises to parse and serialize.');
say('Behaviour', `What stands between braces, quotes and signs of comparison is looked for anywhere in the query. Filters by pattern (|~) are dropped, or the query looks
  for its own text where it has no other; a quote that is escaped ends the text; a condition on a field becomes a label of the stream as well, and
  loses what stands before the last underscore of its name.`);

const queries = [
  '{app="trail"} |= "AccessDenied" != "GetUser"',
  '{app="trail"} |= "Get|List" |~ "Denied{1,2}"',
  '{app="trail"} |~ "Denied"',
  '{app="trail"} |= "userName\\":\\"jane"',
  '{app="trail"} | json | userIdentity_arn="jane"',
];
const seen = Object.fromEntries(queries.map((query) => [query, new LogQL(query).toString()]));
say('Output seen', Object.entries(seen).map(([query, told]) => `${query}\n${told}`).join('\n'));
say('Why it matters', `Logs of trails are sent to Loki, and queries are kept, built and shown by programs. A query that lost a condition finds more than was asked, and one
  that looks for itself, or for a label that no stream has, finds nothing: that nobody was refused is then told of a day on which many were.`);

assert.deepEqual(Object.values(seen), [
  '{app="trail"} |= `AccessDenied` != `GetUser`',
  '{app="trail"} |= `Get|List`',
  '{app="trail"} |= `{app="trail"} |~ "Denied"`',
  '{app="trail"} |= `userName\\`',
  '{app="trail",arn="jane"} |= `{app="trail"} | json | userIdentity_arn="jane"` | arn = "jane" | json',
]);
JS
node find.mjs
echo 'As described.'
