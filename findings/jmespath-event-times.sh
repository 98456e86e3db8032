#!/usr/bin/env bash
# A JMESPath filter by eventTime finds the events in two JavaScript libraries and nothing in two others, and max_by works in one of four.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact jmespath@0.16.0 @metrichor/jmespath@0.3.1 @jmespath-community/jmespath@1.3.0 @aws-lambda-powertools/jmespath@2.36.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import classic from 'jmespath';
import { search as metrichor } from '@metrichor/jmespath';
import { search as community } from '@jmespath-community/jmespath';
import { search as powertools } from '@aws-lambda-powertools/jmespath';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

const libraries = {
  jmespath: classic.search,
  '@metrichor/jmespath': metrichor,
  '@jmespath-community/jmespath': community,
  '@aws-lambda-powertools/jmespath': (data, expression) => powertools(expression, data),
};
say('Packages', Object.keys(libraries).map(about).join('\n'));
say('Guess', 'All compare ISO times as text, as the --query of the AWS CLI does.');
say('Behaviour', `The language defines < and > for numbers only. Two libraries compare text nevertheless, two answer null for each comparison,
  so that the filter is empty. max_by over a text, which the language does define, is null in the first three.
  No library says that anything is wrong.`);

const log = { Records: [{ eventTime: '2023-05-01T00:00:00Z' }, { eventTime: '2026-03-12T09:00:30Z' }] };
const seen = {};
for (const [name, search] of Object.entries(libraries)) {
  seen[name] = [
    search(log, "Records[?eventTime >= '2024-01-01'].eventTime"),
    search(log, 'max_by(Records, &eventTime).eventTime'),
  ];
}
say('Output seen', Object.entries(seen).map(([name, answers]) => `${name}: ${JSON.stringify(answers)}`).join('\n'));
say('Why it matters', `An expression taken from a command line into a script says "no events since then", which is an answer in an
  investigation. Sort by time and take the last one instead: sort_by is right in all four.`);

const found = ['2026-03-12T09:00:30Z'];
assert.deepEqual(seen, {
  jmespath: [found, null],
  '@metrichor/jmespath': [found, null],
  '@jmespath-community/jmespath': [[], null],
  '@aws-lambda-powertools/jmespath': [[], found[0]],
});
for (const search of Object.values(libraries)) assert.equal(search(log, 'sort_by(Records, &eventTime)[-1].eventTime'), found[0]);
JS
node find.mjs
echo 'As described.'
