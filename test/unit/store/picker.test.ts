import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  analyze,
  exactly,
  type FieldName,
  fields,
  matches,
  type Question,
  type QuestionRow,
} from '../../../server/src/core';
import { Picker } from '../../../server/src/core/store/picker';
import type { RowChunk } from '../../../server/src/core/store/rowChunk';
import { RowWriter } from '../../../server/src/core/store/rowWriter';
import { StoredRow } from '../../../server/src/core/store/storedRow';
import { anyQuestion } from '../query/anyQuestion';
import { anyLog } from './anyLog';

suite('A question picks the same rows in columns as one by one', () => {
  test('of any log', () => {
    const questions = fc.array(anyQuestion, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyLog, questions, (text, asked) => {
        const records = [...analyze(text)];
        const writer = new RowWriter(records.length);
        for (const record of records) writer.add(record);
        const chunk = writer.take();
        const asRow = (of: RowChunk, row: number) => {
          const place = { index: row, file: 'a', base: 0 };
          const stored = new StoredRow(of, row, place);
          return Object.assign(stored, { raw: () => text.slice(stored.start, stored.end) });
        };
        const [all, some] = [rowsOf(chunk), rowsOf(chunk).filter((row) => row % 3 !== 0)];
        const named = records.flatMap((_, row) => (row < 8 ? namesIn(asRow(chunk, row)) : []));
        for (const question of [...asked, ...named, { kind: 'any' as const, of: named }]) {
          const test = matches(question);
          const expected = records.flatMap((_, row) => (test(asRow(chunk, row)) ? [row] : []));
          assert.deepEqual([...new Picker(question, asRow).pickAll(chunk)], expected);
          assert.deepEqual([...new Picker(question, asRow).answering(chunk, all)], expected);
          const ofSome = expected.filter((row) => row % 3 !== 0);
          assert.deepEqual([...new Picker(question, asRow).answering(chunk, some)], ofSome);
        }
        assert.deepEqual([all, some], [rowsOf(chunk), rowsOf(chunk).filter((row) => row % 3 !== 0)]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Fields that names are looked for in. */
const NAMED: readonly FieldName[] = [
  'key',
  'address',
  'arn',
  'issuer',
  'names',
  'made',
  'target',
  'id',
  'actor',
  'agent',
  'shared',
  'event',
  'request',
];

/** Questions for what a row itself names. */
function namesIn(row: QuestionRow): readonly Question[] {
  return NAMED.flatMap((field) => {
    const { kind } = fields[field];
    const told = 'textsOf' in fields[field] ? fields[field].textsOf(row) : [];
    const [text = ''] = typeof told === 'string' ? [told] : told;
    return text === '' || kind === 'record' ? [] : [{ kind: 'field', field, values: [exactly(text)] } as const];
  });
}

function rowsOf({ count }: RowChunk): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}
