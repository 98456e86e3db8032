/** Whoever gets a report has to revoke, delete and close all that it is about: nothing of that may be cut. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { handedOn } from '../../../../support/handedReports';
import { organizationId, recordOf, roleSession, userId } from '../../given';

/** More than any table of a report that is read in an editor shows. */
const MANY = 130;
const two = (at: number): string => String(at).padStart(3, '0');
const keyOf = (at: number): string => `AKIAIOSFODNN7KEY${two(at)}A`;
const sessionOf = (at: number): string => `ASIAIOSFODNN7SES${two(at)}A`;
const roleOf = (at: number): string => `impersonation-role-${two(at)}`;
const addressOf = (at: number): string => `203.0.113.${at}`;

/** Each has a key and a session of its own, opens a door and leaves it. */
const doors = Array.from({ length: MANY }, (_, at) => [
  recordOf('CreateImpersonationRole', {
    userIdentity: {
      type: 'IAMUser',
      arn: `arn:aws:iam::111122223333:user/user-${two(at)}`,
      accountId: '111122223333',
      accessKeyId: keyOf(at),
      userName: `user-${two(at)}`,
    },
    sourceIPAddress: addressOf(at),
    requestParameters: { organizationId, name: roleOf(at), type: 'FULL_ACCESS', rules: [] },
    responseElements: { impersonationRoleId: userId(at) },
    eventID: `ffffffff-0000-4000-8000-${String(at).padStart(12, '0')}`,
  }),
  recordOf('AssumeImpersonationRole', {
    userIdentity: { ...roleSession, accessKeyId: sessionOf(at) },
    requestParameters: { organizationId, impersonationRoleId: userId(at) },
    eventID: `ffffffff-0001-4000-8000-${String(at).padStart(12, '0')}`,
  }),
]).flat();

suite('a report that is handed over', () => {
  for (const format of ['html', 'markdown'] as const)
    test(`has every key, session, role and address before its appendix: ${format}`, () => {
      const text = handedOn(JSON.stringify({ Records: doors }), format);
      const told = text.slice(0, text.lastIndexOf('id="lists"'));
      const all = Array.from({ length: MANY }, (_, at) => [keyOf(at), sessionOf(at), userId(at), addressOf(at)]).flat();
      assert.deepEqual(
        [all.filter((value) => !told.includes(value)), /and [0-9,]+ more (?:actors|addresses)/.exec(told)],
        [[], null],
      );
      const open = text.slice(text.indexOf('Still open'), text.indexOf('What these logs cannot tell'));
      assert.deepEqual(
        Array.from({ length: MANY }, (_, at) => keyOf(at)).filter((key) => !open.includes(key)),
        [],
      );
    });
});
