import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject } from '../../../server/src/core/record';
import { changed, identity, named, problemsOfEvent } from './events';

const found = (fields: Parameters<typeof changed>[0]): readonly string[] => named(problemsOfEvent(changed(fields)));

const session: JsonObject = {
  type: 'AssumedRole',
  principalId: 'AROAJQABLZS4A3EXAMPLE:jane',
  arn: 'arn:aws:sts::111111111111:assumed-role/MailAdmin/jane',
  accountId: '111111111111',
  accessKeyId: 'ASIAJQABLZS4A3EXAMPLE',
};
const issuer: JsonObject = {
  type: 'Role',
  principalId: 'AROAJQABLZS4A3EXAMPLE',
  arn: 'arn:aws:iam::111111111111:role/MailAdmin',
  accountId: '111111111111',
  userName: 'MailAdmin',
};
const issuedBy = (fields: JsonObject, of: JsonObject = session): JsonObject => ({
  ...of,
  sessionContext: {
    sessionIssuer: { ...issuer, ...fields },
    attributes: { creationDate: '2026-03-01T06:02:11Z', mfaAuthenticated: 'false' },
  },
});
const user: JsonObject = {
  type: 'IAMUser',
  principalId: 'AIDACKCEVSQ6C2EXAMPLE',
  arn: 'arn:aws:iam::111111111111:user/WMSDK',
};
const root = (userName: string): JsonObject => ({
  ...identity,
  type: 'Root',
  principalId: '111111111111',
  arn: 'arn:aws:iam::111111111111:root',
  userName,
});
const since = (creationDate: string): JsonObject => ({
  ...session,
  sessionContext: { attributes: { creationDate, mfaAuthenticated: 'false' } },
});
const ARN = 'userIdentity.arn';
const ISSUER = 'userIdentity.sessionContext.sessionIssuer';
const CREATED = 'userIdentity.sessionContext.attributes.creationDate';

