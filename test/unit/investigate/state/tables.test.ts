import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, since, tablesAfter } from './calls';

const ADA = '11111111-2222-4333-8444-000000000001';
const BO = '11111111-2222-4333-8444-000000000002';
const SALES = '11111111-2222-4333-8444-000000000003';
const ROOM = 'r-0123456789abcdef0123456789abcdef';

const put = (minutes: number, permissionValues: readonly string[]) =>
  call(minutes, 'PutMailboxPermissions', { entityId: ADA, granteeId: BO, permissionValues });
const permission = (minutes: number, permissions: readonly string[]) => ({
  mailboxPermissions: [{ ...since(minutes), mailbox: ADA, grantee: BO, permissions }],
});

test('permissions of a grantee on a mailbox replace those before, sorted, and the same again changes nothing', () => {
  const events = [
    put(1, ['SEND_AS', 'FULL_ACCESS']),
    put(2, ['FULL_ACCESS', 'SEND_AS']),
    put(3, ['SEND_ON_BEHALF']),
    put(4, []),
    put(5, ['SEND_AS']),
    call(6, 'DeleteMailboxPermissions', { entityId: ADA, granteeId: BO }),
  ];
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6].map((minutes) => tablesAfter(minutes, events)),
    [
      {},
      permission(1, ['FULL_ACCESS', 'SEND_AS']),
      permission(1, ['FULL_ACCESS', 'SEND_AS']),
      permission(3, ['SEND_ON_BEHALF']),
      {},
      permission(5, ['SEND_AS']),
      {},
    ],
  );
});

test('a failed call changes nothing', () => {
  const failed = { errorCode: 'EntityNotFoundException', errorMessage: 'No.' };
  const asked = { entityId: ADA, granteeId: BO, permissionValues: ['FULL_ACCESS'] };
  assert.deepEqual(tablesAfter(9, [call(1, 'PutMailboxPermissions', asked, null, failed)]), {});
});

test('a user is made without mail, gets it, loses it, is changed and deleted', () => {
  const events = [
    call(1, 'CreateUser', { name: 'ada', displayName: 'Ada L.' }, { userId: ADA }),
    call(2, 'RegisterToWorkMail', { entityId: ADA, email: 'ada@x.example' }),
    call(3, 'UpdateUser', { userId: ADA, displayName: 'Ada M.', hiddenFromGlobalAddressList: true }),
    call(4, 'DeregisterFromWorkMail', { entityId: ADA }),
    call(5, 'DeleteUser', { userId: ADA }),
  ];
  const user = { userId: ADA, name: 'ada', displayName: 'Ada L.', email: null, enabled: false };
  const address = { primaryAddresses: [{ ...since(2), entity: ADA, email: 'ada@x.example' }] };
  const changed = { ...user, displayName: 'Ada M.', email: 'ada@x.example', hiddenFromGlobalAddressList: true };
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((minutes) => tablesAfter(minutes, events)),
    [
      { users: [{ ...since(1), ...user }] },
      { users: [{ ...since(2), ...user, email: 'ada@x.example', enabled: true }], ...address },
      { users: [{ ...since(3), ...changed, enabled: true }], ...address },
      { users: [{ ...since(4), ...changed, enabled: false }], ...address },
      {},
    ],
  );
});

test('a primary address that is replaced becomes an alias, and an alias that replaces it is none any more', () => {
  const events = [
    call(1, 'CreateGroup', { name: 'sales' }, { groupId: SALES }),
    call(2, 'RegisterToWorkMail', { entityId: SALES, email: 'sales@x.example' }),
    call(3, 'CreateAlias', { entityId: SALES, alias: 'shop@x.example' }),
    call(4, 'UpdatePrimaryEmailAddress', { entityId: SALES, email: 'shop@x.example' }),
    call(5, 'DeleteAlias', { entityId: SALES, alias: 'sales@x.example' }),
  ];
  const group = { groupId: SALES, name: 'sales', enabled: true };
  assert.deepEqual(
    [3, 4, 5].map((minutes) => tablesAfter(minutes, events)),
    [
      {
        groups: [{ ...since(2), ...group, email: 'sales@x.example' }],
        primaryAddresses: [{ ...since(2), entity: SALES, email: 'sales@x.example' }],
        aliases: [{ ...since(3), entity: SALES, alias: 'shop@x.example' }],
      },
      {
        groups: [{ ...since(4), ...group, email: 'shop@x.example' }],
        primaryAddresses: [{ ...since(4), entity: SALES, email: 'shop@x.example' }],
        aliases: [{ ...since(4), entity: SALES, alias: 'sales@x.example' }],
      },
      {
        groups: [{ ...since(4), ...group, email: 'shop@x.example' }],
        primaryAddresses: [{ ...since(4), entity: SALES, email: 'shop@x.example' }],
      },
    ],
  );
});

