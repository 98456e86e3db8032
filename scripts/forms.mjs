// Writes test/fixtures/forms: the same three invented events in the many forms in which tools and people hand CloudTrail
// events on, and expected.json, which says what must be found in each. The same bytes at every run.
//
//   node scripts/forms.mjs
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allForms } from './forms/all.mjs';
import { projectRoot } from './project.mjs';

const folder = path.join(projectRoot, 'test', 'fixtures', 'forms');
mkdirSync(folder, { recursive: true });
const files = new Set(allForms.map(({ file }) => file));
if (files.size !== allForms.length) throw new Error('Two forms have the same file name.');
for (const name of readdirSync(folder)) if (!name.startsWith('.') && !files.has(name)) rmSync(path.join(folder, name));
for (const { file, content } of allForms) writeFileSync(path.join(folder, file), content);
const expected = allForms.map(({ file, what, who, expected: found }) => ({ file, what, who, ...found }));
writeFileSync(path.join(folder, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
console.log(`test/fixtures/forms: ${allForms.length} files`);