suite('fields that can not all be true', () => {
  const cases: readonly (readonly [name: string, fields: Parameters<typeof changed>[0], problem: string])[] = [
    [
      'a user of one account with the ARN of another',
      { userIdentity: { ...identity, accountId: '222222222222' } },
      'account-differs userIdentity.accountId',
    ],
    [
      'a session of one account with the ARN of another',
      { userIdentity: { ...session, accountId: '222222222222' } },
      'account-differs userIdentity.accountId',
    ],
    [
      'a session with a long-lived key',
      { userIdentity: { ...session, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' } },
      'key-kind userIdentity.accessKeyId',
    ],
    [
      'a federated user with a long-lived key',
      { userIdentity: { type: 'FederatedUser', accountId: '111111111111', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' } },
      'key-kind userIdentity.accessKeyId',
    ],
    [
      'a user with the ARN of a session',
      { userIdentity: { ...identity, arn: String(session.arn) } },
      `identity-kind ${ARN}`,
    ],
    [
      'a session with the ARN of a user',
      { userIdentity: { ...session, arn: String(identity.arn) } },
      `identity-kind ${ARN}`,
    ],
    [
      'root with the ARN of a user',
      { userIdentity: { ...root('example-corp'), arn: String(identity.arn) } },
      `identity-kind ${ARN}`,
    ],
    ['root with the name of a user', { userIdentity: root('Alice') }, 'root-user-name userIdentity.userName'],
    ['root with an address', { userIdentity: root('alice@example.com') }, 'root-user-name userIdentity.userName'],
    [
      'a user with a long-lived key and a session that a role issued',
      { userIdentity: issuedBy({}, identity) },
      'key-kind userIdentity.accessKeyId',
    ],
    [
      'a session of one role that another one issued',
      { userIdentity: issuedBy({ principalId: 'AROALBI3DLL6DYEXAMPLE' }) },
      `issuer-differs ${ISSUER}.principalId`,
    ],
    [
      'a session that a role of another account issued',
      { userIdentity: issuedBy({ accountId: '222222222222', arn: 'arn:aws:iam::222222222222:role/MailAdmin' }) },
      `issuer-differs ${ISSUER}.accountId`,
    ],
    [
      'an issuer of one account with the ARN of another',
      { userIdentity: issuedBy({ accountId: '222222222222' }) },
      `account-differs ${ISSUER}.accountId`,
    ],
    [
      'a session of another account than its ARN and its issuer',
      { userIdentity: { ...issuedBy({}), accountId: '222222222222' } },
      'account-differs userIdentity.accountId',
    ],
    [
      'a federated user with the ARN of a user',
      { userIdentity: { ...identity, type: 'FederatedUser', accessKeyId: 'ASIAX' } },
      `identity-kind ${ARN}`,
    ],
    [
      'a user with the id of a role',
      { userIdentity: { ...identity, principalId: 'AROAJQABLZS4A3EXAMPLE:x' } },
      'principal-kind userIdentity.principalId',
    ],
    [
      'a session with the id of a user',
      { userIdentity: { ...session, principalId: 'AIDACKCEVSQ6C2EXAMPLE' } },
      'principal-kind userIdentity.principalId',
    ],
    ['a failed call with a result', { errorCode: 'AccessDenied' }, 'failed-with-result responseElements'],
    [
      'a call that failed by its message only, with a result',
      { errorMessage: 'no' },
      'failed-with-result responseElements',
    ],
    ['a data event that is a management event', { eventCategory: 'Data' }, 'category-differs managementEvent'],
    ['a management event that is none', { managementEvent: false }, 'category-differs managementEvent'],
    [
      'a session that began after the event',
      { userIdentity: since('2026-03-01T07:07:00Z') },
      `session-later ${CREATED}`,
    ],
    [
      'a session that began after the event, in basic form',
      { userIdentity: since('20260301T080000Z') },
      `session-later ${CREATED}`,
    ],
    ['a major version that nobody documented', { eventVersion: '3.14' }, 'major-version eventVersion'],
  ];
  for (const [name, fields, problem] of cases) test(name, () => assert.deepEqual(found(fields), [problem]));
});

suite('no contradiction is', () => {
  const cases: readonly (readonly [name: string, fields: Parameters<typeof changed>[0]])[] = [
    ['a masked account', { userIdentity: { ...identity, accountId: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }],
    ['a masked ARN', { userIdentity: { ...identity, arn: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }],
    [
      'an ARN of another partition',
      { userIdentity: { ...session, arn: 'arn:aws-us-gov:sts::111111111111:assumed-role/a/b' } },
    ],
    ['an ARN without an account', { userIdentity: { ...identity, arn: 'arn:aws:s3:::bucket' } }],
    [
      'a session with the ARN of its role',
      { userIdentity: { ...session, arn: 'arn:aws:iam::111111111111:role/MailAdmin' } },
    ],
    ['root with a long-lived key', { userIdentity: { ...root('example-corp'), principalId: '1' } }],
    ['root with the alias of its account', { userIdentity: root('example-corp-2') }],
    ['root with an empty name', { userIdentity: root('') }],
    ['root as reports call it', { userIdentity: root('<root_account>') }],
    ['root as tools call it', { userIdentity: root('Root') }],
    ['root with a masked name', { userIdentity: root('HIDDEN_DUE_TO_SECURITY_REASONS') }],
    ['a session that its own role issued', { userIdentity: issuedBy({}) }],
    ['an issuer that is an empty object', { userIdentity: { ...session, sessionContext: { sessionIssuer: {} } } }],
    [
      'a long-lived key beside the attributes of a session',
      {
        userIdentity: { ...identity, sessionContext: { sessionIssuer: {}, attributes: { mfaAuthenticated: 'true' } } },
      },
    ],
    ['an issuer whose id is masked', { userIdentity: issuedBy({ principalId: 'AROA************' }) }],
    ['an issuer whose account is masked', { userIdentity: issuedBy({ accountId: '************' }) }],
    [
      'an issuer whose role is called otherwise than the ARN says',
      { userIdentity: issuedBy({ arn: 'arn:aws:iam::111111111111:role/Other', userName: 'Other' }) },
    ],
    [
      'a federated user whose session a user issued',
      {
        userIdentity: issuedBy(
          { ...user, userName: 'WMSDK' },
          {
            type: 'FederatedUser',
            principalId: '111111111111:auditor',
            arn: 'arn:aws:sts::111111111111:federated-user/auditor',
            accountId: '111111111111',
            accessKeyId: 'ASIAJQABLZS4A3EXAMPLE',
          },
        ),
      },
    ],
    ['a user with a temporary key', { userIdentity: { ...identity, accessKeyId: 'ASIAIOSFODNN7EXAMPLE' } }],
    ['a session in the second of its event', { userIdentity: since('2026-03-01T07:01:00Z') }],
    ['a session a few minutes younger than its event', { userIdentity: since('2026-03-01T07:05:59Z') }],
    ['a session whose beginning can not be read', { userIdentity: since('last week') }],
    ['a failed call with a message', { errorCode: 'AccessDenied', responseElements: { message: 'no' } }],
    ['a failed call with an empty answer', { errorCode: 'AccessDenied', responseElements: {} }],
    ['a failed call without an answer', { errorCode: 'AccessDenied', responseElements: null }],
    ['a data event that says so twice', { eventCategory: 'Data', managementEvent: false }],
    ['another category', { eventCategory: 'NetworkActivity', managementEvent: false }],
    ['no identity at all', { userIdentity: null }],
  ];
  for (const [name, fields] of cases) test(name, () => assert.deepEqual(found(fields), []));
});
