import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInflations } from '../../support/inflationRun';

test('the inflater finds what zlib finds in random archives, whole and damaged', () => {
  const { archives, different } = runInflations(20261128, 3000);
  assert.deepEqual({ archives, different }, { archives: 3000, different: [] });
});
