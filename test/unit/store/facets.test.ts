import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type EventRow, type FieldName, fieldNames, fields } from '../../../server/src/core';
import { Facets } from '../../../server/src/core/store/facets';
import { anyStoredLogs, rowsOf } from './storedLogs';

suite('Values of fields are counted in columns like one by one', () => {
  test('of any logs', () => {
    fc.assert(
      fc.property(anyStoredLogs, ({ stretches, rows, rowAt }) => {
        const facets = new Facets(fieldNames, rowAt);
        for (const stretch of stretches) facets.add(stretch.chunk, rowsOf(stretch));
        for (const [most, counted] of [3, Number.POSITIVE_INFINITY].map((each) => [each, facets.values(each)] as const))
          for (const field of fieldNames) assert.deepEqual(counted.get(field), counts(rows, field).slice(0, most));
      }),
      { numRuns: 80 },
    );
  });
});

function counts(rows: readonly EventRow[], field: FieldName): (readonly [string, number])[] {
  const found = new Map<string, number>();
  for (const row of rows) for (const text of new Set(textsOf(row, field))) found.set(text, (found.get(text) ?? 0) + 1);
  return [...found].sort(([left, one], [right, other]) => other - one || (left < right ? -1 : 1));
}

function textsOf(row: EventRow, name: FieldName): readonly string[] {
  const field = fields[name];
  const asked = { ...row, raw: () => '' };
  switch (field.kind) {
    case 'text':
    case 'address': {
      const texts = field.textsOf(asked);
      return typeof texts === 'string' ? [texts] : texts.length === 0 ? [''] : texts;
    }
    case 'words':
      return field.words.filter(({ holds }) => holds(asked)).map(({ word }) => word);
    case 'weight':
      return [row.weight ?? ''];
    case 'record':
      return [];
    default:
      return [Number.isNaN(row.time) ? '' : new Date(row.time).toISOString().slice(0, 10)];
  }
}
