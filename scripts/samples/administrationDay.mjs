/** A working day of a mail administration, among the records of other services in the same account. */
import { account, groups, organizationArn, person, rooms } from './company.mjs';
import { cast, on } from './dayCast.mjs';
import { mailRules } from './dayMailRules.mjs';
import { messageFlow } from './dayMessageFlow.mjs';
import { peopleChanges } from './dayPeople.mjs';
import { neighbours } from './neighbours.mjs';
import { scene } from './scene.mjs';
import { refused, story } from './story.mjs';
import { serviceTakesRole } from './takesRole.mjs';
import { ask, exportJob } from './workmail.mjs';

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
  scene(day, on('07:05:00'), cast.helpdesk, 'workmail', [
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
  const exported = exportJob({
    clientToken: day.dice.guid(),
    entityId: holder.id,
    description: 'Legal hold LH-2026-07',
    account,
    role: 'MailboxExport',
    key: day.dice.guid(),
    bucket: 'example-corp-legal-hold',
    prefix: 'LH-2026-07/dewi.santoso',
  });
  scene(day, on('17:20:00'), cast.operator, 'workmail', [
    [0, 'DescribeUser', ask({ userId: holder.email })],
    [45, 'StartMailboxExportJob', ask(exported, { response: { jobId } })],
    [60, 'DescribeMailboxExportJob', ask({ jobId })],
    [600, 'DescribeMailboxExportJob', ask({ jobId })],
    [900, 'ListMailboxExportJobs', ask()],
  ]);
  serviceTakesRole(day, on('17:20:49'), cast.exporter, exported.roleArn, `workmail-export-${jobId}`);
}
