/**
 * The same company, had it let the import of its new provider do the work: with a user and a key made for that, over two nights. In the
 * second night somebody else uses the key as well, from another place, and what he does looks much like the move.
 */
import { agents, awsService, iamUser, roleSession } from './callers.mjs';
import { account, foreignAccount, organizationArn, person, staff } from './company.mjs';
import { scene } from './scene.mjs';
import { after, refused, story } from './story.mjs';
import { serviceTakesRole } from './takesRole.mjs';
import { ask, exportJob, failed, masked } from './workmail.mjs';

const userName = 'mail-import';
const keyId = 'AKIAMAILMOVEREXAMPLE';
const bucket = 'example-corp-mail-import';
const role = 'MailImportExport';
const key = '2b9e6c14-81d3-4f0a-b7c5-93d1e0a4f6b8';

/** The import of the provider, which runs from two of its addresses. */
const imports = ['192.0.2.140', '192.0.2.141'].map((sourceIPAddress) =>
  iamUser(userName, keyId, { sourceIPAddress, userAgent: agents.java }),
);
/** The same key elsewhere. */
const thief = iamUser(userName, keyId, {
  sourceIPAddress: '203.0.113.77',
  userAgent: 'aws-cli/2.27.12 md/awscrt#0.26.1 ua/2.1 os/linux#6.12.20-amd64 md/arch#x86_64 lang/python#3.13.3',
});

/**
 * @param {string} date
 * @param {string} [sourceIPAddress] of the office, or of the VPN
 */
const administrator = (date, sourceIPAddress = '198.51.100.24') =>
  roleSession(
    { role: 'MailAdministrator', name: 'jordan.lee@example.com', since: `${date}T07:50:00Z`, mfa: true },
    { sourceIPAddress, userAgent: agents.cli },
  );

/** @param {string} date */
const helpdesk = (date) =>
  roleSession(
    { role: 'HelpDesk', name: 'sam.ortiz@example.com', since: `${date}T08:00:00Z`, mfa: true },
    { sourceIPAddress: '198.51.100.31', userAgent: agents.browser },
  );

/** @returns {{ Records: import('./story.mjs').Fields[] }} */
export function mixed() {
  const log = story(20261102);
  preparation(log, '2026-11-02');
  pilot(log, '2026-11-03');
  night(log, '2026-11-04', staff.slice(1, 9));
  night(log, '2026-11-05', staff.slice(9));
  theft(log, '2026-11-06');
  dailyWork(log);
  switchOver(log, '2026-11-16', '198.51.100.209');
  return { Records: log.dice.shuffle(log.records) };
}

/**
 * @param {import('./story.mjs').Story} log
 * @param {string} date
 */
function preparation(log, date) {
  const admin = administrator(date);
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'export.workmail.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  scene(log, `${date}T08:20:00Z`, admin, 'workmail', [
    [0, 'DescribeOrganization', ask()],
    [30, 'ListUsers', ask({ maxResults: 100 })],
    [9, 'ListMailDomains', ask()],
  ]);
  scene(log, `${date}T08:40:00Z`, admin, 's3', [
    [
      0,
      'CreateBucket',
      {
        request: { bucketName: bucket, Host: `${bucket}.s3.us-east-1.amazonaws.com` },
        host: `${bucket}.s3.us-east-1.amazonaws.com`,
      },
    ],
  ]);
  scene(log, `${date}T08:42:00Z`, admin, 'kms', [
    [
      0,
      'CreateKey',
      {
        request: {
          description: 'Mailbox exports for the import',
          keySpec: 'SYMMETRIC_DEFAULT',
          keyUsage: 'ENCRYPT_DECRYPT',
        },
        response: { keyMetadata: { keyId: key, arn: `arn:aws:kms:us-east-1:${account}:key/${key}`, enabled: true } },
      },
    ],
  ]);
  scene(log, `${date}T08:45:00Z`, admin, 'iam', [
    [
      0,
      'CreateRole',
      {
        request: { roleName: role, assumeRolePolicyDocument: JSON.stringify(trust) },
        response: { role: { path: '/', roleName: role, arn: `arn:aws:iam::${account}:role/${role}` } },
      },
    ],
    [12, 'PutRolePolicy', { request: { roleName: role, policyName: 'write-exports' } }],
    [
      200,
      'CreateUser',
      { request: { userName }, response: { user: { userName, arn: `arn:aws:iam::${account}:user/${userName}` } } },
    ],
    [15, 'AttachUserPolicy', { request: { userName, policyArn: 'arn:aws:iam::aws:policy/AmazonWorkMailFullAccess' } }],
    [
      20,
      'CreateAccessKey',
      { request: { userName }, response: { accessKey: { userName, accessKeyId: keyId, status: 'Active' } } },
    ],
  ]);
}

