/** A stolen access key: what a night of misuse leaves in the log, and what the owners do in the morning. */
import { agents, awsService, iamUser, roleSession } from './callers.mjs';
import { account, foreignAccount, mailKey, monitoring, organizationArn, person } from './company.mjs';
import { scene } from './scene.mjs';
import { after, refused, story } from './story.mjs';
import { ask, exportJob, masked } from './workmail.mjs';

const keyId = 'AKIAI44QH8DHBEXAMPLE';
const userName = 'directory-sync';
const usual = iamUser(userName, keyId, { sourceIPAddress: '192.0.2.33', userAgent: agents.boto3 });
/** The same key from an address and a program that this user never had. */
const stolen = iamUser(userName, keyId, {
  sourceIPAddress: '203.0.113.77',
  userAgent:
    'aws-cli/2.27.12 md/awscrt#0.26.1 ua/2.1 os/linux#6.12.20-amd64 md/arch#x86_64 lang/python#3.13.3 md/pyimpl#CPython cfg/retry-mode#standard md/installer#source md/prompt#off',
});
const responder = roleSession(
  { role: 'SecurityResponse', name: 'robin.meyer@example.com', since: '2026-05-17T07:35:20Z', mfa: true },
  { sourceIPAddress: '198.51.100.24', userAgent: agents.cli },
);

/** @returns {{ Records: import('./story.mjs').Fields[] }} */
export function incident() {
  const log = story(20260516);
  usualWork(log);
  tryingTheKey(log);
  lookingForMail(log);
  opening(log);
  response(log);
  return { Records: log.dice.shuffle(log.records) };
}

/** Twice an hour the user does what it is for: it reads the list of users, from one address, with one program. */
function usualWork(/** @type {import('./story.mjs').Story} */ log) {
  for (let half = 0; half < 24; half += 1) {
    scene(log, after('2026-05-16T20:00:07Z', half * 1800), usual, 'workmail', [
      [0, 'ListUsers', ask({ maxResults: 100 })],
      [2, 'ListGroups', ask({ maxResults: 100 })],
    ]);
  }
}

/** @param {import('./story.mjs').Story} log */
function tryingTheKey(log) {
  const self = `arn:aws:iam::${account}:user/${userName}`;
  scene(log, '2026-05-17T01:12:41Z', stolen, 'sts', [[0, 'GetCallerIdentity']]);
  scene(log, '2026-05-17T01:12:58Z', stolen, 'iam', [
    [0, 'ListAttachedUserPolicies', refused(stolen, 'iam:ListAttachedUserPolicies', self)],
    [4, 'ListUsers', refused(stolen, 'iam:ListUsers', `arn:aws:iam::${account}:user/`)],
    [5, 'CreateAccessKey', refused(stolen, 'iam:CreateAccessKey', self)],
  ]);
  scene(log, '2026-05-17T01:13:20Z', stolen, 's3', [
    [
      0,
      'ListBuckets',
      {
        ...refused(stolen, 's3:ListAllMyBuckets'),
        request: { Host: 's3.us-east-1.amazonaws.com' },
      },
    ],
  ]);
}

/** @param {import('./story.mjs').Story} log */
function lookingForMail(log) {
  const board = person('amal.haddad').id;
  const finance = person('bruno.keller').id;
  const probe = (/** @type {string} */ action) => refused(stolen, `workmail:${action}`, organizationArn);
  scene(log, '2026-05-17T01:14:02Z', stolen, 'workmail', [
    [0, 'ListOrganizations', { request: {} }],
    [9, 'DescribeOrganization', ask()],
    [6, 'ListUsers', ask()],
    [3, 'ListGroups', ask()],
    [14, 'ListMailboxPermissions', ask({ entityId: board })],
    [3, 'ListMailboxPermissions', ask({ entityId: finance })],
    [3, 'ListMailboxPermissions', ask({ entityId: person('chiara.moretti').id })],
    [22, 'ListAccessControlRules', ask()],
    [5, 'ListImpersonationRoles', ask()],
    [4, 'ListMailboxExportJobs', ask()],
    [31, 'DescribeEmailMonitoringConfiguration', ask()],
    [48, 'ResetPassword', probe('ResetPassword')],
    [6, 'PutMailboxPermissions', probe('PutMailboxPermissions')],
    [5, 'PutAccessControlRule', probe('PutAccessControlRule')],
    [7, 'CreateUser', probe('CreateUser')],
  ]);
}

