/** A working day of a mail administration, among the records of other services in the same account. */
import { agents, awsService, federatedUser, iamUser, roleSession, root } from './callers.mjs';
import { groups, organizationArn, organizationId, person, rooms } from './company.mjs';
import { mailRules } from './dayMailRules.mjs';
import { messageFlow } from './dayMessageFlow.mjs';
import { peopleChanges } from './dayPeople.mjs';
import { neighbours } from './neighbours.mjs';
import { scene } from './scene.mjs';
import { refused, story } from './story.mjs';
import { ask } from './workmail.mjs';

/** @param {string} clock */
export const on = (clock) => `2026-03-11T${clock}Z`;

const sso = 'aws-reserved/sso.amazonaws.com/AWSReservedSSO_MailAdministrators_1a2b3c4d5e6f7081';

/** The people and programs of this day. */
export const cast = {
  owner: root(on('07:28:40'), '198.51.100.24'),
  operator: iamUser('mail-operator', 'AKIAIOSFODNN7EXAMPLE', {
    sourceIPAddress: '198.51.100.24',
    userAgent: agents.cli,
  }),
  jordan: roleSession(
    { role: sso, name: 'jordan.lee@example.com', since: on('08:01:52'), mfa: false, way: 'console' },
    { sourceIPAddress: '2001:db8:12:34::9', userAgent: agents.browser },
  ),
  helpdesk: roleSession(
    { role: 'HelpdeskAutomation', name: 'ticket-workflow', since: on('07:00:03'), mfa: false },
    { sourceIPAddress: '192.0.2.40', userAgent: agents.boto3 },
  ),
  onboarding: roleSession(
    { role: 'HrConnector', name: 'onboarding', since: on('08:30:00'), mfa: false },
    { sourceIPAddress: '192.0.2.41', userAgent: agents.java },
  ),
  leavers: roleSession(
    {
      role: 'LeaverWorkflow',
      name: 'leaver-2026-0311',
      since: on('16:00:00'),
      mfa: false,
      way: 'service',
      invokedBy: 'states.amazonaws.com',
    },
    { sourceIPAddress: 'states.amazonaws.com', userAgent: 'states.amazonaws.com' },
  ),
  scanner: roleSession(
    { role: 'MailFlowScanner', name: 'mail-flow-scanner', since: on('06:00:00'), mfa: false },
    { sourceIPAddress: '192.0.2.61', userAgent: agents.boto3 },
  ),
  calendar: roleSession(
    { role: 'CalendarConnector', name: 'calendar-sync', since: on('13:30:00'), mfa: false },
    { sourceIPAddress: '192.0.2.52', userAgent: agents.java },
  ),
  auditor: federatedUser('audit-broker', 'external-auditor', on('14:02:00'), {
    sourceIPAddress: '203.0.113.12',
    userAgent: agents.cli,
  }),
  exporter: awsService('export.workmail.amazonaws.com'),
};

/**
 * About 300 records in no order, three of them delivered twice.
 *
 * @returns {{ Records: import('./story.mjs').Fields[] }}
 */
export function administrationDay() {
  const day = story(20260311);
  lookingAround(day);
  peopleChanges(day);
  groupsAndRooms(day);
  mailRules(day);
  audit(day);
  messageFlow(day);
  neighbours(day);
  const twice = [3, 57, 120].flatMap((index) => day.records.slice(index, index + 1));
  return { Records: day.dice.shuffle([...day.records, ...twice]) };
}

/** @param {import('./story.mjs').Story} day */
function lookingAround(day) {
  scene(day, on('07:30:11'), cast.owner, 'workmail', [
    [0, 'ListOrganizations', { request: {} }],
    [14, 'DescribeOrganization', ask()],
    [35, 'ListTagsForResource', { request: { resourceARN: organizationArn } }],
    [60, 'TagResource', { request: { resourceARN: organizationArn, tags: [{ key: 'cost-center', value: '4711' }] } }],
  ]);
  scene(day, on('08:04:30'), cast.jordan, 'workmail', [
    [0, 'ListOrganizations', { request: { maxResults: 100 } }],
    [2, 'DescribeOrganization', ask()],
    [5, 'ListMailDomains', ask({ maxResults: 100 })],
    [1, 'GetMailDomain', ask({ domainName: 'example.com' })],
    [9, 'ListUsers', ask({ maxResults: 100 })],
    [1, 'ListGroups', ask({ maxResults: 100 })],
    [1, 'ListResources', ask({ maxResults: 100 })],
    [40, 'DescribeInboundDmarcSettings', ask()],
    [8, 'ListAccessControlRules', ask()],
    [6, 'ListMobileDeviceAccessRules', ask()],
    [7, 'GetDefaultRetentionPolicy', ask()],
    [9, 'DescribeEmailMonitoringConfiguration', ask()],
    [4, 'DescribeIdentityProviderConfiguration', ask()],
    // The console also shows what no public API offers. That CloudTrail names it like this is not proven.
    [15, 'ListInboundMailFlowRules', ask()],
    [2, 'GetJournalingRules', ask()],
  ]);
  // An inventory that reads page by page, too fast once.
  scene(day, on('06:15:00'), cast.helpdesk, 'workmail', [
    [0, 'ListUsers', ask({ maxResults: 5 })],
    [1, 'ListUsers', ask({ nextToken: day.dice.hex(40), maxResults: 5 })],
    [1, 'ListUsers', ask({}, { errorCode: 'ThrottlingException', errorMessage: 'Rate exceeded' })],
    [3, 'ListUsers', ask({ nextToken: day.dice.hex(40), maxResults: 5 })],
  ]);
}