/**
 * One mailbox first, to see whether it works. The first try has a role that may not write yet.
 *
 * @param {import('./story.mjs').Story} log
 * @param {string} date
 */
function pilot(log, date) {
  const [first = imports[0]] = imports;
  if (first === undefined) return;
  scene(log, `${date}T13:02:00Z`, first, 'workmail', [
    [0, 'ListOrganizations', { request: {} }],
    [2, 'ListUsers', ask({ maxResults: 100 })],
    [2, 'ListGroups', ask({ maxResults: 100 })],
    [
      5,
      'StartMailboxExportJob',
      failed(
        'InvalidParameterException',
        'The role may not write to the bucket.',
        request(log, person('amal.haddad'), 'pilot'),
      ),
    ],
  ]);
  exported(log, `${date}T14:10:00Z`, first, person('amal.haddad'), 'pilot');
}

/**
 * @param {import('./story.mjs').Story} log
 * @param {string} date
 * @param {readonly import('./company.mjs').Person[]} people
 */
function night(log, date, people) {
  for (const [index, one] of people.entries()) {
    const caller = imports[index % imports.length];
    if (caller !== undefined)
      exported(log, after(`${date}T21:05:00Z`, index * 1500 + log.dice.between(0, 200)), caller, one, date);
  }
}

/**
 * @param {import('./story.mjs').Story} log
 * @param {import('./company.mjs').Person} one
 * @param {string} folder
 */
function request(log, { id, name }, folder) {
  return exportJob({
    clientToken: log.dice.guid(),
    entityId: id,
    description: `import ${name}`,
    account,
    role,
    key,
    bucket,
    prefix: `${folder}/${name}`,
  });
}

/**
 * @param {import('./story.mjs').Story} log
 * @param {string} start
 * @param {import('./callers.mjs').Caller} caller
 * @param {import('./company.mjs').Person} one
 * @param {string} folder
 */
function exported(log, start, caller, one, folder) {
  const jobId = log.dice.guid();
  const job = request(log, one, folder);
  scene(log, start, caller, 'workmail', [
    [0, 'StartMailboxExportJob', ask(job, { response: { jobId } })],
    [240, 'DescribeMailboxExportJob', ask({ jobId })],
    [600, 'DescribeMailboxExportJob', ask({ jobId })],
  ]);
  serviceTakesRole(
    log,
    after(start, 4),
    awsService('export.workmail.amazonaws.com'),
    job.roleArn,
    `workmail-export-${jobId}`,
  );
}

/**
 * Within the hours of the import, with its key: somebody looks around, exports two mailboxes that the import has taken already, to a
 * bucket that is called like the company's, and lets an account of his own read a third.
 *
 * @param {import('./story.mjs').Story} log
 * @param {string} date
 */
