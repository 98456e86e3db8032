import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze, type JsonPath, type NameKind, nameAt } from '../../../server/src/core';
import { log, otherRecord, record } from '../../protocol/records';

const organizationId = 'm-0123456789abcdef0123456789abcdef';
const issuer = 'arn:aws:iam::111122223333:role/Admin';
const session = 'arn:aws:sts::111122223333:assumed-role/Admin/jane';
const identity = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE00000000AA:jane',
  arn: session,
  accountId: '111122223333',
  accessKeyId: 'ASIAEXAMPLE00000000A',
  sessionContext: {
    sessionIssuer: { type: 'Role', principalId: 'AROAEXAMPLE00000000AA', arn: issuer, userName: 'Admin' },
    attributes: { creationDate: '2026-03-01T09:00:00Z', mfaAuthenticated: 'true' },
  },
};
const ofWorkMail = record({
  userIdentity: identity,
  eventName: 'CreateAlias',
  requestParameters: { organizationId, entityId: 'u-1', alias: 'jane@example.com' },
  sharedEventID: 'f1f6d0c0-0000-4000-8000-000000000003',
});
const ofIam = otherRecord({
  eventSource: 'iam.amazonaws.com',
  eventName: 'UpdateAccessKey',
  requestParameters: { userName: 'bob', accessKeyId: 'AKIAEXAMPLE00000000B', status: 'Inactive' },
});

type Expected = readonly [kind: NameKind, text: string, session?: string] | undefined;
const cases: readonly (readonly [from: unknown, path: JsonPath, expected: Expected])[] = [
  [ofWorkMail, ['userIdentity', 'accessKeyId'], ['key', 'ASIAEXAMPLE00000000A', session]],
  [ofWorkMail, ['userIdentity', 'principalId'], ['principal', 'AROAEXAMPLE00000000AA:jane']],
  [ofWorkMail, ['userIdentity', 'arn'], ['identity', session]],
  [ofWorkMail, ['userIdentity', 'sessionContext', 'sessionIssuer', 'userName'], ['identity', issuer]],
  [ofWorkMail, ['userIdentity', 'sessionContext', 'attributes', 'creationDate'], undefined],
  [ofWorkMail, ['sourceIPAddress'], ['address', '203.0.113.5']],
  [ofWorkMail, ['eventName'], ['action', 'CreateAlias']],
  [ofWorkMail, ['eventTime'], undefined],
  [ofWorkMail, ['eventID'], ['event', 'f1f6d0c0-0000-4000-8000-000000000002']],
  [ofWorkMail, ['sharedEventID'], ['shared', 'f1f6d0c0-0000-4000-8000-000000000003']],
  [ofWorkMail, ['requestParameters', 'entityId'], ['thing', 'u-1']],
  [ofWorkMail, ['requestParameters', 'alias'], ['thing', 'jane@example.com']],
  [ofWorkMail, ['requestParameters'], undefined],
  [ofWorkMail, [], undefined],
  [ofIam, ['requestParameters', 'userName'], ['thing', 'bob']],
  [ofIam, ['requestParameters', 'accessKeyId'], ['key', 'AKIAEXAMPLE00000000B']],
  [ofIam, ['requestParameters', 'status'], undefined],
  [ofIam, ['userIdentity', 'userName'], ['identity', 'arn:aws:iam::111122223333:user/alice']],
  [ofIam, ['userIdentity', 'accountId'], ['account', '111122223333']],
];

suite('What a value of a record is a name of', () => {
  for (const [from, path, expected] of cases) {
    test(`${path.join('.')}: ${expected?.join(' ') ?? 'nothing'}`, () => {
      const [found] = analyze(log(from));
      assert.ok(found);
      const name = nameAt(found, path);
      const [kind, text, ofSession] = expected ?? [];
      const organization = from === ofWorkMail ? organizationId : '';
      assert.deepEqual(name, expected && { kind, text, organizationId: organization, session: ofSession });
    });
  }
});
