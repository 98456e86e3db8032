import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runFlat } from '../../support/flatRun';

describe("logs of WorkMail's own, read from bytes", () => {
  it('gives the rows of TypeScript for random logs', () => {
    const { taken, rows, handedOver, different } = runFlat(1, 600);
    assert.deepEqual(different, []);
    // Else nothing was compared.
    assert.deepEqual([taken > 200, rows > 1000, handedOver > 100, handedOver < rows / 2], [true, true, true, true]);
  });
});
