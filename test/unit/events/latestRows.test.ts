import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LatestRows } from '../../../server/src/events/latestRows';

test('of many rows the latest are kept, the latest first', () => {
  const times = fc.array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constant(Number.NaN)));
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 9 }), (all, most) => {
      const latest = new LatestRows(most);
      for (const [row, time] of all.entries()) latest.add(time, row);
      const known = (row: number): number => (Number.isNaN(all[row]) ? -1 : (all[row] ?? -1));
      const expected = Array.from(all.keys(), known).sort((a, b) => b - a);
      assert.deepEqual(latest.rows().map(known), expected.slice(0, most));
      assert.equal(new Set(latest.rows()).size, Math.min(most, all.length));
    }),
  );
});
