import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { LONGEST_CASE, readSavedCase } from '../../../../server/src/core/investigate/case/readSavedCase';
import { type SavedCase, savedCaseText } from '../../../../server/src/core/investigate/case/savedCase';
import { HOSTILE_VALUES } from '../../../support/hostileValues';
import { projectRoot } from '../../../support/projectRoot';

const schema: object = JSON.parse(readFileSync(path.join(projectRoot(), 'schemas', 'savedCase.json'), 'utf8'));
const fits = new Ajv({ allowUnionTypes: true }).compile(schema);

const note = {
  text: 'The first of them.',
  eventID: 'e-1',
  place: './logs/a.json',
  index: 3,
  eventTime: '2026-05-18T08:00:00Z',
  eventName: 'CreateUser',
  actor: 'alice',
};
const saved: SavedCase = {
  saved: '2026-05-18T12:00:00.000Z',
  tool: 'WorkMail Trail 1.0.0',
  filter: 'key:AKIA* is:write',
  lastQuestions: ['key:AKIA* is:write', 'outcome:failed'],
  groupBy: ['actor', 'action'],
  places: [
    { place: './logs/a.json', isFolder: false },
    { place: '../AWSLogs', isFolder: true, since: '2026-03-01' },
  ],
  files: [
    { file: './logs/a.json', sha256: 'ab'.repeat(32) },
    { file: '../AWSLogs/b.json.gz', sha256: null },
  ],
  names: ['./users.json'],
  notes: [note],
  sketch: [1, 5],
  entries: [{ question: 'way-in', id: 'conclusion', text: 'A key.\n"It" stays.', written: '2026-05-18T12:00:00.000Z' }],
};
const file = (): Record<string, unknown> => JSON.parse(savedCaseText(saved));
const COPY = 'Take a copy of it that is whole.';
const damaged = (name: string): string => `It is damaged: “${name}” is missing, or not as a case has it. ${COPY}`;
const MORE = `It is damaged: it holds something that no case has. ${COPY}`;
const NONE = 'It is no case that was saved with Save Case….';

/** What is wrong with files, and what stands in them. Where the schema has no word for it, it says so. */
const WRONG: Readonly<Record<string, readonly [sentence: string, value: unknown, isForCodeAlone?: true]>> = {
  'is a list': [NONE, [1]],
  'is nothing': [NONE, null],
  'is the case of the storage': [NONE, { ...file(), format: 'workmail-trail-case' }],
  'is of a later version': [
    'It was saved by another version of WorkMail Trail, in a form that this one does not know. Open it with that version.',
    { ...file(), version: 2 },
  ],
  'has more than we know': [MORE, { ...file(), more: 1 }],
  'has a key of prototypes': [MORE, JSON.parse(JSON.stringify(file()).replace('{', '{"__proto__":{"x":1},'))],
  'was saved at no time': [damaged('saved'), { ...file(), saved: 'yesterday' }],
  'was saved at a time that never was': [damaged('saved'), { ...file(), saved: '2026-13-18T12:00:00.000Z' }, true],
  'has a filter that is no text': [damaged('filter'), { ...file(), filter: { constructor: 'x' } }],
  'has no places': [damaged('places'), { ...file(), places: undefined }],
  'has a place that is a number': [damaged('places'), { ...file(), places: [1] }],
  'has a place without a name': [damaged('places'), { ...file(), places: [{ place: '', isFolder: true }] }],
  'has a place with more than we know': [
    damaged('places'),
    { ...file(), places: [{ place: './a', isFolder: true, command: 'x' }] },
  ],
  'has a place of days that are none': [
    damaged('places'),
    { ...file(), places: [{ place: './a', isFolder: true, since: '1' }] },
  ],
  'has a hash that is none': [damaged('files'), { ...file(), files: [{ file: './a', sha256: 'x' }] }],
  'has names that are lists': [damaged('names'), { ...file(), names: [['./a']] }],
  'has a note on nothing': [damaged('notes'), { ...file(), notes: [{ ...note, place: '' }] }],
  'has a note in half a record': [damaged('notes'), { ...file(), notes: [{ ...note, index: 0.5 }] }],
  'has a note before the first': [damaged('notes'), { ...file(), notes: [{ ...note, index: -1 }] }],
  'has a sketch in disorder': [damaged('sketch'), { ...file(), sketch: [5, 1] }, true],
  'has an entry of another form': [damaged('entries'), { ...file(), entries: [{ question: 'x' }] }],
  'has a fault of groups': [damaged('groupBy'), { ...file(), groupBy: 'actor' }],
};

suite('a case file', () => {
  test('holds the case, one thing a line, and fits its schema', () => {
    assert.deepEqual([readSavedCase(savedCaseText(saved)), fits(file())], [saved, true]);
  });

  test('holds a case of logs without anything to know them by', () => {
    const empty = { ...saved, sketch: [], entries: [], notes: [], files: [] };
    assert.deepEqual(readSavedCase(savedCaseText(empty)), empty);
  });

  test('is read with the mark that some programs put before a text, and with the name of its schema', () => {
    const text = `\ufeff${JSON.stringify({ $schema: './savedCase.json', ...file() })}`;
    assert.deepEqual(readSavedCase(text), saved);
  });

  for (const [name, [sentence, value, isForCodeAlone = false]] of Object.entries(WRONG))
    test(`is refused as a whole that ${name}`, () => {
      assert.deepEqual([readSavedCase(JSON.stringify(value)), fits(value)], [sentence, isForCodeAlone]);
    });

  test('is refused that is no JSON, that is cut off, or too long', () => {
    const noJson = `It is damaged: it is no JSON. ${COPY}`;
    assert.deepEqual(
      ['', 'x', savedCaseText(saved).slice(0, -5), '['.repeat(100_000), ' '.repeat(LONGEST_CASE + 1)].map(
        readSavedCase,
      ),
      [noJson, noJson, noJson, noJson, `It is longer than ${LONGEST_CASE} characters, and no case is.`],
    );
  });

  test('keeps every text as it was written', () => {
    for (const text of Object.values(HOSTILE_VALUES)) {
      const hostile = { ...saved, filter: text, notes: [{ ...note, text: `${text}.`, actor: text }] };
      assert.deepEqual(readSavedCase(savedCaseText(hostile)), hostile);
    }
  });
});