test('with an entity goes all that is of it or on it, and nothing else', () => {
  const events = [
    call(1, 'CreateUser', { name: 'ada', displayName: 'Ada' }, { userId: ADA }),
    call(2, 'CreateAlias', { entityId: ADA, alias: 'a@x.example' }),
    put(3, ['FULL_ACCESS']),
    call(4, 'PutMailboxPermissions', { entityId: BO, granteeId: ADA, permissionValues: ['SEND_AS'] }),
    call(5, 'AssociateMemberToGroup', { groupId: SALES, memberId: ADA }),
    call(6, 'AssociateMemberToGroup', { groupId: SALES, memberId: BO }),
    call(7, 'AssociateDelegateToResource', { resourceId: ROOM, entityId: ADA }),
    call(8, 'PutMobileDeviceAccessOverride', { userId: ADA, deviceId: 'd', effect: 'ALLOW' }),
    call(9, 'StartMailboxExportJob', { entityId: ADA, s3BucketName: 'b', s3Prefix: 'p' }, { jobId: 'j' }),
    call(10, 'DeleteUser', { userId: ADA }),
    call(11, 'DeleteGroup', { groupId: SALES }),
  ];
  const job = { ...since(9), jobId: 'j', entityId: ADA, s3BucketName: 'b', s3Prefix: 'p', state: 'RUNNING' };
  assert.deepEqual(
    [10, 11].map((minutes) => tablesAfter(minutes, events)),
    [{ exportJobs: [job], members: [{ ...since(6), group: SALES, member: BO }] }, { exportJobs: [job] }],
  );
});

test('members and delegates come and go', () => {
  const events = [
    call(1, 'AssociateMemberToGroup', { groupId: SALES, memberId: ADA }),
    call(2, 'AssociateDelegateToResource', { resourceId: ROOM, entityId: BO }),
    call(3, 'DisassociateMemberFromGroup', { groupId: SALES, memberId: ADA }),
    call(4, 'DisassociateDelegateFromResource', { resourceId: ROOM, entityId: BO }),
  ];
  assert.deepEqual(
    [2, 3, 4].map((minutes) => tablesAfter(minutes, events)),
    [
      {
        members: [{ ...since(1), group: SALES, member: ADA }],
        delegates: [{ ...since(2), resource: ROOM, delegate: BO }],
      },
      { delegates: [{ ...since(2), resource: ROOM, delegate: BO }] },
      {},
    ],
  );
});

test('an impersonation role is replaced as a whole', () => {
  const rules = [{ impersonationRuleId: 'r', effect: 'ALLOW' }];
  const events = [
    call(1, 'CreateImpersonationRole', { name: 'backup', type: 'READ_ONLY', rules }, { impersonationRoleId: 'i' }),
    call(2, 'UpdateImpersonationRole', { impersonationRoleId: 'i', name: 'backup', type: 'FULL_ACCESS', rules }),
    call(3, 'DeleteImpersonationRole', { impersonationRoleId: 'i' }),
  ];
  const role = { impersonationRoleId: 'i', name: 'backup', rules };
  assert.deepEqual(
    [1, 2, 3].map((minutes) => tablesAfter(minutes, events)),
    [
      { impersonationRoles: [{ ...since(1), ...role, type: 'READ_ONLY' }] },
      { impersonationRoles: [{ ...since(2), ...role, type: 'FULL_ACCESS' }] },
      {},
    ],
  );
});

test('an access control rule is replaced by its name', () => {
  const events = [
    call(1, 'PutAccessControlRule', {
      name: 'office',
      effect: 'DENY',
      description: 'd',
      notIpRanges: ['192.0.2.0/24'],
    }),
    call(2, 'PutAccessControlRule', { name: 'office', effect: 'ALLOW', description: 'd', actions: ['IMAP'] }),
    call(3, 'DeleteAccessControlRule', { name: 'office' }),
  ];
  const rule = { name: 'office', description: 'd' };
  assert.deepEqual(
    [1, 2, 3].map((minutes) => tablesAfter(minutes, events)),
    [
      { accessControlRules: [{ ...since(1), ...rule, effect: 'DENY', notIpRanges: ['192.0.2.0/24'] }] },
      { accessControlRules: [{ ...since(2), ...rule, effect: 'ALLOW', actions: ['IMAP'] }] },
      {},
    ],
  );
});

