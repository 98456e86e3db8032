#!/usr/bin/env bash
# Six writers of workbooks write the name svc_x0041_prod as it is, and whoever knows the format reads it as svcAprod.
# excelts 5 is the last for Node.js 20. Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  exceljs@4.4.0 xlsx@0.18.5 xlsx-populate@1.21.0 excel4node@1.8.2 write-excel-file@4.1.1 @cj-tech-master/excelts@5.1.17 read-excel-file@9.3.17
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Workbook as Excelts } from '@cj-tech-master/excelts';
import excel4node from 'excel4node';
import ExcelJS from 'exceljs';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import XLSX from 'xlsx';
import XlsxPopulate from 'xlsx-populate';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Packages', ['exceljs', 'xlsx', 'xlsx-populate', 'excel4node', 'write-excel-file', '@cj-tech-master/excelts', 'read-excel-file'].map(about).join('\n'));
say('Guess', 'A text without control characters comes out of a cell as it went in, whoever writes and whoever reads.');
say('Behaviour', `In the XML of a workbook _xHHHH_ stands for a character (ECMA-376, ST_Xstring), and a text that holds such letters has to be written with
  _x005F_ for its first underscore. None of six writers does so. ExcelJS, SheetJS, excelts and read-excel-file read the character, also what they
  have written themselves; xlsx-populate reads the letters. ExcelJS reads the letters, too, where SheetJS wrote the text into the cell.`);

const name = 'svc_x0041_prod';
const withRows = (workbook) => {
  workbook.addWorksheet('events').addRow([name]);
  return workbook.xlsx.writeBuffer();
};
const writers = {
  exceljs: () => withRows(new ExcelJS.Workbook()),
  xlsx: () => XLSX.write({ SheetNames: ['events'], Sheets: { events: XLSX.utils.aoa_to_sheet([[name]]) } }, { type: 'buffer' }),
  'xlsx-populate': async () => {
    const workbook = await XlsxPopulate.fromBlankAsync();
    workbook.sheet(0).cell(1, 1).value(name);
    return workbook.outputAsync();
  },
  excel4node: () => {
    const workbook = new excel4node.Workbook();
    workbook.addWorksheet('events').cell(1, 1).string(name);
    return workbook.writeToBuffer();
  },
  'write-excel-file': () => writeExcelFile([[{ type: String, value: name }]]).toBuffer(),
  excelts: () => withRows(new Excelts()),
};
const firstOf = async (workbook, bytes) => {
  await workbook.xlsx.load(bytes);
  return workbook.worksheets[0].getCell(1, 1).value;
};
const readers = {
  exceljs: (bytes) => firstOf(new ExcelJS.Workbook(), bytes),
  xlsx: (bytes) => Object.values(XLSX.read(bytes).Sheets)[0].A1.v,
  'xlsx-populate': async (bytes) => (await XlsxPopulate.fromDataAsync(bytes)).sheet(0).cell(1, 1).value(),
  excelts: (bytes) => firstOf(new Excelts(), bytes),
  'read-excel-file': async (bytes) => (await readSheet(bytes))[0][0],
};
const seen = {};
for (const [writer, write] of Object.entries(writers)) {
  const bytes = Buffer.from(await write());
  seen[writer] = {};
  for (const [reader, read] of Object.entries(readers)) seen[writer][reader] = await read(bytes);
}
say('Output seen', `${name}, ${Object.entries(seen).map(([writer, read]) => `written by ${writer}: ${JSON.stringify(read)}`).join('\n')}`);
say('Why it matters', `Users, groups and roles may be called so: underscores, letters and digits are what names are made of. A table of events then names somebody
  who does not exist, or somebody else, and a search for the name of the log finds nothing. Workbooks that WorkMail Trail exports hold _x005F_.`);

const asLetters = { exceljs: 'svcAprod', xlsx: 'svcAprod', 'xlsx-populate': name, excelts: 'svcAprod', 'read-excel-file': 'svcAprod' };
assert.deepEqual(seen, {
  exceljs: asLetters,
  xlsx: { ...asLetters, exceljs: name, excelts: name },
  'xlsx-populate': asLetters,
  excel4node: asLetters,
  'write-excel-file': asLetters,
  excelts: asLetters,
});
JS
node find.mjs
echo 'As described.'
