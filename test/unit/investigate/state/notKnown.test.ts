import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, notKnownAfter, ORGANIZATION, tablesAfter } from './calls';

const ADA = '11111111-2222-4333-8444-000000000001';
const BO = '11111111-2222-4333-8444-000000000002';

/** What is not known beside how things were before the log. */
const beside = (minutes: number, events: Parameters<typeof notKnownAfter>[1]) =>
  (notKnownAfter(minutes, events) as readonly string[]).slice(1);

test('without an event of an organization, that is said', () => {
  assert.deepEqual(notKnownAfter(1, []), ['These logs hold no event of a WorkMail organization.']);
});

test('what was set before the log begins is not known, by organization and table, unless it was listed', () => {
  const events = [call(1, 'ListMailDomains', {}, { mailDomains: [] })];
  assert.deepEqual(
    [0, 1].map((minutes) => notKnownAfter(minutes, events)),
    [
      [
        `${ORGANIZATION}: its first event happened at 2026-03-01T08:01:00Z, after this moment. How things were before is not in the log.`,
      ],
      [
        `${ORGANIZATION}: its first event happened at 2026-03-01T08:01:00Z. What was set before and not touched since is not in the log: mailbox permissions, impersonation roles, members of groups, delegates of resources, export jobs, users, groups, resources, primary addresses, aliases, access control rules, rules for mobile devices, exceptions for mobile devices, personal access tokens, sign-in by an identity provider, the default domain, the DMARC setting, mail flow rules, journaling, SMTP gateways, retention policies, the log of mail events, availability providers, tags, what belongs to the organization itself.`,
      ],
    ],
  );
});

test('of an organization that was made in the log nothing is older', () => {
  const made = { requestParameters: { alias: 'acme' } };
  assert.deepEqual(notKnownAfter(1, [call(1, 'CreateOrganization', null, { organizationId: ORGANIZATION }, made)]), []);
});

test('behind the end of the log nothing is known', () => {
  assert.deepEqual(
    (notKnownAfter(2, [call(1, 'ResetPassword', { userId: ADA })]) as readonly string[])[0],
    'The log ends at 2026-03-01T08:01:00Z. What happened later is not in it.',
  );
});

test('what is removed or changed without having been made is older than the log, also before that', () => {
  const events = [
    call(0, 'ResetPassword', { userId: ADA }),
    call(1, 'DeleteMailboxPermissions', { entityId: ADA, granteeId: BO }),
    call(2, 'DeregisterFromWorkMail', { entityId: ADA }),
  ];
  const told = [
    `${ORGANIZATION}, mailbox permissions: what is removed here was made before the log begins, or its record is missing: DeleteMailboxPermissions of 2026-03-01T08:01:00Z on ${ADA}, ${BO} (eventID e1).`,
    `${ORGANIZATION}, users, groups, resources: what is changed here was made before the log begins, or its record is missing: DeregisterFromWorkMail of 2026-03-01T08:02:00Z on ${ADA} (eventID e2).`,
  ];
  assert.deepEqual([beside(0, events), beside(2, events)], [told, told]);
});

test('what is removed twice is not older than the log', () => {
  const pair = { entityId: ADA, granteeId: BO };
  const events = [
    call(1, 'PutMailboxPermissions', { ...pair, permissionValues: ['SEND_AS'] }),
    call(2, 'DeleteMailboxPermissions', pair),
    call(3, 'DeleteMailboxPermissions', pair),
  ];
  assert.deepEqual(beside(3, events), []);
});

test('calls that could not be followed are named, with the reason', () => {
  const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' };
  const events = [
    call(1, 'DeleteUser', null),
    call(2, 'PutMailboxPermissions', {
      entityId: ADA,
      granteeId: BO,
      permissionValues: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    }),
    call(3, 'PutAccessControlRule', null, null, { requestParameters: omitted }),
    call(4, 'CreateUser', { name: 'ada', displayName: 'Ada' }),
    call(5, 'AddMembersToGroup', {}),
    call(6, 'CreateUser', { name: 'bo', displayName: '***' }, { userId: BO }),
  ];
  const about = (minutes: number, action: string) => `${action} of 2026-03-01T08:0${minutes}:00Z (eventID e${minutes})`;
  assert.deepEqual(
    [beside(6, events), tablesAfter(6, events)],
    [
      [
        `users: not followed, since the record has no parameters: ${about(1, 'DeleteUser')}.`,
        `${ORGANIZATION}, mailbox permissions: not followed, since the log hides what was asked: ${about(2, 'PutMailboxPermissions')}.`,
        `access control rules: not followed, since the parameters were too large for the log: ${about(3, 'PutAccessControlRule')}.`,
        `${ORGANIZATION}, users: not followed, since the record does not say what the call was about: ${about(4, 'CreateUser')}.`,
        `${ORGANIZATION}: not followed, since nobody knows what such a call does: ${about(5, 'AddMembersToGroup')}.`,
        `${ORGANIZATION}, users: followed, but the log hides some of the values, which are null: ${about(6, 'CreateUser')}.`,
      ],
      {
        users: [
          {
            organizationId: ORGANIZATION,
            userId: BO,
            name: 'bo',
            displayName: null,
            email: null,
            enabled: false,
            since: '2026-03-01T08:06:00Z',
            eventID: 'e6',
          },
        ],
      },
    ],
  );
});

test('of many events for one reason, twenty are named', () => {
  const events = Array.from({ length: 30 }, (_, minutes) =>
    call(minutes, 'DeleteAlias', { entityId: ADA, alias: `a${minutes}` }),
  );
  const [told = ''] = beside(30, events).slice(1);
  assert.deepEqual([told.split(';').length, told.endsWith('(eventID e19) and 10 more.')], [20, true]);
});
