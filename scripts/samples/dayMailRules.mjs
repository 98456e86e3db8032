/** The part of the day that concerns who may reach the mail, how long it is kept, and which domains it has. */
import { identityCenter, monitoring, person } from './company.mjs';
import { cast, on } from './dayCast.mjs';
import { scene } from './scene.mjs';
import { after } from './story.mjs';
import { ask, failed, masked } from './workmail.mjs';

/** @param {import('./story.mjs').Story} day */
export function mailRules(day) {
  devices(day);
  access(day);
  calendarConnector(day);
  keeping(day);
  domains(day);
  signIn(day);
}

/** @param {import('./story.mjs').Story} day */
function devices(day) {
  const userId = person('grace.okafor').id;
  const deviceId = 'androidc1527402611';
  const ruleId = day.dice.guid();
  const tablets = { deviceTypes: ['Tablet'], deviceOperatingSystems: ['Android 9'] };
  scene(day, on('11:41:00'), cast.jordan, 'workmail', [
    [0, 'ListMobileDeviceAccessRules', ask()],
    [3, 'ListMobileDeviceAccessOverrides', ask({ userId })],
    // Known to the console alone; that CloudTrail names it like this is not proven.
    [2, 'GetMobileDevicesForUser', ask({ userId })],
    [
      50,
      'PutMobileDeviceAccessOverride',
      ask({ userId, deviceId, effect: 'ALLOW', description: 'Replacement tablet, ticket 8812' }),
    ],
    [4, 'GetMobileDeviceAccessOverride', ask({ userId, deviceId })],
    [
      95,
      'CreateMobileDeviceAccessRule',
      ask(
        { clientToken: day.dice.guid(), name: 'No unsupported Android', effect: 'DENY', ...tablets },
        { response: { mobileDeviceAccessRuleId: ruleId } },
      ),
    ],
    [12, 'GetMobileDeviceAccessEffect', ask({ deviceType: 'Tablet', deviceOperatingSystem: 'Android 9' })],
    [
      66,
      'UpdateMobileDeviceAccessRule',
      ask({ mobileDeviceAccessRuleId: ruleId, name: 'No old Android', effect: 'DENY', ...tablets }),
    ],
  ]);
}

/** @param {import('./story.mjs').Story} day */
function access(day) {
  scene(day, on('13:10:00'), cast.jordan, 'workmail', [
    [0, 'ListAccessControlRules', ask()],
    [
      88,
      'PutAccessControlRule',
      {
        request: {
          name: 'imap-only-from-the-office',
          effect: 'DENY',
          description: 'IMAP and SMTP are for the office network',
          notIpRanges: ['198.51.100.0/24', '192.0.2.0/24'],
          actions: ['IMAP', 'SMTP'],
          ...ask().request,
        },
      },
    ],
    [
      10,
      'GetAccessControlEffect',
      ask({ ipAddress: '203.0.113.200', action: 'IMAP', userId: person('kofi.mensah').id }),
    ],
    [21, 'DeleteAccessControlRule', ask({ name: 'imap-trial' })],
    [3, 'ListAccessControlRules', ask()],
  ]);
}

/** @param {import('./story.mjs').Story} day */
function calendarConnector(day) {
  const impersonationRoleId = day.dice.guid();
  const target = person('amal.haddad').id;
  const rule = {
    impersonationRuleId: 'board-calendars',
    name: 'Board calendars',
    effect: 'ALLOW',
    targetUsers: [target, person('bruno.keller').id],
  };
  scene(day, on('13:40:00'), cast.jordan, 'workmail', [
    [0, 'ListImpersonationRoles', ask()],
    [
      64,
      'CreateImpersonationRole',
      ask(
        {
          clientToken: day.dice.guid(),
          name: 'Calendar connector',
          type: 'READ_ONLY',
          description: 'Room planning reads two calendars, change CHG-2026-0113',
          rules: [rule],
        },
        { response: { impersonationRoleId } },
      ),
    ],
    [9, 'GetImpersonationRole', ask({ impersonationRoleId })],
    [5, 'GetImpersonationRoleEffect', ask({ impersonationRoleId, targetUser: target })],
  ]);
  for (const hour of [0, 1, 2, 3]) {
    const token = { token: masked, expiresIn: 3600 };
    scene(day, after(on('14:00:02'), hour * 3600), cast.calendar, 'workmail', [
      [0, 'AssumeImpersonationRole', ask({ impersonationRoleId }, { response: token })],
    ]);
  }
}

/** @param {import('./story.mjs').Story} day */
function keeping(day) {
  const id = day.dice.guid();
  scene(day, on('14:22:00'), cast.jordan, 'workmail', [
    [0, 'GetDefaultRetentionPolicy', ask()],
    [
      70,
      'PutRetentionPolicy',
      ask({
        id,
        name: 'keep-two-years',
        description: 'Deleted and junk mail goes after a while',
        folderConfigurations: [
          { name: 'INBOX', action: 'NONE' },
          { name: 'DELETED_ITEMS', action: 'DELETE', period: 90 },
          { name: 'JUNK_EMAIL', action: 'PERMANENTLY_DELETE', period: 30 },
        ],
      }),
    ],
    [41, 'PutInboundDmarcSettings', ask({ enforced: true })],
    [37, 'PutEmailMonitoringConfiguration', ask(monitoring)],
    [2, 'DescribeEmailMonitoringConfiguration', ask()],
  ]);
}

/** @param {import('./story.mjs').Story} day */
function domains(day) {
  const domainName = 'example.org';
  const ewsProvider = {
    ewsEndpoint: 'https://mail.example.net/EWS/Exchange.asmx',
    ewsUsername: 'availability',
    ewsPassword: masked,
  };
  scene(day, on('15:00:00'), cast.operator, 'workmail', [
    [0, 'RegisterMailDomain', ask({ clientToken: day.dice.guid(), domainName })],
    [5, 'GetMailDomain', ask({ domainName })],
    [
      120,
      'UpdateDefaultMailDomain',
      failed('MailDomainStateException', 'The domain has not been verified.', { domainName }),
    ],
    [600, 'GetMailDomain', ask({ domainName })],
    [60, 'ListMailDomains', ask()],
    [
      300,
      'TestAvailabilityConfiguration',
      ask({ domainName: 'example.net', ewsProvider }, { response: { testPassed: true }, readOnly: true }),
    ],
    [
      44,
      'CreateAvailabilityConfiguration',
      ask({ clientToken: day.dice.guid(), domainName: 'example.net', ewsProvider }),
    ],
    [3, 'ListAvailabilityConfigurations', ask()],
  ]);
}

/** @param {import('./story.mjs').Story} day */
function signIn(day) {
  const { instanceArn, applicationArn } = identityCenter;
  const userId = person('priya.nair').id;
  const personalAccessTokenId = day.dice.guid();
  scene(day, on('16:31:00'), cast.jordan, 'workmail', [
    [0, 'DescribeIdentityProviderConfiguration', ask()],
    [
      75,
      'PutIdentityProviderConfiguration',
      ask({
        authenticationMode: 'IDENTITY_PROVIDER_ONLY',
        identityCenterConfiguration: { instanceArn, applicationArn },
        personalAccessTokenConfiguration: { status: 'ACTIVE', lifetimeInDays: 90 },
      }),
    ],
    [8, 'ListPersonalAccessTokens', ask({ userId })],
    [4, 'GetPersonalAccessTokenMetadata', ask({ personalAccessTokenId })],
    [19, 'DeletePersonalAccessToken', ask({ personalAccessTokenId })],
  ]);
}
