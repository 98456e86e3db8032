import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, historyOf, minute, notKnownAfter, since, tablesAfter } from './calls';

const ADA = '11111111-2222-4333-8444-000000000001';
const BO = '11111111-2222-4333-8444-000000000002';
const EVE = '11111111-2222-4333-8444-000000000003';

const list = (minutes: number, grantees: readonly string[], own: object = {}) =>
  call(
    minutes,
    'ListMailboxPermissions',
    { entityId: ADA },
    {
      permissions: grantees.map((granteeId) => ({ granteeId, granteeType: 'USER', permissionValues: ['SEND_AS'] })),
      ...own,
    },
  );
const grants = (...all: readonly (readonly [number, string])[]) =>
  all.map(([minutes, grantee]) => ({ ...since(minutes), mailbox: ADA, grantee, permissions: ['SEND_AS'] }));
const set = call(1, 'PutMailboxPermissions', { entityId: ADA, granteeId: BO, permissionValues: ['SEND_AS'] });

test('an answer teaches what was there before, and what it repeats keeps its beginning', () => {
  assert.deepEqual(
    [
      tablesAfter(2, [set, list(2, [BO, EVE])]),
      historyOf([set, list(2, [BO, EVE])])
        .at(minute(2))
        .entries.map(({ seen }) => seen),
    ],
    [{ mailboxPermissions: grants([1, BO], [2, EVE]) }, [false, true]],
  );
});

test('a list that is complete says that nothing else is there, and that is told', () => {
  assert.deepEqual(
    [
      tablesAfter(2, [set, list(2, [EVE])]),
      tablesAfter(2, [set, list(2, [EVE], { nextToken: 'more' })]),
      (notKnownAfter(2, [set, list(2, [EVE])]) as string[]).slice(1),
    ],
    [
      { mailboxPermissions: grants([2, EVE]) },
      { mailboxPermissions: grants([1, BO], [2, EVE]) },
      [
        `m-0123456789abcdef0123456789abcdef, mailbox permissions: an answer does not show it any more, and no call in the log removed it: ListMailboxPermissions of 2026-03-01T08:02:00Z on ${ADA}, ${BO} (eventID e2).`,
      ],
    ],
  );
});

test('an answer without anything in it teaches nothing', () => {
  assert.deepEqual(tablesAfter(2, [set, call(2, 'ListMailboxPermissions', { entityId: ADA })]), {
    mailboxPermissions: grants([1, BO]),
  });
});

test('a description teaches names and addresses for calls that follow', () => {
  const events = [
    call(
      1,
      'DescribeUser',
      { userId: 'ada' },
      {
        userId: ADA,
        name: 'ada',
        displayName: 'Ada',
        email: 'ada@x.example',
        state: 'ENABLED',
      },
    ),
    call(2, 'CreateAlias', { entityId: 'ada@x.example', alias: 'a@x.example' }),
  ];
  assert.deepEqual(tablesAfter(2, events), {
    users: [{ ...since(1), userId: ADA, name: 'ada', displayName: 'Ada', email: 'ada@x.example', enabled: true }],
    primaryAddresses: [{ ...since(1), entity: ADA, email: 'ada@x.example' }],
    aliases: [{ ...since(2), entity: ADA, alias: 'a@x.example' }],
  });
});

test('a list of users that is complete tells who is gone, and those that are deleted are', () => {
  const events = [
    call(1, 'CreateUser', { name: 'bo', displayName: 'Bo' }, { userId: BO }),
    call(
      2,
      'ListUsers',
      {},
      {
        users: [
          { id: ADA, name: 'ada', state: 'DISABLED' },
          { id: EVE, name: 'eve', state: 'DELETED' },
        ],
      },
    ),
  ];
  assert.deepEqual(tablesAfter(2, events), {
    users: [{ ...since(2), userId: ADA, name: 'ada', displayName: null, email: null, enabled: false }],
  });
});
