import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { groupRows, type RowField, rowFields } from '../../../server/src/core';
import { GroupStored } from '../../../server/src/core/store/groupStored';
import { anyStoredLogs, rowsOf } from './storedLogs';

const anyFields: fc.Arbitrary<RowField[]> = fc.uniqueArray(fc.constantFrom(...(Object.keys(rowFields) as RowField[])), {
  minLength: 1,
  maxLength: 4,
});

suite('Rows in columns are grouped like rows one by one', () => {
  test('by any fields, over several tables of texts', () => {
    fc.assert(
      fc.property(anyStoredLogs, fc.array(anyFields, { minLength: 1, maxLength: 6 }), (logs, asked) => {
        for (const fields of asked) {
          const groups = new GroupStored(fields, logs.rowAt, 7);
          for (const stretch of logs.stretches) groups.add(stretch.chunk, rowsOf(stretch));
          assert.deepEqual(groups.groups(), groupRows(logs.rows, fields));
        }
      }),
      { numRuns: 120 },
    );
  });
});
