import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { identity } from '../../check/events';
import { asked, call, callIn, callTo, eventId, organizationId } from './asked';

const amal = 'aaaaaaaa-1111-4222-8333-444444444444';
const ben = 'bbbbbbbb-1111-4222-8333-444444444444';

const ended = callTo('iam', 59, 'DeleteAccessKey', {
  requestParameters: { userName: 'WMSDK', accessKeyId: identity.accessKeyId ?? '' },
});

const left = (events: readonly unknown[]): unknown =>
  asked('still-open', [...events, ended]).findings.flatMap(({ kind, events: ids, summary }) =>
    kind === 'closed-again' ? [] : [[kind, ids, summary.split(' stayed')[0]]],
  );

suite('doors that are left open', () => {
  test('a door that was opened by ids is closed by a name and an address of the same, and by a list without rights', () => {
    const known = [
      callIn(1, 'CreateUser', { name: 'amal', displayName: 'Amal' }, { userId: amal }),
      callIn(2, 'RegisterToWorkMail', { entityId: ben, email: 'ben@example.com' }),
      callIn(9, 'DeleteUser', { userId: amal }),
    ];
    const given = callIn(4, 'PutMailboxPermissions', {
      entityId: amal,
      granteeId: ben,
      permissionValues: ['FULL_ACCESS'],
    });
    const byName = callIn(5, 'DeleteMailboxPermissions', { entityId: 'amal', granteeId: 'ben@example.com' });
    const emptied = callIn(5, 'PutMailboxPermissions', { entityId: amal, granteeId: ben, permissionValues: [] });
    assert.deepEqual(
      [left([...known, given, byName]), left([...known, given, emptied]), left([...known, given])],
      [[], [], [['door', [eventId(4)], 'A permission']]],
    );
  });

  test('monitoring that goes to another account did not come back', () => {
    const off = callIn(1, 'DeleteEmailMonitoringConfiguration', {});
    const on = (account: string): unknown =>
      callIn(2, 'PutEmailMonitoringConfiguration', {
        logGroupArn: `arn:aws:logs:us-east-1:${account}:log-group:mail`,
      });
    assert.deepEqual(
      [left([off, on('111111111111')]), left([off, on('999999999999')])],
      [
        [],
        [
          ['door', [eventId(1)], 'Monitoring that is off'],
          ['door', [eventId(2)], 'Monitoring that goes to another account'],
        ],
      ],
    );
  });

  test('a session is judged by the end of the log, and not by one absurd time', () => {
    const session = {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111111111111:assumed-role/Admin/ben',
      accountId: '111111111111',
      accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    };
    const theirs = (number: number, eventTime: string): unknown =>
      call(number, 'StartMailboxExportJob', {
        eventTime,
        userIdentity: session,
        requestParameters: { organizationId },
      });
    const listed = (number: number, eventTime: string): unknown =>
      call(number, 'ListUsers', { eventTime, readOnly: true, requestParameters: { organizationId } });
    const begun = theirs(1, '2026-03-01T08:00:00Z');
    const told = (events: readonly unknown[]): unknown => {
      const { findings, notCovered } = asked('still-open', events);
      return [findings.map(({ kind, events: ids }) => [kind, ids]), notCovered];
    };
    assert.deepEqual(told([begun, listed(2, '2026-03-01T09:00:00Z'), listed(3, '9999-01-01T00:00:00Z')]), [
      [['session', [eventId(1)]]],
      [
        '1 event has a time that cannot be, or that lies ten years and more from all others: it does not count for where these logs begin and end.',
      ],
    ]);
  });
});
