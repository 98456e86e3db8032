/** A company moves its mail to another provider: announced, in office hours, by one administrator, to its own account. */
import { agents, awsService, roleSession } from './callers.mjs';
import { account, organizationArn, staff } from './company.mjs';
import { scene } from './scene.mjs';
import { after, story } from './story.mjs';
import { serviceTakesRole } from './takesRole.mjs';
import { ask, exportJob, failed } from './workmail.mjs';

const change = 'CHG-2026-0412';
const bucket = 'example-corp-mail-archive';
const role = 'MailboxExport';
const key = '7c0d2f51-6f6e-4a6b-9a3d-0e4f5b1c2d3e';

/**
 * The administrator's session of one day, begun with a second factor.
 *
 * @param {string} date
 */
const administrator = (date) =>
  roleSession(
    { role: 'MailAdministrator', name: 'jordan.lee@example.com', since: `${date}T08:10:00Z`, mfa: true },
    { sourceIPAddress: '198.51.100.24', userAgent: agents.cli },
  );

/** @returns {{ Records: import('./story.mjs').Fields[] }} */
export function migration() {
  const log = story(20260907);
  preparation(log, '2026-09-07');
  exports(log, '2026-09-08', staff.slice(0, 6));
  exports(log, '2026-09-09', staff.slice(6, 11));
  exports(log, '2026-09-10', staff.slice(11));
  switchOver(log, '2026-09-18');
  closing(log, '2026-09-25');
  return { Records: log.dice.shuffle(log.records) };
}

/**
 * @param {import('./story.mjs').Story} log
 * @param {string} date
 */
function preparation(log, date) {
  const admin = administrator(date);
  scene(log, `${date}T08:31:00Z`, admin, 'workmail', [
    [0, 'DescribeOrganization', ask()],
    [50, 'TagResource', { request: { resourceARN: organizationArn, tags: [{ key: 'migration', value: change }] } }],
    [20, 'ListUsers', ask({ maxResults: 100 })],
    [3, 'ListMailDomains', ask()],
  ]);
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'export.workmail.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  const write = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:PutObject'], Resource: [`arn:aws:s3:::${bucket}/*`] }],
  };
  scene(log, `${date}T09:02:00Z`, admin, 's3', [
    [
      0,
      'CreateBucket',
      {
        request: { bucketName: bucket, Host: `${bucket}.s3.us-east-1.amazonaws.com` },
        host: `${bucket}.s3.us-east-1.amazonaws.com`,
      },
    ],
  ]);
  scene(log, `${date}T09:04:00Z`, admin, 'kms', [
    [
      0,
      'CreateKey',
      {
        request: {
          description: `Mailbox exports, ${change}`,
          keySpec: 'SYMMETRIC_DEFAULT',
          keyUsage: 'ENCRYPT_DECRYPT',
        },
        response: { keyMetadata: { keyId: key, arn: `arn:aws:kms:us-east-1:${account}:key/${key}`, enabled: true } },
      },
    ],
    [30, 'CreateAlias', { request: { aliasName: 'alias/mailbox-export', targetKeyId: key } }],
  ]);
  scene(log, `${date}T09:06:00Z`, admin, 'iam', [
    [
      0,
      'CreateRole',
      {
        request: {
          roleName: role,
          description: `Mailbox exports, ${change}`,
          assumeRolePolicyDocument: JSON.stringify(trust),
        },
        response: { role: { path: '/', roleName: role, arn: `arn:aws:iam::${account}:role/${role}` } },
      },
    ],
    [
      14,
      'PutRolePolicy',
      { request: { roleName: role, policyName: 'write-exports', policyDocument: JSON.stringify(write) } },
    ],
  ]);
}

/**
 * @param {import('./story.mjs').Story} log
 * @param {string} date
 * @param {readonly import('./company.mjs').Person[]} people
 */
function exports(log, date, people) {
  const admin = administrator(date);
  for (const [index, { id, name }] of people.entries()) {
    const start = after(`${date}T09:00:00Z`, index * 1320 + log.dice.between(0, 240));
    const jobId = log.dice.guid();
    const request = exportJob({
      clientToken: log.dice.guid(),
      entityId: id,
      description: `${change} ${name}`,
      account,
      role,
      key,
      bucket,
      prefix: `${change}/${name}`,
    });
    // More jobs at once than WorkMail runs: the third of a day has to wait.
    if (index === 3) {
      scene(log, after(start, -60), admin, 'workmail', [
        [0, 'StartMailboxExportJob', failed('LimitExceededException', 'Too many export jobs are running.', request)],
      ]);
    }
    scene(log, start, admin, 'workmail', [
      [0, 'StartMailboxExportJob', ask(request, { response: { jobId } })],
      [300, 'DescribeMailboxExportJob', ask({ jobId })],
      [1500, 'DescribeMailboxExportJob', ask({ jobId })],
    ]);
    serviceTakesRole(
      log,
      after(start, 4),
      awsService('export.workmail.amazonaws.com'),
      request.roleArn,
      `workmail-export-${jobId}`,
    );
  }
  scene(log, `${date}T16:30:00Z`, admin, 'workmail', [[0, 'ListMailboxExportJobs', ask({ maxResults: 100 })]]);
}

/**
 * @param {import('./story.mjs').Story} log
 * @param {string} date
 */
function switchOver(log, date) {
  const admin = administrator(date);
  scene(log, `${date}T09:00:00Z`, admin, 'workmail', [
    [0, 'ListMailboxExportJobs', ask({ maxResults: 100 })],
    ...staff.map(({ id }) => /** @type {const} */ ([25, 'DeregisterFromWorkMail', ask({ entityId: id })])),
    [120, 'ListUsers', ask({ filters: { state: 'ENABLED' } })],
  ]);
}

/**
 * @param {import('./story.mjs').Story} log
 * @param {string} date
 */
function closing(log, date) {
  const admin = administrator(date);
  const domainName = 'example.com';
  scene(log, `${date}T10:00:00Z`, admin, 'workmail', [
    [0, 'DeregisterMailDomain', failed('MailDomainInUseException', 'Aliases still use this domain.', { domainName })],
    [60, 'UpdateDefaultMailDomain', ask({ domainName: 'example-corp.awsapps.com' })],
    ...staff
      .slice(0, 3)
      .map(
        ({ id, name }) =>
          /** @type {const} */ ([
            20,
            'DeleteAlias',
            ask({ entityId: id, alias: `${name.replace('.', '')}@example.com` }),
          ]),
      ),
    [90, 'DeregisterMailDomain', ask({ domainName })],
    [30, 'ListMailDomains', ask()],
  ]);
}