function theft(log, date) {
  const board = person('amal.haddad');
  const finance = person('bruno.keller');
  const legal = person('dewi.santoso');
  const jobs = [board, finance].map(({ id, name }) => ({
    jobId: log.dice.guid(),
    job: exportJob({
      clientToken: log.dice.guid(),
      entityId: id,
      description: `import ${name}`,
      account: foreignAccount,
      role,
      key: '6a1f0d93-5c7e-4b28-9e40-d2c8b1f7a355',
      bucket: `${bucket}-2`,
      prefix: `${date}/${name}`,
    }),
  }));
  const reader = log.dice.guid();
  scene(log, `${date}T00:11:08Z`, thief, 'sts', [[0, 'GetCallerIdentity']]);
  scene(log, `${date}T00:11:31Z`, thief, 'iam', [
    [
      0,
      'ListAttachedUserPolicies',
      refused(thief, 'iam:ListAttachedUserPolicies', `arn:aws:iam::${account}:user/${userName}`),
    ],
  ]);
  scene(log, `${date}T00:12:02Z`, thief, 'workmail', [
    [0, 'DescribeOrganization', ask()],
    [7, 'ListMailboxExportJobs', ask({ maxResults: 100 })],
    [11, 'ListMailboxPermissions', ask({ entityId: board.id })],
    [3, 'ListMailboxPermissions', ask({ entityId: finance.id })],
    [3, 'ListMailboxPermissions', ask({ entityId: legal.id })],
    ...jobs.map(
      ({ jobId, job }) => /** @type {const} */ ([45, 'StartMailboxExportJob', ask(job, { response: { jobId } })]),
    ),
    [
      90,
      'CreateUser',
      ask(
        { name: 'archive', displayName: 'Archive', password: masked, hiddenFromGlobalAddressList: true },
        { response: { userId: reader } },
      ),
    ],
    [6, 'RegisterToWorkMail', ask({ entityId: reader, email: 'archive@example.com' })],
    [14, 'PutMailboxPermissions', ask({ entityId: legal.id, granteeId: reader, permissionValues: ['FULL_ACCESS'] })],
    ...jobs.map(({ jobId }) => /** @type {const} */ ([700, 'DescribeMailboxExportJob', ask({ jobId })])),
    [2400, 'DeleteMailboxPermissions', ask({ entityId: legal.id, granteeId: reader })],
    [12, 'DeregisterFromWorkMail', ask({ entityId: reader })],
    [5, 'DeleteUser', ask({ userId: reader })],
  ]);
}

/**
 * What the help desk and the administrator do beside it.
 *
 * @param {import('./story.mjs').Story} log
 */
function dailyWork(log) {
  for (const [date, name] of /** @type {const} */ ([
    ['2026-11-02', 'femi.adeyemi'],
    ['2026-11-05', 'ines.carvalho'],
    ['2026-11-09', 'mateo.rojas'],
  ])) {
    scene(log, after(`${date}T09:10:00Z`, log.dice.between(0, 9000)), helpdesk(date), 'workmail', [
      [0, 'DescribeUser', ask({ userId: person(name).id })],
      [20, 'ResetPassword', ask({ userId: person(name).id, password: masked })],
    ]);
  }
  scene(log, '2026-11-04T10:25:00Z', helpdesk('2026-11-04'), 'workmail', [
    [0, 'ListMailboxPermissions', ask({ entityId: person('grace.okafor').id })],
    [
      40,
      'PutMailboxPermissions',
      ask({
        entityId: person('grace.okafor').id,
        granteeId: person('hugo.lindqvist').id,
        permissionValues: ['FULL_ACCESS'],
      }),
    ],
  ]);
  scene(log, '2026-11-05T15:40:00Z', administrator('2026-11-05', '198.51.100.209'), 'workmail', [
    [0, 'ListAliases', ask({ entityId: person('lena.novak').id })],
    [25, 'CreateAlias', ask({ entityId: person('lena.novak').id, alias: 'orders@example.com' })],
  ]);
  log.say(
    '2026-11-09T11:05:00Z',
    helpdesk('2026-11-09'),
    'workmail',
    'DeleteUser',
    refused(helpdesk('2026-11-09'), 'workmail:DeleteUser', organizationArn),
  );
}

/**
 * @param {import('./story.mjs').Story} log
 * @param {string} date
 * @param {string} sourceIPAddress
 */
function switchOver(log, date, sourceIPAddress) {
  const admin = administrator(date, sourceIPAddress);
  scene(log, `${date}T08:30:00Z`, admin, 'workmail', [
    [0, 'ListMailboxExportJobs', ask({ maxResults: 100 })],
    ...staff.map(({ id }) => /** @type {const} */ ([25, 'DeregisterFromWorkMail', ask({ entityId: id })])),
  ]);
  scene(log, `${date}T09:10:00Z`, admin, 'iam', [
    [0, 'UpdateAccessKey', { request: { userName, accessKeyId: keyId, status: 'Inactive' } }],
    [40, 'DeleteAccessKey', { request: { userName, accessKeyId: keyId } }],
    [20, 'DeleteUser', { request: { userName } }],
  ]);
}
