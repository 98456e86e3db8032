#!/usr/bin/env bash
# ExcelJS decodes entities twice in texts that its own streaming writer wrote, so that the JSON of an event is broken or says something else.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact exceljs@4.4.0 xlsx@0.18.5
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['exceljs', 'xlsx'].map(about).join('\n'));
say('Guess', 'A text comes out of a cell as it went in, above all where one package writes and reads it.');
say('Behaviour', `Where a text stands in its cell (t="str"), ExcelJS takes &amp;quot; for &quot; as it reads XML, and that for a quotation mark. So it reads what its
  own streaming writer writes unless useSharedStrings is set, and what SheetJS writes unless bookSST is. Texts in the shared table are right.`);

const texts = ['{"html":"<a title=&quot;Reset&quot;>"}', '{"part":"1 &lt; 2 &amp;amp; 3"}'];
const streamed = async (useSharedStrings) => {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: 'events.xlsx', useSharedStrings });
  writer.addWorksheet('events').addRow(texts).commit();
  await writer.commit();
  return readFileSync('events.xlsx');
};
const sheet = { SheetNames: ['events'], Sheets: { events: XLSX.utils.aoa_to_sheet([texts]) } };
const workbooks = {
  'ExcelJS, streaming': await streamed(false),
  'ExcelJS, streaming, useSharedStrings': await streamed(true),
  SheetJS: XLSX.write(sheet, { type: 'buffer' }),
  'SheetJS, bookSST': XLSX.write(sheet, { type: 'buffer', bookSST: true }),
};
const seen = {};
for (const [writer, bytes] of Object.entries(workbooks)) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  seen[writer] = workbook.worksheets[0].getRow(1).values.slice(1);
  const { A1, B1 } = XLSX.read(bytes).Sheets.events;
  assert.deepEqual([A1.v, B1.v], texts);
}
say('Output seen', `Read by ExcelJS (SheetJS reads each of them as it was):
  ${Object.entries(seen).map(([writer, read]) => `${writer}: ${read.join('  ')}`).join('\n')}`);
say('Why it matters', `Requests that hold HTML, such as templates of mails, policies and descriptions, hold entities. The first text is no JSON any more, so that the
  event can't be read back; the second is JSON and says what nobody sent. Workbooks that WorkMail Trail exports hold texts in a third way
  (t="inlineStr"), which ExcelJS reads as it was.`);

const twice = ['{"html":"<a title="Reset">"}', '{"part":"1 < 2 &amp; 3"}'];
assert.deepEqual(seen, {
  'ExcelJS, streaming': twice,
  'ExcelJS, streaming, useSharedStrings': texts,
  SheetJS: twice,
  'SheetJS, bookSST': texts,
});
assert.throws(() => JSON.parse(twice[0]));
JS
node find.mjs
echo 'As described.'
