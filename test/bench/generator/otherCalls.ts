import type { JsonObject, JsonValue } from '../../../server/src/core/record';
import type { Call, MakeCall } from './call';
import type { Chance } from './chance';

type Parts = Partial<Omit<Call, 'eventName' | 'host'>> & { readonly request: JsonValue };

/** A call of another service; its name tells whether it only reads, unless the parts do. */
function call(
  service: string,
  eventName: string,
  parts: (chance: Chance, account: string, region: string) => Parts,
): MakeCall {
  return (chance, { account, region }) => ({
    eventSource: `${service}.amazonaws.com`,
    eventName,
    host: `${service}.${region}.amazonaws.com`,
    eventVersion: '1.09',
    readOnly: /^(?:Get|List|Describe|Lookup|Head|Decrypt|AssumeRole)/.test(eventName),
    ...parts(chance, account, region),
  });
}

const bucketCall = (eventName: string, field: string): MakeCall =>
  call('s3', eventName, (chance, account, region) => {
    const bucketName = `logs-${account}-${region}`;
    return {
      eventVersion: '1.11',
      request: { bucketName, Host: `${bucketName}.s3.${region}.amazonaws.com`, [field]: '' },
      additional: {
        SignatureVersion: 'SigV4',
        CipherSuite: 'TLS_AES_128_GCM_SHA256',
        bytesTransferredIn: 0,
        AuthenticationMethod: 'AuthHeader',
        'x-amz-id-2': `${chance.hex(64)}/+=`,
        bytesTransferredOut: chance.between(200, 9000),
      },
      resources: [{ accountId: account, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucketName}` }],
    };
  });

/** A policy as services log it: a text that holds JSON. */
function policy(chance: Chance, account: string): string {
  const statement = (index: number): JsonObject => ({
    Sid: `Statement${index}`,
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: ['workmail:ListUsers', 's3:GetObject'],
    Resource: `arn:aws:s3:::archive-${chance.hex(6)}/*`,
    Condition: { StringLike: { 'aws:userid': ['AROA*:session', '*\\d'] } },
  });
  const statements = Array.from({ length: chance.between(1, 3) }, (_, index) => statement(index));
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

const items = (values: readonly JsonObject[]): JsonObject => ({ items: [...values] });

const runInstances = call('ec2', 'RunInstances', (chance) => ({
  request: {
    instancesSet: items([{ imageId: `ami-0${chance.hex(16)}`, minCount: 1, maxCount: 1 }]),
    instanceType: 't3.medium',
    blockDeviceMapping: items([{ deviceName: '/dev/xvda', ebs: { volumeSize: 8, deleteOnTermination: true } }]),
    monitoring: { enabled: false },
    networkInterfaceSet: items([{ deviceIndex: 0, groupSet: items([{ groupId: `sg-0${chance.hex(16)}` }]) }]),
  },
  response: {
    reservationId: `r-0${chance.hex(16)}`,
    instancesSet: items([
      {
        instanceId: `i-0${chance.hex(16)}`,
        imageId: `ami-0${chance.hex(16)}`,
        currentState: { code: 0, name: 'pending' },
        privateDnsName: `ip-10-0-${chance.between(0, 255)}-${chance.between(0, 255)}.ec2.internal`,
        stateReason: { code: 'pending', message: 'pending' },
        placement: { availabilityZone: 'us-east-1a', tenancy: 'default' },
      },
    ]),
  },
}));

/** Calls of the services that fill a trail, some more often than others. */
export const otherCalls: readonly MakeCall[] = [
  bucketCall('GetBucketAcl', 'acl'),
  bucketCall('GetBucketPolicy', 'policy'),
  bucketCall('GetBucketLogging', 'logging'),
  call('sts', 'AssumeRole', (chance, account) => ({
    eventVersion: '1.08',
    request: {
      roleArn: `arn:aws:iam::${account}:role/InventoryReader`,
      roleSessionName: `session-${chance.hex(8)}`,
      durationSeconds: 3600,
    },
    response: {
      credentials: {
        accessKeyId: `ASIA${chance.capitals(9)}EXAMPLE`,
        sessionToken: chance.hex(96),
        expiration: 'Mar 11, 2026, 11:02:11 PM',
      },
      assumedRoleUser: {
        assumedRoleId: `AROA${chance.capitals(10)}EXAMPLE:session`,
        arn: `arn:aws:sts::${account}:assumed-role/InventoryReader/session`,
      },
    },
    resources: [{ accountId: account, type: 'AWS::IAM::Role', ARN: `arn:aws:iam::${account}:role/InventoryReader` }],
  })),
  call('sts', 'GetCallerIdentity', () => ({ request: null })),
  call('kms', 'Decrypt', (chance, account, region) => ({
    eventVersion: '1.11',
    request: {
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      encryptionContext: { 'aws:lambda:FunctionArn': `arn:aws:lambda:${region}:${account}:function:inventory` },
    },
    resources: [
      { accountId: account, type: 'AWS::KMS::Key', ARN: `arn:aws:kms:${region}:${account}:key/${chance.guid()}` },
    ],
  })),
  call('logs', 'CreateLogStream', (chance) => ({
    request: { logGroupName: '/aws/lambda/inventory', logStreamName: `2026/03/11/[$LATEST]${chance.hex(32)}` },
  })),
  call('logs', 'DescribeLogGroups', () => ({ request: { logGroupNamePrefix: '/aws/lambda/', limit: 50 } })),
  call('ec2', 'DescribeInstances', () => ({
    request: { maxResults: 1000, instancesSet: {}, filterSet: items([{ name: 'instance-state-name' }]) },
  })),
  call('ec2', 'DescribeVolumes', (chance) => ({
    request: { volumeSet: items([{ volumeId: `vol-0${chance.hex(16)}` }]), filterSet: {} },
  })),
  call('ec2', 'DescribeSecurityGroups', () => ({
    request: { securityGroupSet: {}, securityGroupIdSet: {}, filterSet: {} },
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage:
      'You are not authorized to perform this operation. User: "nightly" needs ec2:DescribeSecurityGroups, and no identity-based policy allows it.',
  })),
  runInstances,
  call('iam', 'GetRole', () => ({ eventVersion: '1.11', request: { roleName: 'InventoryReader' } })),
  call('iam', 'PutRolePolicy', (chance, account) => ({
    eventVersion: '1.11',
    request: {
      roleName: 'InventoryReader',
      policyName: `inventory-${chance.hex(6)}`,
      policyDocument: policy(chance, account),
    },
  })),
  call('ses', 'GetEmailIdentity', () => ({ request: { emailIdentity: 'example.org' } })),
  call('dynamodb', 'DescribeTable', (_, account, region) => ({
    request: { tableName: 'inventory' },
    resources: [
      {
        accountId: account,
        type: 'AWS::DynamoDB::Table',
        ARN: `arn:aws:dynamodb:${region}:${account}:table/inventory`,
      },
    ],
  })),
  call('ssm', 'UpdateInstanceInformation', (chance) => ({
    eventVersion: '1.08',
    request: {
      instanceId: `i-0${chance.hex(16)}`,
      agentVersion: '3.3.2746.0',
      agentStatus: 'Active',
      platformType: 'Linux',
      platformName: 'Amazon Linux',
      platformVersion: '2023',
      iPAddress: `10.0.${chance.between(0, 255)}.${chance.between(1, 254)}`,
      computerName: `ip-10-0-0-${chance.between(1, 254)}.ec2.internal`,
      agentName: 'amazon-ssm-agent',
    },
  })),
  call('cloudtrail', 'LookupEvents', () => ({
    request: {
      lookupAttributes: [{ attributeKey: 'EventSource', attributeValue: 'workmail.amazonaws.com' }],
      maxResults: 50,
    },
  })),
];
