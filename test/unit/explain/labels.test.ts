/** Who, on what, and how it ended, in short words. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Actor, actorOf } from '../../../server/src/core/explain/actor';
import { actorKindWords } from '../../../server/src/core/explain/actorKind';
import { eventDetails } from '../../../server/src/core/explain/details';
import { eventSentence, outcomeOf, shortTarget } from '../../../server/src/core/explain/labels';
import { targetsOf } from '../../../server/src/core/explain/targets';
import type { JsonObject } from '../../../server/src/core/record';
import { actionSchemas, catalog } from '../../../server/src/generated/schemas';
import { exampleOf } from '../schemaExample';
import { createUser, recordOf, recordOfEvent } from './records';

const account = '111111111111';
const sts = `arn:aws:sts::${account}`;

suite('actors', () => {
  const cases: readonly (readonly [what: string, userIdentity: JsonObject | null, actor: Partial<Actor>])[] = [
    [
      'the account owner',
      {
        type: 'Root',
        principalId: account,
        arn: `arn:aws:iam::${account}:root`,
        accountId: account,
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      },
      { kind: 'root', name: `root (${account})`, key: `arn:aws:iam::${account}:root`, credentials: 'long-term' },
    ],
    [
      'an IAM user',
      createUser.userIdentity as JsonObject,
      {
        kind: 'iam-user',
        name: 'WMSDK',
        key: `arn:aws:iam::${account}:user/WMSDK`,
        credentials: 'long-term',
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        mfa: undefined,
      },
    ],
    [
      'an IAM user in the console',
      {
        type: 'IAMUser',
        userName: 'eve',
        sessionContext: { attributes: { creationDate: '2020-01-01T00:00:00Z', mfaAuthenticated: 'true' } },
      },
      { kind: 'iam-user', name: 'eve', credentials: 'temporary', mfa: true },
    ],
    [
      'a role session',
      {
        type: 'AssumedRole',
        principalId: 'AROACKCEVSQ6C2EXAMPLE:alice',
        arn: `${sts}:assumed-role/AdminRole/alice`,
        accountId: account,
        accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        sessionContext: {
          sessionIssuer: { userName: 'AdminRole', arn: `arn:aws:iam::${account}:role/AdminRole` },
          attributes: { mfaAuthenticated: 'false' },
        },
      },
      {
        kind: 'role-session',
        name: 'AdminRole/alice',
        key: `${sts}:assumed-role/AdminRole/alice`,
        credentials: 'temporary',
        mfa: false,
        issuer: `arn:aws:iam::${account}:role/AdminRole`,
      },
    ],
    [
      'a role session without ARN',
      {
        type: 'AssumedRole',
        principalId: 'AROACKCEVSQ6C2EXAMPLE:alice',
        sessionContext: { sessionIssuer: { userName: 'AdminRole' } },
      },
      { kind: 'role-session', name: 'AdminRole/alice', key: 'AROACKCEVSQ6C2EXAMPLE:alice', credentials: 'temporary' },
    ],
    [
      'a federated user',
      { type: 'FederatedUser', arn: `${sts}:federated-user/bob`, principalId: `${account}:bob` },
      { kind: 'federated-user', name: 'bob', credentials: 'temporary' },
    ],
    [
      'a person of Identity Center',
      { type: 'IdentityCenterUser', onBehalfOf: { userId: 'u-1' }, credentialId: 'x' },
      { kind: 'identity-center-user', name: 'u-1' },
    ],
    [
      'an AWS service',
      { type: 'AWSService', invokedBy: 'workmail.amazonaws.com' },
      { kind: 'aws-service', name: 'workmail.amazonaws.com', key: 'workmail.amazonaws.com', credentials: 'service' },
    ],
    [
      'a service without type',
      { accountId: account, invokedBy: 'ec2.amazonaws.com' },
      { kind: 'aws-service', name: 'ec2.amazonaws.com' },
    ],
    [
      'another account',
      { type: 'AWSAccount', principalId: 'AIDAX', accountId: '222222222222' },
      { kind: 'aws-account', name: 'account 222222222222', key: 'AIDAX' },
    ],
    [
      'a web identity',
      { type: 'WebIdentityUser', userName: 'system:sa', identityProvider: 'oidc' },
      { kind: 'web-identity', name: 'system:sa', credentials: 'temporary' },
    ],
    [
      'a SAML sign-in',
      { type: 'SAMLUser', principalId: 'x:carol', userName: 'carol' },
      { kind: 'web-identity', name: 'carol' },
    ],
    ['nobody', null, { kind: 'unknown', name: '', key: '', credentials: 'unknown', mfa: undefined }],
    ['an empty identity', {}, { kind: 'unknown', name: '', key: '' }],
    [
      'an identity of the wrong types',
      { type: 7, arn: {}, userName: ['x'], sessionContext: 'x' },
      { kind: 'unknown', name: '', key: '' },
    ],
  ];
  for (const [what, userIdentity, expected] of cases) {
    test(what, () => {
      const actor = actorOf({ ...createUser, userIdentity });
      const names = Object.keys(expected) as (keyof Actor)[];
      assert.deepEqual(Object.fromEntries(names.map((name) => [name, actor[name]])), expected);
      assert.ok(actorKindWords(actor.kind).length > 3);
    });
  }

  test('an event a service makes on its own', () => {
    assert.equal(
      actorOf({ eventType: 'AwsServiceEvent', eventSource: 'kms.amazonaws.com', userIdentity: {} }).name,
      'kms.amazonaws.com',
    );
    assert.equal(actorOf(undefined).kind, 'unknown');
  });

  test('a console session says so', () => {
    assert.equal(actorOf({ ...createUser, sessionCredentialFromConsole: 'true' }).console, true);
    assert.equal(actorOf(createUser).console, false);
  });
});

suite('targets', () => {
  const idsOf = (fields: JsonObject): readonly string[] => {
    const record = recordOf(fields);
    return targetsOf(record.event, record.action).map(({ id }) => id);
  };

  test('in the order of the schema, with what they are', () => {
    const requestParameters = { granteeId: 'mallory', entityId: 'boss', organizationId: 'm-1' };
    const record = recordOf({ eventName: 'PutMailboxPermissions', requestParameters });
    assert.deepEqual(targetsOf(record.event, record.action), [
      { entity: 'entity', named: false, id: 'boss', parameter: 'entityId' },
      { entity: 'entity', named: false, id: 'mallory', parameter: 'granteeId' },
    ]);
    assert.deepEqual(targetsOf(createUser, recordOf().action), [
      { entity: 'user', named: true, id: 'janedoe', parameter: 'name' },
    ]);
  });

  test('of console-only and unknown actions by the names of their parameters', () => {
    for (const eventName of ['ResetUserPassword', 'Frobnicate']) {
      assert.deepEqual(idsOf({ eventName, requestParameters: { organizationId: 'm-1', USERID: 'u-1', other: 'x' } }), [
        'm-1',
        'u-1',
      ]);
    }
  });

  test('none where the request is not there, or of other services', () => {
    assert.deepEqual(idsOf({ requestParameters: null }), []);
    assert.deepEqual(idsOf({ requestParameters: 'HIDDEN_DUE_TO_SECURITY_REASONS' }), []);
    assert.deepEqual(idsOf({ requestParameters: { name: 7 } }), []);
    assert.deepEqual(idsOf({ eventSource: 'iam.amazonaws.com' }), []);
  });

  test('of nearly every action of the API', () => {
    const without = [...actionSchemas()].filter(([eventName, { requestParameters }]) => {
      const request = exampleOf(requestParameters, 'most') as JsonObject;
      const { eventSource } = catalog().get(eventName) ?? {};
      return idsOf({ eventName, eventSource: eventSource ?? '', requestParameters: request }).length === 0;
    });
    assert.deepEqual(
      without.map(([name]) => name),
      ['ListOrganizations'],
    );
  });

  test('in a few words', () => {
    const targets = targetsOf(
      { requestParameters: { entityId: 'a', granteeId: 'b' } },
      { service: 'workmail', name: 'PutMailboxPermissions' },
    );
    assert.equal(shortTarget(targets), 'a, b');
    assert.equal(
      shortTarget(targets, ({ id }) => (id === 'a' ? 'Anna' : undefined)),
      'Anna, b',
    );
    assert.equal(shortTarget([]), '');
  });
});

suite('sentences', () => {
  test('say when, what, who, on what and how it ended', () => {
    assert.equal(
      eventSentence(recordOf()),
      '2017-12-12 17:49:59 UTC, CreateUser by IAM user WMSDK on janedoe, succeeded',
    );
    assert.equal(
      eventSentence(recordOf({ errorCode: 'AccessDenied', requestParameters: null })),
      '2017-12-12 17:49:59 UTC, CreateUser by IAM user WMSDK, failed with AccessDenied',
    );
  });

  test('name an account once', () => {
    const userIdentity = { type: 'AWSAccount', principalId: 'AIDAX', accountId: '222222222222' };
    assert.equal(
      eventSentence(recordOf({ userIdentity })),
      '2017-12-12 17:49:59 UTC, CreateUser by another account, 222222222222 on janedoe, succeeded',
    );
  });

  test('leave out what cannot be read', () => {
    const lost = { ...recordOf(), event: undefined, action: undefined, malformed: 'syntax' as const };
    assert.equal(
      eventSentence(lost),
      'at an unknown time, an event without a readable name, outcome unknown, broken JSON',
    );
  });

  test('show no character that deceives', () => {
    const sentence = eventSentence(recordOf({ eventName: 'Create\u202eUser', requestParameters: { name: '$(x)\n' } }));
    assert.doesNotMatch(sentence, /[\p{Cc}\p{Cf}]|(?<!\\)\$\(/u);
  });

  test('a message alone is a failure, null is none', () => {
    assert.equal(outcomeOf({ errorMessage: 'Failed authentication' }), 'failed');
    assert.equal(outcomeOf({ errorCode: null, errorMessage: null }), 'succeeded');
    assert.equal(outcomeOf(undefined), 'succeeded');
  });
});

suite('details', () => {
  const notesIn = (fields: JsonObject): readonly string[] =>
    eventDetails(recordOf(fields))
      .split('\n')
      .filter((line) => line.startsWith('**Note'));

  test('tell who, when, from where, what and the outcome', () => {
    const lines = eventDetails(recordOf(), { timeZone: 'Europe/Berlin' })
      .split('\n')
      .filter((line) => line !== '');
    assert.deepEqual(lines, [
      '**`CreateUser`**',
      lines[1],
      '- **Who:** IAM user `WMSDK`, long-lived key `AKIAIOSFODNN7EXAMPLE`',
      '- **When:** 2017-12-12 17:49:59 UTC (2017-12-12 18:49:59 in Europe/Berlin, UTC\\+01:00)',
      '- **From where:** `203.0.113.12`, AWS CLI, Region `us-west-2`',
      '- **What:** name `janedoe`',
      '- **Outcome:** succeeded',
    ]);
  });

  test('tell failures with their meaning, warnings, and crossing accounts', () => {
    const failed = eventDetails(recordOf({ errorCode: 'EntityNotFoundException', recipientAccountId: '222222222222' }));
    assert.match(failed, /failed with `EntityNotFoundException`: No user/);
    assert.match(failed, /from another account, `111111111111`/);
    assert.match(
      eventDetails(recordOf({ eventName: 'PutInboundDmarcSettings', requestParameters: { enforced: false } })),
      /\*\*Note on `enforced`:\*\* Mail that fails/,
    );
  });

  test('say each warning once, with the parameters it is about', () => {
    const foreign = (service: string, rest: string): string => `arn:aws:${service}:222222222222:${rest}`;
    const requestParameters = { roleArn: foreign('iam:', 'role/x'), kmsKeyArn: foreign('kms:us-east-1', 'key/1') };
    assert.deepEqual(notesIn({ eventName: 'StartMailboxExportJob', requestParameters }), [
      '**Note on `roleArn` and `kmsKeyArn`:** Belongs to another account than the one that received this record: that account has a hand in the outcome.',
    ]);
    const rules = [{ effect: 'ALLOW' }, { effect: 'ALLOW' }, { effect: 'ALLOW', notTargetUsers: ['a'] }];
    assert.deepEqual(
      notesIn({ eventName: 'CreateImpersonationRole', requestParameters: { type: 'FULL_ACCESS', rules } }),
      [
        '**Note on `type`:** The role can change, delete and send in every mailbox its rules open.',
        '**Note on `rules.effect`:** The rule names nobody it is for: it opens every mailbox of the organization.',
        '**Note on `rules.effect`:** The rule names nobody it is for: it opens every mailbox but those it leaves out.',
      ],
    );
  });

  test('say what cannot be told', () => {
    const lost = { ...recordOfEvent({}), event: undefined, malformed: 'syntax' as const };
    const words = eventDetails(lost);
    assert.match(words, /without a readable name/);
    assert.match(words, /Who:\*\* not known\n- \*\*When:\*\* not known\n- \*\*From where:\*\* not known/);
    assert.match(words, /broken JSON/);
  });
});