/** @param {import('./story.mjs').Story} day */
function groupsAndRooms(day) {
  const project = { id: day.dice.guid(), name: 'project-lighthouse' };
  const room = { id: `r-${day.dice.hex(32)}`, name: 'room-lighthouse' };
  const members = ['jun.tanaka', 'kofi.mensah', 'lena.novak'].map(person);
  scene(day, on('10:12:00'), cast.operator, 'workmail', [
    [0, 'CreateGroup', ask({ name: project.name }, { response: { groupId: project.id } })],
    [7, 'RegisterToWorkMail', ask({ entityId: project.id, email: `${project.name}@example.com` })],
    ...members.map(
      ({ id }) => /** @type {const} */ ([4, 'AssociateMemberToGroup', ask({ groupId: project.id, memberId: id })]),
    ),
    [5, 'ListGroupMembers', ask({ groupId: project.id })],
    [9, 'DescribeGroup', ask({ groupId: project.id })],
    [31, 'UpdateGroup', ask({ groupId: project.id, hiddenFromGlobalAddressList: false })],
    [
      90,
      'CreateResource',
      ask(
        { name: room.name, type: 'ROOM', description: 'Second floor, 8 seats' },
        { response: { resourceId: room.id } },
      ),
    ],
    [6, 'RegisterToWorkMail', ask({ entityId: room.id, email: `${room.name}@example.com` })],
    [
      11,
      'UpdateResource',
      ask({
        resourceId: room.id,
        bookingOptions: {
          autoAcceptRequests: true,
          autoDeclineRecurringRequests: false,
          autoDeclineConflictingRequests: true,
        },
      }),
    ],
    [5, 'AssociateDelegateToResource', ask({ resourceId: room.id, entityId: person('owen.clarke').id })],
    [4, 'ListResourceDelegates', ask({ resourceId: room.id })],
    [3, 'DescribeResource', ask({ resourceId: room.id })],
    [80, 'DisassociateDelegateFromResource', ask({ resourceId: rooms.harbour.id, entityId: groups.support.id })],
    [400, 'ListGroupsForEntity', ask({ entityId: person('lena.novak').id })],
  ]);
}

/** @param {import('./story.mjs').Story} day */
function audit(day) {
  const permission = (/** @type {string} */ action) => refused(cast.auditor, `workmail:${action}`, organizationArn);
  scene(day, on('14:05:20'), cast.auditor, 'workmail', [
    [0, 'DescribeOrganization', ask()],
    [12, 'ListUsers', ask({ filters: { state: 'ENABLED' } })],
    [20, 'ListImpersonationRoles', ask()],
    [16, 'ListMailboxExportJobs', ask()],
    [25, 'ListPersonalAccessTokens', ask()],
    [19, 'GetMailboxDetails', permission('GetMailboxDetails')],
    [4, 'GetMailboxDetails', permission('GetMailboxDetails')],
    [70, 'DescribeInboundDmarcSettings', ask()],
  ]);
  // A legal hold, to the company's own account.
  const holder = person('dewi.santoso');
  const jobId = day.dice.guid();
  const exported = {
    clientToken: day.dice.guid(),
    entityId: holder.id,
    description: 'Legal hold LH-2026-07',
    roleArn: 'arn:aws:iam::111111111111:role/MailboxExport',
    kmsKeyArn: `arn:aws:kms:us-east-1:111111111111:key/${day.dice.guid()}`,
    s3BucketName: 'example-corp-legal-hold',
    s3Prefix: 'LH-2026-07/dewi.santoso',
  };
  scene(day, on('17:20:00'), cast.operator, 'workmail', [
    [0, 'DescribeUser', ask({ userId: holder.email })],
    [45, 'StartMailboxExportJob', ask(exported, { response: { jobId } })],
    [60, 'DescribeMailboxExportJob', { request: { jobId, organizationId } }],
    [600, 'DescribeMailboxExportJob', { request: { jobId, organizationId } }],
    [900, 'ListMailboxExportJobs', ask()],
  ]);
  day.say(on('17:20:49'), cast.exporter, 'sts', 'AssumeRole', {
    request: { roleArn: exported.roleArn, roleSessionName: `workmail-export-${jobId}` },
    response: {
      credentials: {
        accessKeyId: `ASIA${day.dice.capitals(9)}EXAMPLE`,
        sessionToken: 'EXAMPLETOKEN',
        expiration: 'Mar 11, 2026, 6:20:49\u202fPM',
      },
    },
    readOnly: true,
    resources: [{ accountId: '111111111111', type: 'AWS::IAM::Role', ARN: exported.roleArn }],
  });
}
