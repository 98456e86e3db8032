import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import type { Case } from '../../../../server/src/core/investigate/case/case';
import { caseFileText, readCaseFile } from '../../../../server/src/core/investigate/case/caseFile';
import { HOSTILE_VALUES } from '../../../support/hostileValues';
import { projectRoot } from '../../../support/projectRoot';

const schema: object = JSON.parse(readFileSync(path.join(projectRoot(), 'schemas', 'case.json'), 'utf8'));
const fits = new Ajv().compile(schema);

const written = '2026-05-18T12:00:00.000Z';
const known: Case = {
  sketch: [1, 5, Number.MAX_SAFE_INTEGER],
  entries: [
    { question: 'way-in', id: 'conclusion', text: 'A key.\nIt stays.', written },
    { question: 'of-later', id: 'settled', text: 'yes', written },
  ],
};
const file = (): Record<string, unknown> => JSON.parse(caseFileText(known));
const first = { question: 'way-in', id: 'conclusion', text: 'A key.', written };

/** What is wrong with files, and what stands in them. Where the schema has no word for it, it says so. */
const WRONG: Readonly<Record<string, readonly [sentence: string, value: unknown, isForCodeAlone?: true]>> = {
  'is no object': ['It is no file of a case.', [1]],
  'is another file': ['It is no file of a case.', { ...file(), format: 'workmail-trail-redaction-key' }],
  'is of a later version': ['It was written by another version of WorkMail Trail.', { ...file(), version: 2 }],
  'has more than we know': ['It is damaged.', { ...file(), more: 1 }],
  'has no word about itself': ['It is damaged.', { ...file(), about: undefined }],
  'has no sketch': ['It is damaged.', { ...file(), sketch: undefined }],
  'has an empty sketch': ['It is damaged.', { ...file(), sketch: [] }],
  'has a sketch of texts': ['It is damaged.', { ...file(), sketch: ['1'] }],
  'has halves in its sketch': ['It is damaged.', { ...file(), sketch: [0.5] }],
  'has too long a sketch': ['It is damaged.', { ...file(), sketch: Array.from({ length: 65 }, (_, at) => at) }],
  'has a sketch in disorder': ['It is damaged.', { ...file(), sketch: [5, 1] }, true],
  'has no entries': ['It is damaged.', { ...file(), entries: undefined }],
  'has an entry that is a text': ['It is damaged.', { ...file(), entries: ['x'] }],
  'has an entry with more than we know': ['It is damaged.', { ...file(), entries: [{ ...first, by: 'x' }] }],
  'has an entry without a text': ['It is damaged.', { ...file(), entries: [{ ...first, text: undefined }] }],
  'has an entry on nothing': ['It is damaged.', { ...file(), entries: [{ ...first, question: '' }] }],
  'has an entry with a time of another form': [
    'It is damaged.',
    { ...file(), entries: [{ ...first, written: 'now' }] },
  ],
  'has an entry with a time that never was': [
    'It is damaged.',
    { ...file(), entries: [{ ...first, written: '2026-13-18T12:00:00.000Z' }] },
    true,
  ],
  'has one thing twice': ['It is damaged.', { ...file(), entries: [first, first] }, true],
};

suite('the file of a case', () => {
  test('holds the case, and fits its schema', () => {
    assert.deepEqual([readCaseFile(caseFileText(known)), fits(file())], [known, true]);
  });

  test('is read with the mark that some programs put before a text', () => {
    assert.deepEqual(readCaseFile(`\ufeff${caseFileText(known)}`), known);
  });

  test('keeps every text as it was written', () => {
    const entries = Object.values(HOSTILE_VALUES).map((text, at) => ({ ...first, id: `note ${at}`, text }));
    assert.deepEqual(readCaseFile(caseFileText({ ...known, entries })), { ...known, entries });
  });

  for (const [what, [sentence, value, isForCodeAlone]] of Object.entries(WRONG)) {
    test(`is refused where it ${what}`, () => {
      const text = JSON.stringify(value);
      const fitsSchema = fits(JSON.parse(text));
      assert.deepEqual([readCaseFile(text), fitsSchema], [sentence, isForCodeAlone === true]);
    });
  }

  test('is refused where it is cut off, or empty', () => {
    const text = caseFileText(known);
    assert.deepEqual(['', text.slice(0, -10)].map(readCaseFile), ['It is damaged.', 'It is damaged.']);
  });
});