test('rules and exceptions for mobile devices come and go', () => {
  const events = [
    call(
      1,
      'CreateMobileDeviceAccessRule',
      { name: 'old', effect: 'DENY', deviceTypes: ['Tablet'] },
      {
        mobileDeviceAccessRuleId: 'm',
      },
    ),
    call(2, 'UpdateMobileDeviceAccessRule', { mobileDeviceAccessRuleId: 'm', name: 'old', effect: 'ALLOW' }),
    call(3, 'PutMobileDeviceAccessOverride', { userId: ADA, deviceId: 'd', effect: 'ALLOW', description: 'lost' }),
    call(4, 'DeleteMobileDeviceAccessRule', { mobileDeviceAccessRuleId: 'm' }),
    call(5, 'DeleteMobileDeviceAccessOverride', { userId: ADA, deviceId: 'd' }),
  ];
  assert.deepEqual(
    [1, 3, 4, 5].map((minutes) => tablesAfter(minutes, events)),
    [
      {
        mobileDeviceAccessRules: [
          { ...since(1), mobileDeviceAccessRuleId: 'm', name: 'old', effect: 'DENY', deviceTypes: ['Tablet'] },
        ],
      },
      {
        mobileDeviceAccessRules: [{ ...since(2), mobileDeviceAccessRuleId: 'm', name: 'old', effect: 'ALLOW' }],
        mobileDeviceAccessOverrides: [
          { ...since(3), userId: ADA, deviceId: 'd', effect: 'ALLOW', description: 'lost' },
        ],
      },
      {
        mobileDeviceAccessOverrides: [
          { ...since(3), userId: ADA, deviceId: 'd', effect: 'ALLOW', description: 'lost' },
        ],
      },
      {},
    ],
  );
});

test('an export job that is cancelled is so', () => {
  const events = [
    call(
      1,
      'StartMailboxExportJob',
      { entityId: ADA, roleArn: 'r', kmsKeyArn: 'k', s3BucketName: 'b', s3Prefix: 'p' },
      {
        jobId: 'j',
      },
    ),
    call(2, 'CancelMailboxExportJob', { jobId: 'j' }),
  ];
  const job = { jobId: 'j', entityId: ADA, roleArn: 'r', kmsKeyArn: 'k', s3BucketName: 'b', s3Prefix: 'p' };
  assert.deepEqual(
    [1, 2].map((minutes) => tablesAfter(minutes, events)),
    [
      { exportJobs: [{ ...since(1), ...job, state: 'RUNNING' }] },
      { exportJobs: [{ ...since(2), ...job, state: 'CANCELLED' }] },
    ],
  );
});

test('what an organization has set is as it was set last', () => {
  const identity = {
    authenticationMode: 'IDENTITY_PROVIDER_ONLY',
    personalAccessTokenConfiguration: { status: 'ACTIVE' },
  };
  const folders = [{ name: 'INBOX', action: 'PERMANENTLY_DELETE', period: 1 }];
  const ews = { ewsEndpoint: 'https://x.example', ewsUsername: 'u', ewsPassword: 'secret' };
  const events = [
    call(1, 'RegisterMailDomain', { domainName: 'x.example' }),
    call(2, 'UpdateDefaultMailDomain', { domainName: 'x.example' }),
    call(3, 'PutInboundDmarcSettings', { enforced: false }),
    call(4, 'PutRetentionPolicy', { name: 'short', folderConfigurations: folders }),
    call(5, 'PutIdentityProviderConfiguration', identity),
    call(6, 'PutEmailMonitoringConfiguration', { roleArn: 'r', logGroupArn: 'l' }),
    call(7, 'CreateAvailabilityConfiguration', { domainName: 'y.example', ewsProvider: ews }),
    call(8, 'DeregisterMailDomain', { domainName: 'x.example' }),
    call(9, 'DeleteRetentionPolicy', { id: 'p' }),
    call(10, 'DeleteIdentityProviderConfiguration', {}),
    call(11, 'DeleteEmailMonitoringConfiguration', {}),
    call(12, 'UpdateAvailabilityConfiguration', { domainName: 'y.example', lambdaProvider: { lambdaArn: 'f' } }),
    call(13, 'DeleteAvailabilityConfiguration', { domainName: 'y.example' }),
  ];
  const dmarc = [{ ...since(3), enforced: false }];
  assert.deepEqual(
    [7, 12, 13].map((minutes) => tablesAfter(minutes, events)),
    [
      {
        domains: [{ ...since(1), domainName: 'x.example' }],
        defaultDomains: [{ ...since(2), domainName: 'x.example' }],
        dmarc,
        retentionPolicies: [{ ...since(4), id: null, name: 'short', folderConfigurations: folders }],
        identityProvider: [{ ...since(5), ...identity }],
        emailMonitoring: [{ ...since(6), roleArn: 'r', logGroupArn: 'l' }],
        availabilityConfigurations: [
          { ...since(7), domainName: 'y.example', ewsEndpoint: 'https://x.example', ewsUsername: 'u' },
        ],
      },
      { dmarc, availabilityConfigurations: [{ ...since(12), domainName: 'y.example', lambdaArn: 'f' }] },
      { dmarc },
    ],
  );
});

