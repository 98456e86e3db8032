import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { timeNamed } from '../../../server/src/core/query/timeNamed';

suite('the time', () => {
  const cases: readonly (readonly [text: string, first?: string, end?: string])[] = [
    ['2026', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['2026-02', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'],
    ['2026-12', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['2028-02-29', '2028-02-29T00:00:00Z', '2028-03-01T00:00:00Z'],
    ['2026-03-01T08', '2026-03-01T08:00:00Z', '2026-03-01T09:00:00Z'],
    ['2026-03-01T23:59', '2026-03-01T23:59:00Z', '2026-03-02T00:00:00Z'],
    ['2026-03-01T08:15:20Z', '2026-03-01T08:15:20Z', '2026-03-01T08:15:21Z'],
    ['2026-03-01 08:15z', '2026-03-01T08:15:00Z', '2026-03-01T08:16:00Z'],
    ['9999', '9999-01-01T00:00:00Z', '+010000-01-01T00:00:00Z'],
    ['2026-02-29'],
    ['2026-00'],
    ['2026-13'],
    ['2026-03-01T24'],
    ['2026-03-01T08:60'],
    ['0026'],
    ['26-03-01'],
    ['2026-3-1'],
    ['2026-03-01T08:15+01:00'],
    ['2026-03-01T'],
    ['now'],
    [''],
  ];
  for (const [text, first, end] of cases) {
    test(JSON.stringify(text), () => {
      const stretch = first !== undefined && end !== undefined && { first: Date.parse(first), end: Date.parse(end) };
      assert.deepEqual(timeNamed(text), stretch || undefined);
    });
  }
});