/** @param {import('./story.mjs').Story} log */
function opening(log) {
  const { dice } = log;
  const impersonationRoleId = dice.guid();
  const targets = [person('amal.haddad'), person('bruno.keller')];
  const token = { token: masked, expiresIn: 3600 };
  const jobs = targets.map(({ id, name }) => ({
    jobId: dice.guid(),
    request: exportJob({
      clientToken: dice.guid(),
      entityId: id,
      description: 'backup',
      account: foreignAccount,
      role: 'mail-backup',
      key: '5f0c1d7e-9f0a-4b1e-8f57-2a1d5be0c911',
      bucket: 'mail-backup-eu-7731',
      prefix: `in/${name}`,
    }),
  }));
  scene(log, '2026-05-17T01:31:15Z', stolen, 'workmail', [
    [0, 'DeleteEmailMonitoringConfiguration', ask()],
    [
      96,
      'CreateImpersonationRole',
      ask(
        {
          clientToken: dice.guid(),
          name: 'Backup Connector',
          type: 'FULL_ACCESS',
          // No targetUsers: this rule opens every mailbox.
          rules: [{ impersonationRuleId: 'all', effect: 'ALLOW' }],
        },
        { response: { impersonationRoleId } },
      ),
    ],
    [18, 'GetImpersonationRoleEffect', ask({ impersonationRoleId, targetUser: 'amal.haddad@example.com' })],
    [11, 'AssumeImpersonationRole', ask({ impersonationRoleId }, { response: token })],
    [3540, 'AssumeImpersonationRole', ask({ impersonationRoleId }, { response: token })],
    ...jobs.map(
      ({ jobId, request }) =>
        /** @type {const} */ ([35, 'StartMailboxExportJob', ask(request, { response: { jobId } })]),
    ),
    ...jobs.map(({ jobId }) => /** @type {const} */ ([600, 'DescribeMailboxExportJob', ask({ jobId })])),
    [1500, 'DescribeMailboxExportJob', ask({ jobId: jobs[0]?.jobId })],
    [140, 'DeleteImpersonationRole', ask({ impersonationRoleId })],
    [8, 'ListImpersonationRoles', ask()],
  ]);
  // While the impersonated mailboxes are read, WorkMail decrypts them. Which message was read, CloudTrail does not say.
  for (let index = 0; index < 9; index += 1) {
    log.say(
      after('2026-05-17T01:34:10Z', index * 340 + dice.between(0, 200)),
      awsService('workmail.us-east-1.amazonaws.com'),
      'kms',
      'Decrypt',
      {
        request: {
          encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
          encryptionContext: { 'aws:workmail:arn': organizationArn },
        },
        readOnly: true,
        resources: [{ accountId: account, type: 'AWS::KMS::Key', ARN: mailKey }],
      },
    );
  }
}

/** @param {import('./story.mjs').Story} log */
function response(log) {
  scene(log, '2026-05-17T07:41:00Z', responder, 'workmail', [
    [
      0,
      'DescribeEmailMonitoringConfiguration',
      {
        ...ask(),
        errorCode: 'ResourceNotFoundException',
        errorMessage: 'The organization has no e-mail monitoring configuration.',
      },
    ],
    [40, 'ListImpersonationRoles', ask()],
    [9, 'ListMailboxExportJobs', ask()],
    [300, 'PutEmailMonitoringConfiguration', ask(monitoring)],
  ]);
  scene(log, '2026-05-17T07:43:10Z', responder, 'iam', [
    [0, 'ListAccessKeys', { request: { userName } }],
    [12, 'UpdateAccessKey', { request: { userName, accessKeyId: keyId, status: 'Inactive' } }],
  ]);
}
