import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesText, differenceData, replay, stateData } from '../../../../server/src/core';
import { calledAt } from '../../../../server/src/core/investigate/state/stateLines';
import { evidenceOf, evidenceOfEvents } from '../../../support/evidenceOf';
import { call, historyOf, minute, since, timeText } from './calls';

const ADA = '11111111-2222-4333-8444-000000000001';
const BO = '11111111-2222-4333-8444-000000000002';

const events = [
  call(1, 'CreateUser', { name: 'ada', displayName: 'Ada L.' }, { userId: ADA }),
  call(2, 'PutMailboxPermissions', { entityId: 'ada', granteeId: BO, permissionValues: ['SEND_AS'] }),
  call(3, 'UpdateUser', { userId: ADA, displayName: 'Ada M.' }),
  call(4, 'PutMailboxPermissions', { entityId: 'ada', granteeId: BO, permissionValues: ['FULL_ACCESS'] }),
  call(5, 'CreateAlias', { entityId: ADA, alias: 'a@x.example' }),
  call(6, 'DeleteMailboxPermissions', { entityId: ADA, granteeId: BO }),
  call(7, 'PutMailboxPermissions', { entityId: 'ada', granteeId: BO, permissionValues: ['FULL_ACCESS'] }),
];
const permission = (minutes: number, permissions: readonly string[]) => ({
  ...since(minutes),
  mailbox: ADA,
  grantee: BO,
  permissions,
});

/** Without tables that hold nothing. */
function differenceBetween(from: number, to: number): unknown {
  const data = JSON.parse(
    JSON.stringify(differenceData(minute(from), minute(to), historyOf(events).difference(minute(from), minute(to)))),
  );
  const filled = (tables: object) =>
    Object.fromEntries(Object.entries(tables).filter(([, rows]) => Array.isArray(rows) && rows.length > 0));
  const { added, removed, changed, notKnown: _, ...moments } = data;
  return { ...moments, added: filled(added), removed: filled(removed), changed: filled(changed) };
}

test('two moments differ in what was added, removed and changed between them', () => {
  const user = { userId: ADA, name: 'ada', email: null, enabled: false };
  assert.deepEqual(
    [differenceBetween(2, 5), differenceBetween(5, 6), differenceBetween(5, 7)],
    [
      {
        from: timeText(2),
        to: timeText(5),
        added: { aliases: [{ ...since(5), entity: ADA, alias: 'a@x.example' }] },
        removed: {},
        changed: {
          users: [
            {
              before: { ...since(1), ...user, displayName: 'Ada L.' },
              after: { ...since(3), ...user, displayName: 'Ada M.' },
            },
          ],
          mailboxPermissions: [{ before: permission(2, ['SEND_AS']), after: permission(4, ['FULL_ACCESS']) }],
        },
      },
      {
        from: timeText(5),
        to: timeText(6),
        added: {},
        removed: { mailboxPermissions: [permission(4, ['FULL_ACCESS'])] },
        changed: {},
      },
      { from: timeText(5), to: timeText(7), added: {}, removed: {}, changed: {} },
    ],
  );
});

test('the history of an entity tells each change with before and after, under the names of that moment', () => {
  const evidence = evidenceOfEvents(events);
  const history = replay(evidence);
  const told = changesText(
    history.changesOf(history.idsOf('a@x.example')),
    calledAt(history, minute(2), evidence.entities),
  );
  const ada = 'Ada L. (11111111-…, now Ada M.)';
  const user = (displayName: string) =>
    `users: ${ada}, address not known, enabled: false, name: ada, displayName: ${displayName}`;
  assert.deepEqual(told.split('\n'), [
    '',
    'What became of it',
    '  2026-03-01 08:01:00  CreateUser by alice',
    `    + ${user('Ada L.')}`,
    '  2026-03-01 08:02:00  PutMailboxPermissions by alice',
    `    + mailbox permissions: ${BO} in the mailbox of ${ada}: SEND_AS`,
    '  2026-03-01 08:03:00  UpdateUser by alice',
    `    - ${user('Ada L.')}`,
    `    + ${user('Ada M.')}`,
    '  2026-03-01 08:04:00  PutMailboxPermissions by alice',
    `    - mailbox permissions: ${BO} in the mailbox of ${ada}: SEND_AS`,
    `    + mailbox permissions: ${BO} in the mailbox of ${ada}: FULL_ACCESS`,
    '  2026-03-01 08:05:00  CreateAlias by alice',
    `    + aliases: a@x.example of ${ada}`,
    '  2026-03-01 08:06:00  DeleteMailboxPermissions by alice',
    `    - mailbox permissions: ${BO} in the mailbox of ${ada}: FULL_ACCESS`,
    '  2026-03-01 08:07:00  PutMailboxPermissions by alice',
    `    + mailbox permissions: ${BO} in the mailbox of ${ada}: FULL_ACCESS`,
    '',
  ]);
});

test('the order of logs and of records in them never changes how things were', () => {
  const sameSecond = events.map((event, at) => ({ ...event, eventTime: timeText(Math.floor(at / 3)) }));
  const logOf = (records: readonly unknown[]) => JSON.stringify({ Records: records });
  const told = [
    evidenceOf({ 'a.json': logOf(sameSecond) }),
    evidenceOf({ 'a.json': logOf([...sameSecond].reverse()) }),
    evidenceOf({ 'a.json': logOf(sameSecond.slice(4)), 'b.json': logOf(sameSecond.slice(0, 5)) }),
  ].map((evidence) => {
    const history = replay(evidence);
    return JSON.stringify([0, 1, 2].map((minutes) => stateData(minute(minutes), history.at(minute(minutes)))));
  });
  assert.deepEqual([told[1], told[2]], [told[0], told[0]]);
});
