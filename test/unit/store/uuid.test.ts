import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { uuidIn, uuidText } from '../../../server/src/core/store/uuid';

suite('ids of AWS as numbers', () => {
  test('gives the very same text back', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const words = new Uint32Array(5);
        assert.equal(uuidIn(id, words, 1), true);
        assert.equal(uuidText({ words, at: 1 }), id);
      }),
    );
  });

  test('refuses what is written in another way', () => {
    for (const id of ['', 'A7d0c6de-1b9e-4c52-9c5e-0123456789ab', 'a7d0c6de1b9e-4c52-9c5e-0123456789abc-', 'a7d0c6de'])
      assert.equal(uuidIn(id, new Uint32Array(4), 0), false);
  });
});
