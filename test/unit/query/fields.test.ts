import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { fieldNames, fields, parseQuestion, printQuestion } from '../../../server/src/core';
import { fieldsTable, wordsTable } from '../../../server/src/core/query/fieldsTable';
import { projectRoot } from '../../support/projectRoot';

suite('the table of fields', () => {
  test('gives no name to two fields', () => {
    const names = fieldNames.flatMap((name) => [name, ...fields[name].aliases]).map((name) => name.toLowerCase());
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
    for (const name of names) assert.match(name, /^[a-z][a-z.]*$/);
    // Of such a name nobody could tell whether it begins an address.
    assert.deepEqual(
      names.filter((name) => /^[a-f]{1,4}$/.test(name)),
      [],
    );
  });

  test('gives no word two meanings in one field, and none that is written otherwise', () => {
    for (const name of fieldNames) {
      const words = fields[name].words.flatMap(({ word, synonyms }) => [word, ...synonyms]);
      assert.deepEqual(
        words,
        [...new Set(words)].map((word) => word.toLowerCase()),
        name,
      );
    }
  });

  test('has one sentence for each field and word', () => {
    for (const name of fieldNames) {
      for (const { description } of [fields[name], ...fields[name].words])
        assert.match(description, /^[A-Z].*[^.]\.$/, name);
    }
  });

  test('has examples as they are printed', () => {
    for (const name of fieldNames) {
      const { question, problems } = parseQuestion(fields[name].example);
      assert.deepEqual(problems, [], name);
      assert.equal(printQuestion(question), fields[name].example);
      assert.equal(question.kind === 'field' && question.field, name);
    }
  });
});

const file = path.join(projectRoot(), 'docs', 'questions.md');
const words = (name: 'is' | 'outcome' | 'address'): string => wordsTable(fields[name].words);
const TABLES: readonly (readonly [name: string, table: string])[] = [
  ['fields', fieldsTable(false)],
  ['own', fieldsTable(true)],
  ['outcome', words('outcome')],
  ['is', words('is')],
  ['address', words('address')],
];

suite('docs/questions.md', () => {
  test('has the tables of the code', () => {
    const written = readFileSync(file, 'utf8');
    let made = written;
    for (const [name, table] of TABLES) {
      const between = new RegExp(`(<!-- ${name}: [^>]*-->\\n\\n)[\\s\\S]*?(\\n\\n<!-- end -->)`);
      assert.match(made, between, `Put back the marks around the table of ${name}.`);
      made = made.replace(between, (_, start: string, end: string) => `${start}${table}${end}`);
    }
    if (process.env.WRITE_QUESTIONS !== undefined) writeFileSync(file, made);
    else
      assert.equal(
        written,
        made,
        'docs/questions.md is out of date. Make it again: WRITE_QUESTIONS=1 npm test -- unit',
      );
  });

  test('has examples that can be asked', () => {
    const blocks = [...readFileSync(file, 'utf8').matchAll(/^ {4}(\S.*?)(?: {2,}# .*)?$/gm)].map(
      ([, text = '']) => text,
    );
    assert.ok(blocks.length > 10);
    for (const text of blocks) assert.deepEqual(parseQuestion(text).problems, [], text);
  });
});
