import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { nearest } from '../../../server/src/core/check/spelling';

const KNOWN = ['CreateUser', 'DeleteUser', 'UpdateUser', 'ListUsers', 'CreateGroup', 'TagResource', 'UntagResource'];

suite('the nearest known name', () => {
  const cases: readonly (readonly [written: string, nearest: string | undefined])[] = [
    ['CreateUser', 'CreateUser'],
    ['CreatUser', 'CreateUser'],
    ['CreateUsr', 'CreateUser'],
    ['CreateeUser', 'CreateUser'],
    ['CreateUxer', 'CreateUser'],
    ['CreateUsre', 'CreateUser'],
    ['CREATEUSER', 'CreateUser'],
    ['Tagresource', 'TagResource'],
    ['UnTagResourse', 'UntagResource'],
    ['ReadUser', undefined],
    ['', undefined],
    ['x', undefined],
    ['Create', undefined],
    [`CreateUser${'x'.repeat(100)}`, undefined],
  ];
  for (const [written, name] of cases) {
    test(`of ${JSON.stringify(written.slice(0, 20))}`, () => assert.equal(nearest(written, KNOWN), name));
  }
});
