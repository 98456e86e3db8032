import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject } from '../../../server/src/core';
import { oddState } from '../../../server/src/core/store/oddState';
import { ODD } from '../../../server/src/core/store/rowState';
import { recordOf, roleSession } from '../investigate/given';

function oddIn(own: JsonObject): readonly string[] {
  const bits = oddState(recordOf('CreateUser', own));
  return Object.entries(ODD).flatMap(([name, bit]) => ((bits & bit) === 0 ? [] : [name]));
}

const cases: readonly (readonly [own: JsonObject, odd: readonly string[]])[] = [
  [{}, []],
  [{ userIdentity: roleSession }, []],
  [{ errorCode: null, userIdentity: null, readOnly: null, sharedEventID: null }, []],
  [{ userIdentity: { sessionContext: { sessionIssuer: {}, attributes: {} }, onBehalfOf: null } }, []],
  [{ errorCode: '' }, ['call']],
  [{ recipientAccountId: 111122223333 }, ['call']],
  [{ sourceIPAddress: '', userAgent: 5, sharedEventID: [] }, ['address', 'userAgent', 'sharedEventID']],
  [{ eventTime: '2026-03-01 08:00:00', readOnly: 'false' }, ['time', 'readOnly']],
  [{ eventID: '', requestID: {} }, ['eventID', 'requestID']],
  [{ userIdentity: 'jane' }, ['identity', 'principal', 'accessKey', 'sessionCreated']],
  [{ userIdentity: { accessKeyId: '', principalId: '' } }, ['principal', 'accessKey']],
  [{ userIdentity: { sessionContext: [] } }, ['identity', 'sessionCreated']],
  [{ userIdentity: { sessionContext: { sessionIssuer: { type: '' } } } }, ['identity']],
  [{ userIdentity: { sessionContext: { attributes: { mfaAuthenticated: 'True' } } } }, ['identity']],
  [{ userIdentity: { sessionContext: { attributes: { mfaAuthenticated: true } } } }, []],
];

suite('what columns do not tell of a record', () => {
  test('is said of each of them: what is no text where one belongs, and a text that is empty', () => {
    assert.deepEqual(
      cases.map(([own]) => [own, oddIn(own)]),
      cases,
    );
  });

  test('is everything, where nothing of a record can be read', () => {
    const all = Object.values(ODD).reduce((bits, bit) => bits | bit, 0);
    assert.equal(oddState(undefined), all);
  });
});
