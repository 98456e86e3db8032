import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ObjectsInStrings } from '../../../server/src/core/read/wrapped/objectsInStrings';

test('a text that ends with a backslash ends there, however many strings it stands in', () => {
  let text = JSON.stringify({ path: 'C:\\', unc: '\\\\', deep: { key: 1 } });
  const found: (string | undefined)[] = [];
  for (const level of [1, 2, 3]) {
    text = JSON.stringify({ body: text });
    const brace = new ObjectsInStrings(text).around(text.indexOf(':"') + 2, 0, text.indexOf('key'), level);
    found.push(brace === undefined ? undefined : text.slice(brace).replace(/\W/g, ''));
  }
  assert.deepEqual(found, ['key1', 'key1', 'key1']);
});
