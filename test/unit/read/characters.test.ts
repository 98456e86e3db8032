import assert from 'node:assert/strict';
import { test } from 'node:test';
import { characterEnd, isSpace, skipSpace, skipSpaceBack } from '../../../server/src/core/read/characters';

test("only JSON's four white space characters are space", () => {
  const space = Array.from({ length: 0x10000 }, (_, code) => code).filter(isSpace);
  assert.deepEqual(space, [0x09, 0x0a, 0x0d, 0x20]);
});

test('space is skipped up to a limit, in both directions', () => {
  assert.equal(skipSpace(' \t\r\na', 0, 5), 4);
  assert.equal(skipSpace('    a', 0, 2), 2);
  assert.equal(skipSpace('a', 0, 1), 0);
  assert.equal(skipSpaceBack('a \n ', 4, 0), 1);
  assert.equal(skipSpaceBack('    ', 4, 2), 2);
});

test('a character of two code units ends behind both', () => {
  assert.equal(characterEnd('😀a', 0), 2);
  assert.equal(characterEnd('😀a', 2), 3);
  assert.equal(characterEnd('\ud83da', 0), 1);
  assert.equal(characterEnd('', 0), 1);
});