test('what the console sets is kept as it is given, but for secrets', () => {
  const asked = { ruleName: 'copy', action: { smtpGateway: 'out', password: 'secret' } };
  const events = [
    call(1, 'CreateOutboundMailFlowRule', asked),
    call(2, 'SetJournalingRules', { journalRecipient: 'j@x.example' }),
    call(3, 'CreateSmtpGateway', { gatewayName: 'out', smtpHost: 'smtp.x.example', password: 'secret' }),
    call(4, 'DeleteOutboundMailFlowRule', { ruleName: 'copy' }),
    call(5, 'DeleteSmtpGateway', { gatewayName: 'out' }),
  ];
  const journaling = [{ ...since(2), parameters: { journalRecipient: 'j@x.example' } }];
  const parameters = { ruleName: 'copy', action: { smtpGateway: 'out' } };
  assert.deepEqual(
    [3, 5].map((minutes) => tablesAfter(minutes, events)),
    [
      {
        mailFlowRules: [{ ...since(1), direction: 'outbound', name: 'copy', parameters }],
        journaling,
        smtpGateways: [{ ...since(3), name: 'out', parameters: { gatewayName: 'out', smtpHost: 'smtp.x.example' } }],
      },
      { journaling },
    ],
  );
});

test('an organization begins with its domains and ends with all that it had but its exports', () => {
  const made = { requestParameters: { alias: 'acme', domains: [{ domainName: 'x.example' }] } };
  const { organizationId } = since(0);
  const events = [
    call(1, 'CreateOrganization', null, { organizationId: String(organizationId) }, made),
    put(2, ['FULL_ACCESS']),
    call(3, 'StartMailboxExportJob', { entityId: ADA, s3BucketName: 'b' }, { jobId: 'job-1' }),
    call(4, 'DeleteOrganization', { deleteDirectory: true }, { state: 'Deleting' }),
  ];
  assert.deepEqual(
    [2, 4].map((minutes) => tablesAfter(minutes, events)),
    [
      {
        ...permission(2, ['FULL_ACCESS']),
        domains: [{ ...since(1), domainName: 'x.example' }],
        organizations: [{ ...since(1), alias: 'acme' }],
      },
      { exportJobs: [{ ...since(3), jobId: 'job-1', entityId: ADA, s3BucketName: 'b', state: 'RUNNING' }] },
    ],
  );
});

test('tags are of the organization that their ARN names, and Identity Center applications of an account', () => {
  const resourceARN = `arn:aws:workmail:us-east-1:111122223333:organization/${since(0).organizationId}`;
  const of = (parameters: object) => ({ requestParameters: { ...parameters } });
  const events = [
    call(
      1,
      'TagResource',
      null,
      null,
      of({
        resourceARN,
        tags: [
          { key: 'cost', value: '1' },
          { key: 'team', value: 'it' },
        ],
      }),
    ),
    call(2, 'UntagResource', null, null, of({ resourceARN, tagKeys: ['team'] })),
    call(3, 'CreateIdentityCenterApplication', null, { applicationArn: 'a' }, of({ name: 'mail', instanceArn: 'i' })),
  ];
  const { organizationId: _, ...from } = since(3);
  assert.deepEqual(tablesAfter(3, events), {
    tags: [{ ...since(1), key: 'cost', value: '1' }],
    identityCenterApplications: [
      { ...from, accountId: '111122223333', applicationArn: 'a', name: 'mail', instanceArn: 'i' },
    ],
  });
});
