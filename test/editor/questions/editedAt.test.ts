import assert from 'node:assert/strict';
import { editedAt } from '../../../client/src/questions/editedAt';

describe('where somebody types is told by what is new in the text', () => {
  for (const [before, now, offset] of [
    ['', 'key:', 4],
    ['key:AK', 'key:AKI', 7],
    ['key: is:write', 'key:A is:write', 5],
    ['key:A is:write', 'key: is:write', 4],
    ['aa', 'aaa', 3],
    ['is:write', 'is:write', 8],
    ['is:write', '', 0],
    ['key:A is:read', 'key:A is:write', 14],
  ] as const) {
    it(`${JSON.stringify(before)} to ${JSON.stringify(now)}`, () => {
      assert.equal(editedAt(before, now), offset);
    });
  }
});
