#!/usr/bin/env bash
# node-sql-parser reads two queries for Trino without complaint and prints them as others: a value becomes a column, a cross join an inner one.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the package behaves as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact node-sql-parser@5.4.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Parser } = require('node-sql-parser');
const { version, repository } = require('node-sql-parser/package.json');
const parser = new Parser();
const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);

say('Package', `node-sql-parser ${version}, npm, source: ${repository?.url ?? repository}`);
say('Guess', 'What the parser takes in one dialect it prints again as a query that asks the same, however it is spelled.');
say('Behaviour', `In the dialects trino and postgresql a text behind IS DISTINCT FROM is printed in double quotes, which are those of names: it has become a column.
  In the same dialects CROSS JOIN UNNEST(…) AS t(r) is read as a table that is called CROSS and an INNER JOIN without a condition, and t(r) as
  one name. The dialect athena refuses the first and keeps the second as it is.`);

/** What a query is printed as; undefined where it is refused. */
function printed(query, database) {
  try {
    return parser.sqlify(parser.astify(query, { database }), { database });
  } catch {
    return undefined;
  }
}

const queries = [
  "SELECT eventid FROM logs WHERE errorcode IS DISTINCT FROM 'AccessDenied'",
  'SELECT eventid FROM logs CROSS JOIN UNNEST(resources) AS t(r)',
];
const seen = ['trino', 'postgresql', 'athena'].map((database) => queries.map((query) => printed(query, database)));
say('Output seen', `trino:\n${seen[0].join('\n')}`);
say('Why it matters', `IS DISTINCT FROM is how calls without an errorCode, those that succeeded, are kept beside all errors but one; CROSS JOIN UNNEST is how the
  resources of an event are looked through. A query for a table of CloudTrail logs that is formatted, checked or rewritten on the way asks for
  something else afterwards, or for a column that there is not. A parse without an error proves nothing about the text that is printed.`);

assert.deepEqual(seen, [
  [
    'SELECT eventid FROM "logs" WHERE errorcode IS DISTINCT FROM "AccessDenied"',
    'SELECT eventid FROM "logs" AS "CROSS" INNER JOIN UNNEST(resources) AS "t(r)"',
  ],
  [
    'SELECT eventid FROM "logs" WHERE errorcode IS DISTINCT FROM "AccessDenied"',
    'SELECT eventid FROM "logs" AS "CROSS" INNER JOIN UNNEST(resources) AS "t(r)"',
  ],
  [undefined, 'SELECT "eventid" FROM "logs" CROSS JOIN UNNEST("resources") AS t("r")'],
]);
JS
node find.mjs
echo 'As described.'
