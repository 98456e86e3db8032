#!/usr/bin/env bash
# Two packages say TOON and mean two formats: toonkit writes [object Object] for each userIdentity, and moves what follows a comma to the next column.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact toonkit@2.0.2 @toon-format/toon@4.4.0
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decode, encode } from '@toon-format/toon';
import { jsonToToon, toonToJson } from 'toonkit';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository ?? 'not told'}`;
};

say('Packages', ['toonkit', '@toon-format/toon'].map(about).join('\n'));
say('Guess', 'Each reads what itself and the other wrote: toonkit is to turn JSON into TOON and back, objects and lists included.');
say('Behaviour', `Both write names once and values in rows, but toonkit gives each column a type and no value quotes. An object in a row becomes the words
  [object Object], and a comma in a text moves what follows it to the next column. What the other wrote it stops at.`);

const log = (...records) => ({ Records: records });
const logs = {
  identity: log({ eventName: 'GetUser', userIdentity: { type: 'IAMUser', userName: 'jane' } }),
  comma: log({ eventName: 'GetUser', userAgent: 'Mozilla/5.0 (KHTML, like Gecko)', errorCode: 'AccessDenied' }),
  plain: log({ eventName: 'GetUser', readOnly: true }),
};
const seen = Object.fromEntries(
  Object.entries(logs).map(([title, given]) => {
    let other;
    try {
      other = toonToJson(encode(given));
    } catch (error) {
      other = error.constructor.name;
    }
    return [title, { toonkit: toonToJson(jsonToToon(given)), 'toonkit, of TOON': other, TOON: decode(encode(given)) }];
  }),
);
say('Output seen', Object.entries(seen).flatMap(([title, told]) => Object.entries(told).map(([reader, value]) => `${title}, ${reader}: ${JSON.stringify(value)}`)).join('\n'));
say('Why it matters', `Logs are turned into TOON so that more of them fit into what a model reads at once. Who did it is [object Object] then for every event, a userAgent
  with a comma in it becomes an errorCode, and neither the model nor whoever asks it can tell.`);

const [identity] = logs.identity.Records;
assert.deepEqual(seen, {
  identity: { toonkit: log({ ...identity, userIdentity: '[object Object]' }), 'toonkit, of TOON': 'TypeError', TOON: logs.identity },
  comma: {
    toonkit: log({ eventName: 'GetUser', userAgent: 'Mozilla/5.0 (KHTML', errorCode: ' like Gecko)' }),
    'toonkit, of TOON': 'TypeError',
    TOON: logs.comma,
  },
  plain: { toonkit: logs.plain, 'toonkit, of TOON': 'TypeError', TOON: logs.plain },
});
JS
node find.mjs
echo 'As described.'
