import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../../server/src/core';

const short = fc.constantFrom('', 'a', 'b', 'AB', 'ba', 'none', 'a b', 'aws:iam', 'é');
const odd = fc.constantFrom<JsonValue>(null, 7, 111_122_223_333, true, {}, ['a'], { arn: 'a' });
const some = (...likely: readonly JsonValue[]): fc.Arbitrary<JsonValue | undefined> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...likely) },
    { weight: 3, arbitrary: short },
    { weight: 1, arbitrary: odd },
    { weight: 2, arbitrary: fc.constant(undefined) },
  );
const ids = [
  '3cb5a2a8-5a0f-4f4c-8f0e-0123456789ab',
  '3CB5A2A8-5A0F-4F4C-8F0E-0123456789AB',
  '{3cb5a2a8-5a0f-4f4c-8f0e-0123456789ab}',
  'EXAMPLE',
];
const arns = ['arn:aws:sts::111122223333:assumed-role/Admin/jane', 'arn:aws:iam::111122223333:user/jane', 'a'];
const within = (members: Readonly<Record<string, fc.Arbitrary<JsonValue | undefined>>>): fc.Arbitrary<JsonValue> =>
  fc.oneof({ weight: 6, arbitrary: fc.record(members).map(asWritten) }, { weight: 1, arbitrary: odd });
/** What is undefined is not written. */
const asWritten = (object: unknown): JsonObject => JSON.parse(JSON.stringify(object));

const identity = within({
  type: some('Root', 'IAMUser', 'AssumedRole', 'AWSService', 'AWSAccount', 'IdentityCenterUser', 'FederatedUser'),
  accountId: some('111122223333', '000000000001'),
  userName: some('jane'),
  arn: some(...arns),
  principalId: some('AROAEXAMPLE:jane', 'AIDAEXAMPLE'),
  accessKeyId: some('AKIAEXAMPLE', 'ASIAEXAMPLE'),
  invokedBy: some('ec2.amazonaws.com'),
  identityProvider: some('cognito'),
  onBehalfOf: within({ userId: some('u-1') }),
  sessionContext: within({
    sessionIssuer: within({ arn: some('arn:aws:iam::111122223333:role/Admin'), userName: some('Admin') }),
    attributes: within({ mfaAuthenticated: some('true', 'False', false), creationDate: some('2026-03-01T08:00:00Z') }),
  }),
});

/** An event with every field that a row is made of, each of them now and then absent or not as CloudTrail writes it. */
export const anyEvent: fc.Arbitrary<JsonObject> = fc
  .record({
    eventVersion: fc.constantFrom('1.08', '1.11'),
    userIdentity: identity,
    eventTime: some(
      '2026-03-01T08:15:20Z',
      '2026-02-28T23:59:59Z',
      '2026-03-02T00:00:00.123Z',
      '1969-01-01T00:00:00Z',
      '2026-02-30T00:00:00Z',
    ),
    eventSource: some(
      'workmail.amazonaws.com',
      'iam.amazonaws.com',
      'sts.amazonaws.com',
      'WorkMailMessageFlow.amazonaws.com',
      'a.amazonaws.com.cn',
    ),
    eventName: some('CreateUser', 'ResetPassword', 'GetRawMessageContent', 'AssumeRole', 'CreateAccessKey', 'a'),
    awsRegion: some('eu-west-1'),
    sourceIPAddress: some('10.0.0.1', '10.1', '::1', '2001:DB8:0::7', 'AWS Internal', 'a.amazonaws.com'),
    userAgent: some('aws-cli/2.15.0'),
    errorCode: fc.oneof(fc.constant(undefined), some('AccessDenied')),
    errorMessage: fc.oneof(fc.constant(undefined), some('no')),
    requestParameters: fc.constantFrom<JsonValue>(
      null,
      { organizationId: 'm-1', entityId: 'a', email: 'b' },
      { roleArn: 'a b', userName: 'b' },
    ),
    responseElements: fc.constantFrom<JsonValue>(
      null,
      { userId: 'ba' },
      { credentials: { accessKeyId: 'ba' }, accessKey: { accessKeyId: 'AB', userName: 'a' } },
    ),
    requestID: some(...ids),
    eventID: some(...ids),
    sharedEventID: some(...ids),
    readOnly: some(true, false, 'TRUE'),
    eventType: some('AwsApiCall', 'AwsServiceEvent', 'AwsVpceEvents'),
    eventCategory: some('Management', 'NetworkActivity'),
    recipientAccountId: some('111122223333', '000000000001'),
  })
  .map(asWritten);

/** A log of such events. */
export const anyLog: fc.Arbitrary<string> = fc
  .array(anyEvent, { minLength: 1, maxLength: 12 })
  .map((Records) => JSON.stringify({ Records }));
