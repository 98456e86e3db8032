import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../server/src/core/record';
import { ACCOUNT } from './generatedIdentities';

/** What was called, and the fields of a record that depend on it. */
export interface Call {
  readonly eventSource: string;
  readonly eventName: string;
  readonly requestParameters: JsonValue;
  readonly responseElements: JsonValue;
  /** Further fields of the envelope. */
  readonly more?: JsonObject;
}

const ORGANIZATION = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
const USER = 'S-1-1-12-3456789012-345678901-2345678901-2345';

/** Text that is hard on readers that do not know where a string ends. */
const text = fc.constantFrom(
  'Jane Doe',
  'J. "Jay" Doe, Sales; {EMEA} [all]',
  'C:\\mail\\new\\"old"',
  'Größe 文字 🧑‍💻 e\u0301',
  'Jul 10, 2023, 12:05:06\u202fPM',
  'see https://example.com/a?b=c&d={e}#f // not a comment',
  '{"eventVersion":"1.08","eventName":"CreateUser"}',
  'line one\nline two\ttab /* no comment */',
  '</script><b>&amp;',
  '',
  "it's 'single'",
  '...',
);

/** A policy as services log it: a text that holds JSON, on one line or on many, with many escaped quotes. */
const policy = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()).map(([count, isPretty]) => {
  const statement = (index: number): JsonObject => ({
    Sid: `Statement ${index}`,
    Effect: index % 2 === 0 ? 'Allow' : 'Deny',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    Action: ['workmail:*', 'ses:SendRawEmail'],
    Resource: `arn:aws:s3:::export-example-${index}/*`,
    Condition: { StringLike: { 'aws:userid': ['AROA*:x', '\\d+'] }, Bool: { 'aws:SecureTransport': 'true' } },
  });
  const document = { Version: '2012-10-17', Statement: Array.from({ length: count }, (_, index) => statement(index)) };
  return JSON.stringify(document, null, isPretty ? 2 : undefined);
});

const workmail = (
  eventName: string,
  parameters: JsonObject,
  responseElements: JsonValue = null,
  more: JsonObject = {},
): Call => ({
  eventSource: 'workmail.amazonaws.com',
  eventName,
  requestParameters: { ...parameters, organizationId: ORGANIZATION },
  responseElements,
  more: { readOnly: responseElements === null && /^(?:List|Describe|Get)/.test(eventName), ...more },
});

const workmailCall: fc.Arbitrary<Call> = fc.oneof(
  text.map((displayName) => workmail('CreateUser', { name: 'jane', displayName }, { userId: USER })),
  text.map((alias) => workmail('CreateAlias', { alias, entityId: USER })),
  fc.constant(workmail('ListUsers', { maxResults: 100 })),
  fc.constant(workmail('DescribeOrganization', {})),
  fc.constant(
    workmail('PutMailboxPermissions', {
      entityId: USER,
      granteeId: USER,
      permissionValues: ['FULL_ACCESS', 'SEND_AS'],
    }),
  ),
  text.map((description) =>
    workmail(
      'CreateImpersonationRole',
      {
        name: 'backup',
        type: 'FULL_ACCESS',
        description,
        clientToken: 'f3a1',
        rules: [
          { impersonationRuleId: 'r1', effect: 'ALLOW', targetUsers: [USER, 'jane'] },
          { impersonationRuleId: 'r2', effect: 'DENY', notTargetUsers: [] },
        ],
      },
      { impersonationRoleId: '8c1d' },
    ),
  ),
  fc.constant(
    workmail(
      'StartMailboxExportJob',
      {
        clientToken: '61b8',
        entityId: USER,
        roleArn: `arn:aws:iam::${ACCOUNT}:role/export`,
        kmsKeyArn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd`,
        s3BucketName: 'export-example',
        s3Prefix: 'a/b',
      },
      { jobId: 'job-1' },
    ),
  ),
  text.map((errorMessage) => ({
    ...workmail('ResetPassword', {}, null, { errorCode: 'AccessDenied', errorMessage }),
    requestParameters: null,
  })),
  fc.constant<Call>({
    eventSource: 'workmailMessageFlow.amazonaws.com',
    eventName: 'GetRawMessageContent',
    requestParameters: { messageId: '123A4A5A-67B8-90C1-D23E-45F67G890H12' },
    responseElements: null,
    more: { readOnly: true, managementEvent: false, eventCategory: 'Data' },
  }),
);

const otherCall: fc.Arbitrary<Call> = fc.oneof(
  fc.tuple(policy, text).map(
    ([policyDocument, policyName]): Call => ({
      eventSource: 'iam.amazonaws.com',
      eventName: 'PutRolePolicy',
      requestParameters: { roleName: 'export', policyName, policyDocument },
      responseElements: null,
    }),
  ),
  text.map(
    (key): Call => ({
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      requestParameters: { bucketName: 'export-example', key, Host: 'export-example.s3.amazonaws.com' },
      responseElements: null,
      more: {
        additionalEventData: { bytesTransferredIn: 0, bytesTransferredOut: 1.5e3, 'x-amz-id-2': 'pCLLHh/+=' },
        resources: [
          { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::export-example/${key}` },
          { accountId: ACCOUNT, type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::export-example' },
        ],
        managementEvent: false,
        eventCategory: 'Data',
        vpcEndpointId: 'vpce-1111',
      },
    }),
  ),
  fc.constant<Call>({
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRole',
    requestParameters: { roleArn: `arn:aws:iam::${ACCOUNT}:role/export`, durationSeconds: 3600, tags: [] },
    responseElements: {
      credentials: { accessKeyId: 'ASIAEXAMPLE', expiration: 'Mar 1, 2026, 7:02:11\u202fAM', sessionToken: 'IQoJ//8=' },
      assumedRoleUser: { assumedRoleId: 'AROAEXAMPLE:x', arn: `arn:aws:sts::${ACCOUNT}:assumed-role/export/x` },
      packedPolicySize: 91,
    },
    more: { resources: [{ ARN: `arn:aws:iam::${ACCOUNT}:role/export`, accountId: ACCOUNT, type: 'AWS::IAM::Role' }] },
  }),
  fc.constant<Call>({
    eventSource: 'ec2.amazonaws.com',
    eventName: 'RunInstances',
    requestParameters: {
      instancesSet: { items: [{ imageId: 'ami-1', minCount: 1, maxCount: 1 }] },
      blockDeviceMapping: { items: [{ deviceName: '/dev/xvda', ebs: { volumeSize: 8, deleteOnTermination: true } }] },
      monitoring: { enabled: false },
      networkInterfaceSet: { items: [{ groupSet: { items: [{ groupId: 'sg-1' }] }, tags: [{ a: [[{}], [-0.5]] }] }] },
    },
    responseElements: { message: 'not authorized' },
    more: { errorCode: 'Client.UnauthorizedOperation', errorMessage: 'You are not authorized: "ec2:RunInstances"' },
  }),
  fc.constant<Call>({
    eventSource: 'kms.amazonaws.com',
    eventName: 'Decrypt',
    requestParameters: {
      encryptionContext: { 'aws:workmail:arn': `arn:aws:workmail:us-east-1:${ACCOUNT}:organization/m` },
    },
    responseElements: null,
    more: { sharedEventID: '0a1b', readOnly: true },
  }),
);

/** Calls of WorkMail and of its neighbours, about as many of each. */
export const call: fc.Arbitrary<Call> = fc.oneof(workmailCall, otherCall);
