/** What else the same account does in a day: the records a reader has to look past. */
import { agents, awsService, iamUser, identityCenterUser, roleSession } from './callers.mjs';
import { account, auditAccount, mailKey, organizationArn } from './company.mjs';
import { cast, on } from './dayCast.mjs';
import { scene } from './scene.mjs';
import { after, refused } from './story.mjs';
import { serviceTakesRole } from './takesRole.mjs';

const deployer = roleSession(
  { role: 'Deployment', name: 'GitHubActions', since: on('09:58:00'), mfa: false },
  { sourceIPAddress: '203.0.113.90', userAgent: agents.boto3 },
);
const watcher = iamUser('cost-report', 'AKIAI44QH8DHBEXAMPLE', {
  sourceIPAddress: '192.0.2.14',
  userAgent: agents.boto3,
});
const workmail = awsService('workmail.us-east-1.amazonaws.com');
const bucket = 'example-corp-trail-logs';

/** @param {import('./story.mjs').Story} day */
export function neighbours(day) {
  everyHour(day);
  byPeople(day);
  byDeployment(day);
  mailKeyUse(day);
}

/** @param {import('./story.mjs').Story} day */
function everyHour(day) {
  for (let hour = 0; hour < 24; hour += 1) {
    const start = after(on('00:02:00'), hour * 3600 + day.dice.between(0, 300));
    day.say(start, awsService('cloudtrail.amazonaws.com'), 's3', 'GetBucketAcl', {
      request: { bucketName: bucket, Host: `${bucket}.s3.us-east-1.amazonaws.com`, acl: '' },
      resources: [{ accountId: account, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucket}` }],
    });
    serviceTakesRole(
      day,
      after(start, 610),
      awsService('lambda.amazonaws.com'),
      `arn:aws:iam::${account}:role/MailFlowScanner`,
      'mail-flow-scanner',
    );
    if (hour % 3 === 0) {
      scene(day, after(start, 1800), watcher, 'sts', [[0, 'GetCallerIdentity']]);
      scene(day, after(start, 1802), watcher, 's3', [
        [0, 'ListBuckets', { request: { Host: 's3.amazonaws.com' }, host: 's3.amazonaws.com' }],
      ]);
    }
    if (hour % 4 === 1) {
      scene(day, after(start, 2400), cast.scanner(after(start, 2400)), 'logs', [
        [
          0,
          'CreateLogStream',
          {
            request: {
              logGroupName: '/aws/lambda/mail-flow-scanner',
              logStreamName: `2026/03/11/[$LATEST]${day.dice.hex(32)}`,
            },
          },
        ],
      ]);
    }
  }
}

/** @param {import('./story.mjs').Story} day */
function byPeople(day) {
  const person = identityCenterUser(day.dice.guid(), '2001:db8:12:34::9');
  scene(day, on('08:01:20'), person, 'sso', [
    [0, 'ListApplications', { request: { maxResults: 50 } }],
    [25, 'ListProfilesForApplication', { request: { instanceId: 'ins-0a1b2c3d4e5f6071' } }],
  ]);
  day.say(on('07:28:40'), { ...cast.owner, way: 'program' }, 'signin', 'ConsoleLogin', {
    response: { ConsoleLogin: 'Success' },
    readOnly: false,
    extra: {
      eventType: 'AwsConsoleSignIn',
      // A sign-in has none.
      requestID: undefined,
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home',
        MobileVersion: 'No',
        MFAUsed: 'Yes',
      },
    },
  });
  day.say(
    on('14:02:00'),
    iamUser('audit-broker', `AKIA${day.dice.capitals(9)}EXAMPLE`, {
      sourceIPAddress: '198.51.100.31',
      userAgent: agents.java,
    }),
    'sts',
    'GetFederationToken',
    {
      request: { name: 'external-auditor', durationSeconds: 7200 },
      response: {
        credentials: { accessKeyId: cast.auditor.userIdentity.accessKeyId, sessionToken: 'EXAMPLETOKEN' },
        federatedUser: {
          federatedUserId: `${account}:external-auditor`,
          arn: `arn:aws:sts::${account}:federated-user/external-auditor`,
        },
        packedPolicySize: 4,
      },
      readOnly: false,
    },
  );
  scene(day, on('09:05:00'), cast.operator, 'iam', [
    [0, 'ListUsers', { request: { maxItems: 100 } }],
    [4, 'GetUser', { request: { userName: 'mail-operator' } }],
    [6, 'ListAccessKeys', { request: { userName: 'mail-operator' } }],
    [70, 'CreateUser', refused(cast.operator, 'iam:CreateUser', `arn:aws:iam::${account}:user/tess.vries`)],
  ]);
  scene(day, on('15:02:30'), cast.operator, 'ses', [
    [0, 'GetEmailIdentity', { request: { emailIdentity: 'example.org' } }],
    [600, 'GetEmailIdentity', { request: { emailIdentity: 'example.org' } }],
    [40, 'GetAccount'],
  ]);
  scene(day, on('08:20:00'), cast.jordan, 'cloudtrail', [
    [0, 'DescribeTrails', { request: { includeShadowTrails: true, trailNameList: [] } }],
    [
      5,
      'LookupEvents',
      {
        request: {
          lookupAttributes: [{ attributeKey: 'EventSource', attributeValue: 'workmail.amazonaws.com' }],
          maxResults: 50,
        },
      },
    ],
  ]);
  scene(day, on('08:12:00'), cast.jordan, 'ds', [[0, 'DescribeDirectories', { request: { limit: 100 } }]]);
}

/** @param {import('./story.mjs').Story} day */
function byDeployment(day) {
  const functionName = 'mail-flow-scanner';
  for (const start of [on('09:58:10'), on('15:41:30')]) {
    scene(day, start, deployer, 'lambda', [
      [0, 'GetFunction20150331v2', { request: { functionName } }],
      [
        8,
        'UpdateFunctionCode20150331v2',
        {
          request: { functionName, publish: true, dryRun: false },
          response: { functionName, runtime: 'python3.12', memorySize: 512, timeout: 30, version: '41' },
        },
      ],
      [5, 'ListFunctions20150331', { request: { maxItems: 50 } }],
      [2, 'GetFunctionConfiguration20150331v2', { request: { functionName } }],
    ]);
    scene(day, after(start, 40), deployer, 'logs', [
      [0, 'DescribeLogGroups', { request: { logGroupNamePrefix: '/aws/lambda/' } }],
      [2, 'PutRetentionPolicy', { request: { logGroupName: `/aws/lambda/${functionName}`, retentionInDays: 400 } }],
    ]);
    scene(day, after(start, 55), deployer, 'iam', [
      [0, 'GetRole', { request: { roleName: 'MailFlowScanner' } }],
      [1, 'ListAttachedRolePolicies', { request: { roleName: 'MailFlowScanner' } }],
      [
        4,
        'UpdateAssumeRolePolicy',
        refused(deployer, 'iam:UpdateAssumeRolePolicy', `arn:aws:iam::${account}:role/MailFlowScanner`),
      ],
    ]);
  }
  // The audit account comes in with a role of this account.
  const roleArn = `arn:aws:iam::${account}:role/AuditReader`;
  day.say(
    on('05:00:00'),
    {
      userIdentity: {
        type: 'AWSAccount',
        principalId: `AROA${day.dice.capitals(10)}EXAMPLE:nightly`,
        accountId: auditAccount,
      },
      sourceIPAddress: '192.0.2.200',
      userAgent: agents.boto3,
      way: 'program',
    },
    'sts',
    'AssumeRole',
    {
      request: { roleArn, roleSessionName: 'nightly' },
      response: { credentials: { accessKeyId: `ASIA${day.dice.capitals(9)}EXAMPLE`, sessionToken: 'EXAMPLETOKEN' } },
      readOnly: true,
      resources: [{ accountId: account, type: 'AWS::IAM::Role', ARN: roleArn }],
    },
  );
}

/** WorkMail itself uses the key of the mailboxes, in nobody's name. */
function mailKeyUse(/** @type {import('./story.mjs').Story} */ day) {
  for (let index = 0; index < 36; index += 1) {
    const decrypts = day.dice.fraction() < 0.7;
    day.say(
      after(on('06:00:00'), index * 1500 + day.dice.between(0, 1200)),
      workmail,
      'kms',
      decrypts ? 'Decrypt' : 'GenerateDataKey',
      {
        request: {
          ...(decrypts ? { encryptionAlgorithm: 'SYMMETRIC_DEFAULT' } : { keyId: mailKey, keySpec: 'AES_256' }),
          encryptionContext: { 'aws:workmail:arn': organizationArn },
        },
        readOnly: true,
        resources: [{ accountId: account, type: 'AWS::KMS::Key', ARN: mailKey }],
      },
    );
  }
}
