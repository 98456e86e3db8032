import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { byField, type EventRow, type RowField, rowFields } from '../../../server/src/core';
import { type SortedRows, SortStored } from '../../../server/src/core/store/sortStored';
import { anyStoredLogs, rowsOf } from './storedLogs';

const anyPage = fc.record({
  field: fc.constantFrom(...(Object.keys(rowFields) as RowField[])),
  isDown: fc.boolean(),
  offset: fc.nat({ max: 20 }),
  limit: fc.nat({ max: 20 }),
});

const placeOf = ({ file, index, start }: EventRow): unknown => ({ file, index, start });

suite('Rows in columns are sorted like rows one by one', () => {
  test('by any field, up and down, page by page', () => {
    fc.assert(
      fc.property(anyStoredLogs, fc.array(anyPage, { minLength: 1, maxLength: 8 }), (logs, asked) => {
        for (const { field, isDown, offset, limit } of asked) {
          const sort = new SortStored({ field, isDown }, logs.rowAt);
          for (const stretch of logs.stretches) sort.add(stretch.chunk, rowsOf(stretch));
          const sorted = finished(sort.sorted());
          const compare = byField(field);
          const all = logs.rows.slice().sort(isDown ? (left, right) => compare(right, left) : compare);
          for (const [begin, most] of [
            [offset, limit],
            [0, all.length],
          ] as const) {
            const page = sorted.page(begin, most).map(({ chunk, row }) => placeOf(logs.rowAt(chunk, row)));
            assert.deepEqual(page, all.slice(begin, begin + most).map(placeOf));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

function finished(steps: Generator<undefined, SortedRows>): SortedRows {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
