import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { reasonOf } from '../../../server/src/node/files/reasons';

suite('why a file could not be read', () => {
  for (const [code, reason] of [
    ['ENOENT', 'there is no such file.'],
    ['EACCES', 'reading it is not allowed.'],
    ['EPERM', 'reading it is not allowed.'],
    ['EIO', 'the disk it lies on reports an error.'],
    ['EMFILE', 'too many files are open at once.'],
    ['ESOMETHING', 'reading it failed (ESOMETHING).'],
  ] as const) {
    test(code, () => assert.equal(reasonOf(Object.assign(new Error('The words of Node.'), { code })), reason));
  }
  test('something that says nothing', () => assert.equal(reasonOf('no'), 'reading it failed.'));
});
