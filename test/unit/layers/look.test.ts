import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lookAt } from '../../../server/src/core/read/layers/look';
import { EVENT } from './event';

const VALUES = { text: 'a\\"b\u0001\n', numbers: [-1.5, 3e-30, 1234567890.5], words: [null, true, false] };

suite('what the end of a text cuts off', () => {
  const log = JSON.stringify({ Records: [{ ...EVENT, requestParameters: VALUES }] });

  test('is not held against it, wherever that is', () => {
    const lengths = Array.from({ length: log.length + 1 }, (_, length) => length);
    assert.deepEqual(
      lengths.filter((length) => lookAt(log.slice(0, length)).junk > 0),
      [],
    );
  });

  test('is held against it where it is no beginning of anything', () => {
    assert.deepEqual(
      ['{"a":nix', '{"a":tru}', '{"a":"\\x', '{"a":1.}', '{"a":"\\uX'].map((text) => lookAt(text).junk > 0),
      [true, true, true, true, true],
    );
  });
});
