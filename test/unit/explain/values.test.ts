/** Values that carry meaning of their own, one line each: where, what, and words of the explanation. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { explainValue } from '../../../server/src/core/explain/values';
import type { JsonObject, JsonPath, JsonValue } from '../../../server/src/core/record';
import { createUser, recordOf } from './records';

const identity = (fields: JsonObject): JsonObject => ({
  userIdentity: { ...(createUser.userIdentity as JsonObject), ...fields },
});

/** Explains a value at a path; `fields` replace those of the record. */
function explained(path: string, value: JsonValue, fields: JsonObject = {}, timeZone?: string): string {
  const steps: JsonPath = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return explainValue(recordOf(fields), steps, value, { timeZone }).join(' | ');
}

const cases: readonly (readonly [path: string, value: JsonValue, words: RegExp])[] = [
  ['userIdentity.accessKeyId', 'AKIAIOSFODNN7EXAMPLE', /long-lived/],
  ['userIdentity.accessKeyId', 'ASIAIOSFODNN7EXAMPLE', /temporary access key/],
  ['userIdentity.accessKeyId', '', /no access key/],
  ['userIdentity.principalId', 'AIDACKCEVSQ6C2EXAMPLE', /IAM user/],
  [
    'userIdentity.principalId',
    'AROACKCEVSQ6C2EXAMPLE:i-0123456789abcdef0',
    /IAM role.*Session `i-0123456789abcdef0`.*EC2 instance/,
  ],
  ['userIdentity.principalId', '111111111111', /account itself/],
  ['userIdentity.principalId', '111111111111:bob', /caller `bob`/],
  ['userIdentity.principalId', '', /no credentials/],
  ['userIdentity.arn', 'arn:aws:iam::111111111111:user/ops/WMSDK', /IAM user\*\* `WMSDK`.*111111111111/],
  ['userIdentity.arn', 'arn:aws:iam::111111111111:root', /account owner/],
  [
    'userIdentity.arn',
    'arn:aws:sts::111111111111:assumed-role/Admin/alice@example.com',
    /`alice@example\.com`.*`Admin`.*looks like the person/,
  ],
  [
    'userIdentity.arn',
    'arn:aws:sts::222222222222:federated-user/bob',
    /Federated user.*`bob`.*another account than `111111111111`/,
  ],
  [
    'userIdentity.arn',
    'arn:aws-cn:iam::111111111111:role/AWSServiceRoleForWorkMail',
    /IAM role.*Chinese.*only an AWS service/,
  ],
  ['userIdentity.arn', 'arn:aws:organizations::111111111111:account/o-x/2', /Resource of.*`organizations`/],
  [
    'requestParameters.resourceARN',
    'arn:aws:workmail:us-east-1:111111111111:organization/m-0123',
    /WorkMail organization\*\* `m-0123`/,
  ],
  [
    'resources.0.ARN',
    'arn:aws:workmailmessageflow:us-east-1:111111111111:message/m-1/outgoing/abc',
    /Outgoing message\*\* `abc`/,
  ],
  ['eventVersion', '1.08', /brought.*`tlsDetails`.*Later ones.*`eventContext`/],
  ['eventVersion', '1.8', /brought.*`tlsDetails`/],
  ['eventVersion', '1.11', /brought `eventContext`/],
  ['eventVersion', '1.12', /Newer than 1\.11/],
  ['eventVersion', '2.0', /new kind/],
  ['eventVersion', 'one', /no version/],
  ['eventTime', 'yesterday', /no time/],
  ['eventTime', '2017-02-30T10:00:00Z', /no time/],
  ['eventTime', '2017-12-12T17:49:59Z', /2017-12-12 17:49:59 UTC.*Tuesday/],
  ['sourceIPAddress', 'workmail.amazonaws.com', /Amazon WorkMail.*a name that AWS writes/],
  ['sourceIPAddress', 'WorkMail.AMAZONAWS.com', /Amazon WorkMail/],
  ['sourceIPAddress', 'AWS Internal', /inside AWS/],
  ['sourceIPAddress', 'AWS Internal/3', /inside AWS/],
  ['sourceIPAddress', '8.8.8.8', /ordinary public IPv4/],
  ['sourceIPAddress', '10.1.2.3', /private/],
  ['sourceIPAddress', '172.31.255.1', /private/],
  ['sourceIPAddress', '172.32.0.1', /ordinary public/],
  ['sourceIPAddress', '192.168.0.1', /private/],
  ['sourceIPAddress', '100.64.0.1', /shared by many/],
  ['sourceIPAddress', '203.0.113.12', /documentation/],
  ['sourceIPAddress', '127.0.0.1', /loopback/],
  ['sourceIPAddress', '0.0.0.0', /anonymised/],
  ['sourceIPAddress', '2a00:1450:4001::200e', /ordinary public IPv6/],
  ['sourceIPAddress', '2001:db8::1', /documentation/],
  ['sourceIPAddress', 'fd12:3456::1', /private/],
  ['sourceIPAddress', '::1', /loopback/],
  ['sourceIPAddress', '::ffff:10.0.0.1', /private/],
  ['sourceIPAddress', '300.1.1.1', /neither an address/],
  ['sourceIPAddress', '1::2::3', /neither an address/],
  [
    'userAgent',
    'aws-sdk-java/1.11.205 Mac_OS_X/10.11.6 Java_HotSpot(TM)_64-Bit_Server_VM/25.151-b12 java/1.8.0_151',
    /Java.*SDK `1\.11\.205`.*Java `1\.8\.0_151`.*macOS `10\.11\.6`/,
  ],
  [
    'userAgent',
    'aws-cli/2.13.5 os/linux#5.15 lang/python#3.11.4 md/command#workmail.list-users',
    /command line.*AWS CLI `2\.13\.5`.*`workmail\.list-users`/,
  ],
  [
    'userAgent',
    'Boto3/1.26.1 Python/3.9 Linux/4.14 exec-env/AWS_Lambda_python3.9 Botocore/1.29',
    /Python.*boto3 `1\.26\.1`.*Lambda function/,
  ],
  ['userAgent', '[AWSCloudTrail, aws-internal/3 aws-sdk-java/1]', /console/],
  ['userAgent', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', /browser.*Windows `10\.0`/],
  ['userAgent', 'something else', /does not know/],
  ['userAgent', 'x'.repeat(1024), /1 KB/],
  ['awsRegion', 'us-east-1', /WorkMail runs here/],
  ['awsRegion', 'ap-south-1', /does not run here/],
  ['awsRegion', 'cn-north-1', /China.*does not run here/],
  ['eventSource', 'workmailmessageflow.amazonaws.com', /Message Flow/],
  ['eventSource', 'frobnicate.amazonaws.com', /AWS service/],
  ['errorCode', 'EntityNotFoundException', /identifier/],
  ['errorCode', 'MessageFrozen', /AWS does not list this error for `CreateUser`/],
  ['errorCode', 'NoSuchCodeAnywhere', /no explanation/],
  ['requestParameters', null, /Null/],
  ['responseElements', null, /normally answers something/],
  ['userIdentity.userName', 'HIDDEN_DUE_TO_SECURITY_REASONS', /masked/],
  ['requestParameters.password', '***', /masked/],
  ['requestParameters', 'HIDDEN_DUE_TO_SECURITY_REASONS', /masked/],
  [
    'requestParameters',
    { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' },
    /too large.*149893/,
  ],
  ['requestParameters', { omitted: true, originalSize: 149893 }, /too large.*149893/],
  ['requestParameters.organizationId', 'm-5b1c980000EXAMPLE', /WorkMail organization/],
  ['responseElements.userId', 'S-1-1-12-1234567890-1', /security id/],
  ['responseElements.userId', 'a3a9176d-1111-2222-3333-444455556666', /unique id/],
  ['readOnly', true, /read.*it is a change/],
  ['readOnly', false, /change\.$/],
  ['userIdentity.accountId', '111111111111', /nothing crosses/],
  ['userIdentity.accountId', '222222222222', /access across accounts/],
  ['userIdentity.accountId', 'ANONYMOUS_PRINCIPAL', /no credentials/],
  ['userIdentity.accountId', '12', /12 digits/],
  ['userIdentity.accountId', '11111111111', /lost \(011111111111\)/],
  ['userIdentity.accountId', 11111111111, /lost \(011111111111\)/],
  ['userIdentity.accountId', '1.11111E+11', /rounded/],
  ['userIdentity.accountId', '************', /masked/],
  ['userIdentity.accessKeyId', 'AKIA****************', /id is masked/],
  ['userIdentity.accessKeyId', 'ASIA****', /id is masked/],
  ['userIdentity.principalId', 'AROA****:name', /id is masked/],
  ['userIdentity.arn', 'arn:aws:iam::XXXXXXXXXXXX:user/jane', /IAM user\*\* `jane`.*account in this ARN is masked/],
  ['userIdentity.userName', '****', /masked/],
  ['userIdentity.userName', '<redacted>', /masked/],
  ['userIdentity.userName', 'REDACTED', /masked/],
  ['userIdentity.userName', '[MASKED]', /masked/],
  ['userIdentity.userName', 'j***@example.com', /part of the value is masked/],
  ['eventTime', '2017-12-12 17:49:59', /2017-12-12 17:49:59 UTC.*No time zone is written/],
  ['eventTime', '2017-12-12T18:49:59+01:00', /2017-12-12 17:49:59 UTC/],
  ['readOnly', 'false', /change\.$/],
  ['userIdentity.type', 'Root', /owner of the account/],
  ['userIdentity.type', 'Alien', /Not a value.*`IAMUser`/],
  ['userIdentity.sessionContext.attributes.mfaAuthenticated', 'false', /No second factor/],
  ['userIdentity.sessionContext.sessionIssuer.userName', 'AWSReservedSSO_Admin_1', /Identity Center/],
  ['userIdentity.invokedBy', 'workmail.us-east-1.amazonaws.com', /WorkMail acting in a Region/],
];

suite('a value explained', () => {
  for (const [path, value, words] of cases) {
    const shown = JSON.stringify(value);
    test(`${path} ${shown.length > 70 ? `${shown.slice(0, 70)}…` : shown}`, () => {
      assert.match(explained(path, value), words);
    });
  }

  test('says nothing where the field says everything', () => {
    assert.equal(explained('requestParameters.displayName', 'Jane Doe'), '');
    assert.equal(explained('eventID', '9f2f09c5-1111-2222-3333-444455556666'), '');
    assert.equal(explained('requestID', 'x'), '');
  });
});

suite('times', () => {
  test('in UTC and at the place of the reader', () => {
    assert.match(
      explained('eventTime', '2017-12-12T17:49:59Z', {}, 'Europe/Berlin'),
      /2017-12-12 18:49:59 in Europe\/Berlin, UTC\\\+01:00/,
    );
    assert.match(explained('eventTime', '2017-07-01T23:30:00Z', {}, 'Asia/Kolkata'), /2017-07-02 05:00:00.*\+05:30/);
    assert.match(
      explained('eventTime', '2017-07-01T02:30:00Z', {}, 'America/New_York'),
      /2017-06-30 22:30:00.*UTC-04:00/,
    );
  });

  test('in UTC only without a time zone, or with one that does not exist', () => {
    for (const zone of [undefined, 'UTC', 'Nowhere/Land']) {
      assert.equal(explained('eventTime', '2017-12-12T17:49:59Z', {}, zone), '**2017-12-12 17:49:59 UTC**, a Tuesday.');
    }
  });

  test('in every form that parameters hold', () => {
    const fields = { eventName: 'DescribeUser' };
    const forms = [
      'Jul 10, 2023 12:05:06 PM',
      'Jul 10, 2023, 12:05:06\u202fPM',
      '2023-07-10T12:05:06Z',
      '2023-07-10T14:05:06.123+02:00',
      '20230710T120506Z',
      1688990706000,
      1688990706.123,
    ];
    for (const form of forms) {
      assert.match(explained('responseElements.enabledDate', form, fields), /2023-07-10 12:05:06 UTC/, String(form));
    }
    for (const form of ['soon', -1, 1e300, 'Foo 10, 2023 12:05:06 PM', '2023-13-10T12:05:06Z']) {
      assert.equal(explained('responseElements.enabledDate', form, fields), '', String(form));
    }
  });

  test('with the age of the session', () => {
    const path = 'userIdentity.sessionContext.attributes.creationDate';
    assert.match(explained(path, '2017-12-12T14:00:00Z'), /3 hours 49 minutes old/);
    assert.match(explained(path, '20171210T174959Z'), /2 days old/);
    assert.doesNotMatch(explained(path, '2018-01-01T00:00:00Z'), /old/);
  });
});

suite('refusals', () => {
  const message = (reason: string, action = 'workmail:CreateUser'): string =>
    `User: arn:aws:iam::111111111111:user/WMSDK is not authorized to perform: ${action} on resource: arn:aws:workmail:us-west-2:111111111111:organization/m-1 ${reason}`;

  test('name the permission, the identity and the policy', () => {
    const none = message('because no identity-based policy allows the workmail:CreateUser action');
    const words = explained('errorMessage', none, { errorCode: 'AccessDenied' });
    assert.match(
      words,
      /Refused: `workmail:CreateUser` to `arn:aws:iam::111111111111:user\/WMSDK` on `arn:aws:workmail/,
    );
    assert.match(words, /have to be allowed by a policy of the identity/);
    assert.doesNotMatch(words, /not that of the action/);
    assert.match(explained('errorCode', 'AccessDenied', { errorMessage: none }), /Refused: `workmail:CreateUser`/);
  });

  test('tell a prohibition, and a permission of another name', () => {
    assert.match(
      explained('errorMessage', message('with an explicit deny in a service control policy')),
      /forbidden by a service control policy/,
    );
    assert.match(explained('errorMessage', message('', 'workmail:AdminCreateUser')), /not that of the action/);
  });

  test('explain null parameters', () => {
    assert.match(explained('requestParameters', null, { errorCode: 'AccessDenied' }), /refused/);
    assert.match(explained('responseElements', null, { errorCode: 'AccessDenied' }), /failed/);
    assert.match(explained('responseElements', null, { eventName: 'ListUsers' }), /usual for a read/);
    assert.match(explained('responseElements', null, { eventName: 'DeleteUser' }), /as expected/);
  });
});

test('accounts are compared from both sides', () => {
  const crossing = identity({ accountId: '222222222222' });
  assert.match(explained('recipientAccountId', '111111111111', crossing), /another account, `222222222222`/);
  assert.equal(explained('recipientAccountId', '111111111111'), '');
});
