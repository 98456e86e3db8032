import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject } from '../../../../server/src/core';
import { call, notKnownAfter, ORGANIZATION, since, tablesAfter } from './calls';

const ADA = '11111111-2222-4333-8444-000000000001';
const BO = '11111111-2222-4333-8444-000000000002';
const ROLE = '22222222-2222-4333-8444-000000000001';
const begun = call(0, 'CreateOrganization', null, { organizationId: ORGANIZATION }, { requestParameters: {} });
const pair = { entityId: ADA, granteeId: BO };
const time = '2026-03-01T08:01:00Z';

/** What stands, and what is not known, after calls of one second, whose eventIDs are in the same order and in the other. */
function bothWays(...calls: readonly (readonly [name: string, asked: JsonObject, answered?: JsonObject])[]): unknown {
  return [false, true].map((isReversed) => {
    const events = calls.map(([name, asked, answered = {}], at) => {
      const number = isReversed ? calls.length - at : at + 1;
      return call(1, name, asked, answered, { eventID: `s${number}`, requestID: `s${number}` });
    });
    const { organizations: _, ...tables } = tablesAfter(1, [begun, ...events]) as JsonObject;
    return [tables, notKnownAfter(1, [begun, ...events])];
  });
}

suite('Within one second', () => {
  test('a role and a user that are made and deleted are gone', () => {
    const role = { name: 'r', type: 'FULL_ACCESS', rules: [] };
    assert.deepEqual(
      bothWays(
        ['CreateImpersonationRole', role, { impersonationRoleId: ROLE }],
        ['UpdateImpersonationRole', { ...role, impersonationRoleId: ROLE, type: 'READ_ONLY' }],
        ['DeleteImpersonationRole', { impersonationRoleId: ROLE }],
        ['CreateUser', { name: 'ada', displayName: 'Ada' }, { userId: ADA }],
        ['PutMailboxPermissions', { ...pair, permissionValues: ['SEND_AS'] }],
        ['DeleteUser', { userId: ADA }],
      ),
      [
        [{}, []],
        [{}, []],
      ],
    );
  });

  test('nothing is left of an organization that is deleted but its export jobs', () => {
    const job = { ...since(1), jobId: 'job-1', entityId: ADA, s3BucketName: 'b', state: 'RUNNING' };
    const note =
      'Nothing is logged when an export ends: RUNNING says that it was started, and that no call in the log says more.';
    assert.deepEqual(
      bothWays(
        ['PutMailboxPermissions', { ...pair, permissionValues: ['SEND_AS'] }],
        ['StartMailboxExportJob', { entityId: ADA, s3BucketName: 'b' }, { jobId: 'job-1' }],
        ['DeleteOrganization', { deleteDirectory: true }],
      ),
      [
        [{ exportJobs: [{ ...job, eventID: 's2' }] }, [note]],
        [{ exportJobs: [{ ...job, eventID: 's2' }] }, [note]],
      ],
    );
  });

  test('nothing tells whether a permission was given or taken away last, and that is said', () => {
    const words = (last: string, other: string) =>
      `${ORGANIZATION}, mailbox permissions: nothing tells which of these calls of one second came last; told is how things are if it was: ${last} of ${time} on ${ADA}, ${BO} (eventID s2) rather than ${other} of ${time} (eventID s1).`;
    const [put, taken] = ['PutMailboxPermissions', 'DeleteMailboxPermissions'];
    const stands = { ...since(1), eventID: 's2', mailbox: ADA, grantee: BO, permissions: ['SEND_AS'] };
    assert.deepEqual(bothWays([put, { ...pair, permissionValues: ['SEND_AS'] }], [taken, pair]), [
      [{}, [words(taken, put)]],
      [{ mailboxPermissions: [stands] }, [words(put, taken)]],
    ]);
  });

  test('calls that change other members, or say the same, leave nothing open', () => {
    const user = { name: 'ada', displayName: 'Ada' };
    const stands = { ...since(1), userId: ADA, ...user, email: null, enabled: false, jobTitle: 'A', city: 'B' };
    const told = bothWays(
      ['CreateUser', user, { userId: ADA }],
      ['UpdateUser', { userId: ADA, jobTitle: 'A' }],
      ['UpdateUser', { userId: ADA, city: 'B' }],
    );
    assert.deepEqual(told, [
      [{ users: [{ ...stands, eventID: 's3' }] }, []],
      [{ users: [{ ...stands, eventID: 's2' }] }, []],
    ]);
  });
});
