import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyze, matches } from '../../../server/src/core';
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
        for (const question of asked) {
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

function rowsOf({ count }: RowChunk): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}
