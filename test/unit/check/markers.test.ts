import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isMarker, isOmission } from '../../../server/src/core/check/markers';
import { words } from '../../../server/src/generated/schemas';

suite('marks in place of values', () => {
  test('every word of the list is one', () => {
    for (const [word, { kind }] of words().markers) if (kind === 'redacted') assert.ok(isMarker(word), word);
  });

  test('stars count from three on', () => {
    assert.deepEqual(['**', '***', '**********', '***x'].map(isMarker), [false, true, true, false]);
  });

  test('what was left out is told by its own sign, true as a text or as a literal', () => {
    for (const omitted of ['true', true]) assert.ok(isOmission({ omitted, reason: 'too large' }));
    for (const value of [{ omitted: 'false' }, { omitted: null }, {}, [], null, 'omitted'])
      assert.ok(!isOmission(value));
  });

  test('ordinary values are none', () => {
    for (const value of ['', 'hidden', 'jane', 0, null, true, [], {}, undefined]) assert.ok(!isMarker(value));
  });
});
