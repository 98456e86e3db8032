import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze, outcomeOfRecord, type Things, thingsOf } from '../../../server/src/core';
import { log, record } from '../../protocol/records';

const organizationId = 'm-0123456789abcdef0123456789abcdef';
const role = 'arn:aws:iam::111122223333:role/Reader';
const session = 'arn:aws:sts::111122223333:assumed-role/Reader/jane';

const cases: readonly (readonly [what: string, fields: Readonly<Record<string, unknown>>, expected: Things])[] = [
  [
    'a user of WorkMail is made, in an organization, under a name',
    {
      eventName: 'CreateUser',
      requestParameters: { organizationId, name: 'jane', displayName: 'Jane Doe', password: 'Secret-1' },
      responseElements: { userId: 'u-1' },
    },
    { made: ['u-1'], named: ['jane', organizationId] },
  ],
  [
    'a call that failed makes nothing',
    { eventName: 'CreateUser', requestParameters: { organizationId, name: 'jane' }, errorCode: 'NameAvailability' },
    { made: [], named: ['jane', organizationId] },
  ],
  [
    'what a call that failed would have made is named by it',
    {
      eventSource: 's3.amazonaws.com',
      eventName: 'CreateBucket',
      requestParameters: { bucketName: 'evidence' },
      errorCode: 'BucketAlreadyExists',
    },
    { made: [], named: ['evidence'] },
  ],
  [
    'lists of ids are gone through, and no further than a reader would',
    {
      eventName: 'CreateImpersonationRole',
      requestParameters: {
        organizationId,
        rules: [{ name: 'r', targetUsers: Array.from({ length: 1000 }, (_, user) => `u-${user}`) }],
      },
      responseElements: { impersonationRoleId: 'i-1' },
    },
    {
      made: ['i-1'],
      named: [...Array.from({ length: 30 }, (_, at) => `u-${31 - at}`), 'u-1', 'u-0'].slice(0, 32),
    },
  ],
  [
    'a session is given out: its key and its ARN',
    {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      requestParameters: { roleArn: role, roleSessionName: 'jane' },
      responseElements: {
        credentials: { accessKeyId: 'ASIAEXAMPLE00000000A', sessionToken: 'token' },
        assumedRoleUser: { arn: session },
      },
    },
    { made: ['ASIAEXAMPLE00000000A', session], named: [role, 'jane'] },
  ],
  [
    'an access key is made for somebody',
    {
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateAccessKey',
      requestParameters: null,
      responseElements: { accessKey: { accessKeyId: 'AKIAEXAMPLE00000000B', userName: 'bob' } },
    },
    { made: ['AKIAEXAMPLE00000000B'], named: ['bob'] },
  ],
  [
    'any other call of IAM is about somebody',
    {
      eventSource: 'iam.amazonaws.com',
      eventName: 'AttachUserPolicy',
      requestParameters: { userName: 'bob', policyArn: role },
    },
    { made: [], named: ['bob', role] },
  ],
  [
    'what does not hold what it should says nothing',
    {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      requestParameters: [{ roleArn: role }],
      responseElements: { credentials: ['a'], assumedRoleUser: { arn: { a: 1 } } },
    },
    { made: [], named: [] },
  ],
  [
    'a service that nothing is known of',
    { eventSource: 'ec2.amazonaws.com', eventName: 'RunInstances', requestParameters: { roleArn: role } },
    { made: [], named: [] },
  ],
];

suite('What a record says of things', () => {
  for (const [what, fields, expected] of cases) {
    test(what, () => {
      const [found] = analyze(log(record(fields)));
      assert.ok(found);
      assert.deepEqual(thingsOf(found, outcomeOfRecord(found)), expected);
    });
  }
});
