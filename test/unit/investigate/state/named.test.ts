import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, since, tablesAfter } from './calls';

const ADA = '11111111-2222-4333-8444-000000000001';
const BO = '11111111-2222-4333-8444-000000000002';
const EVE = '11111111-2222-4333-8444-000000000003';

const made = [
  call(1, 'CreateUser', { name: 'ada', displayName: 'Ada' }, { userId: ADA }),
  call(2, 'RegisterToWorkMail', { entityId: ADA, email: 'ada@x.example' }),
];
const granted = (minutes: number, entityId: string, granteeId = EVE) =>
  call(minutes, 'PutMailboxPermissions', { entityId, granteeId, permissionValues: ['FULL_ACCESS'] });
const permissions = (tables: unknown) => (tables as { mailboxPermissions?: unknown }).mailboxPermissions ?? [];
const entry = (minutes: number, mailbox: string) => ({
  ...since(minutes),
  mailbox,
  grantee: EVE,
  permissions: ['FULL_ACCESS'],
});

test('a name or an address stands for the id that it has at that moment, in capitals too', () => {
  for (const given of ['ada', 'ada@x.example', 'Ada@X.example', ADA])
    assert.deepEqual(permissions(tablesAfter(9, [...made, granted(3, given)])), [entry(3, ADA)]);
});

test('what a call gives before it is anybody’s stays as it stands', () => {
  assert.deepEqual(permissions(tablesAfter(9, [granted(0, 'ada@x.example'), ...made])), [entry(0, 'ada@x.example')]);
});

test('an alias that was deleted stands for whoever has it then, and for nobody in between', () => {
  const events = [
    ...made,
    call(3, 'CreateAlias', { entityId: 'ada', alias: 'info@x.example' }),
    granted(4, 'info@x.example'),
    call(5, 'DeleteAlias', { entityId: 'info@x.example', alias: 'info@x.example' }),
    granted(6, 'info@x.example'),
    call(7, 'CreateUser', { name: 'bo', displayName: 'Bo' }, { userId: BO }),
    call(8, 'CreateAlias', { entityId: 'bo', alias: 'info@x.example' }),
    granted(9, 'info@x.example'),
  ];
  assert.deepEqual(permissions(tablesAfter(9, events)), [entry(4, ADA), entry(9, BO), entry(6, 'info@x.example')]);
});

test('a name that two have stands for neither, unless only one of them is meant', () => {
  const events = [
    ...made,
    call(3, 'CreateGroup', { name: 'ada' }, { groupId: BO }),
    granted(4, 'ada'),
    call(5, 'AssociateMemberToGroup', { groupId: 'ada', memberId: EVE }),
  ];
  const { mailboxPermissions, members } = tablesAfter(9, events) as Record<string, unknown>;
  assert.deepEqual(
    { mailboxPermissions, members },
    { mailboxPermissions: [entry(4, 'ada')], members: [{ ...since(5), group: BO, member: EVE }] },
  );
});

test('names mean nothing in another organization', () => {
  const other = call(3, 'DeleteUser', { organizationId: 'm-other', userId: 'ada' });
  assert.deepEqual((tablesAfter(9, [...made, other]) as { users: unknown }).users, [
    { ...since(2), userId: ADA, name: 'ada', displayName: 'Ada', email: 'ada@x.example', enabled: true },
  ]);
});

test('a deleted user is called nothing, and all of them can be given by a name', () => {
  const events = [
    ...made,
    granted(3, 'ada'),
    call(4, 'StartMailboxExportJob', { entityId: 'ada@x.example', s3BucketName: 'b' }, { jobId: 'j' }),
    call(5, 'DeleteUser', { userId: 'ada' }),
    call(6, 'AssociateMemberToGroup', { groupId: 'g', memberId: 'ada' }),
  ];
  assert.deepEqual(tablesAfter(9, events), {
    exportJobs: [{ ...since(4), jobId: 'j', entityId: ADA, s3BucketName: 'b', state: 'RUNNING' }],
    members: [{ ...since(6), group: 'g', member: 'ada' }],
  });
});
