import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { InquiryId } from '../../../../server/src/core';
import { asked, call, callIn, callTo } from './asked';

const amal = 'aaaaaaaa-1111-4222-8333-444444444444';
const ben = 'bbbbbbbb-1111-4222-8333-444444444444';
const role = 'cccccccc-1111-4222-8333-444444444444';

/** Kinds and weights of what is found, and what was done. */
const found = (id: InquiryId, events: readonly unknown[]): unknown =>
  asked(id, events).findings.map(({ kind, weight, summary }) => [kind, weight, summary.replace(/^.*? UTC: /s, '')]);

suite('what calls ask for', () => {
  test('a guard that is put up is none that was taken off', () => {
    assert.deepEqual(
      found('guards-off', [
        callIn(1, 'PutInboundDmarcSettings', { enforced: true }),
        callIn(2, 'PutAccessControlRule', { name: 'no-imap', effect: 'DENY', description: 'x' }),
        callIn(3, 'CreateMobileDeviceAccessRule', { name: 'no-phones', effect: 'DENY' }),
        callIn(4, 'PutInboundDmarcSettings', { enforced: false }),
        callIn(5, 'PutAccessControlRule', { name: 'all', effect: 'ALLOW', description: 'x' }),
      ]),
      [
        ['access-rule', 'high', 'set the access control rule all to ALLOW.'],
        ['dmarc', 'high', 'set whether incoming mail that fails DMARC is refused to false.'],
      ],
    );
  });

  test('a second factor that is taken off is a guard', () => {
    const events = [callTo('iam', 1, 'DeactivateMFADevice', { requestParameters: { userName: 'admin' } })];
    const [first] = asked('guards-off', events).findings;
    assert.deepEqual([first?.kind, first?.weight], ['second-factor', 'high']);
  });

  test('rights to send are no rights to read, and a list without a right takes all away', () => {
    const events = [
      callIn(1, 'PutMailboxPermissions', { entityId: amal, granteeId: ben, permissionValues: ['SEND_ON_BEHALF'] }),
      callIn(2, 'PutMailboxPermissions', { entityId: amal, granteeId: ben, permissionValues: [] }),
    ];
    const gave = `gave ${ben} SEND_ON_BEHALF on the mailbox ${amal}.`;
    const took = `took all permissions on the mailbox ${amal} from ${ben}.`;
    assert.deepEqual(
      (['mail-read', 'sent-as', 'mailbox-access'] as const).map((id) => found(id, events)),
      [
        [],
        [['grant', 'critical', gave]],
        [
          ['grant', 'critical', gave],
          ['taken-away', 'low', took],
        ],
      ],
    );
  });

  test('a token of a role that only reads sends nothing', () => {
    const made = (type: string): unknown =>
      callIn(1, 'CreateImpersonationRole', { name: 'Backup', type, rules: [] }, { impersonationRoleId: role });
    const token = callIn(2, 'AssumeImpersonationRole', { impersonationRoleId: role });
    assert.deepEqual(
      [found('sent-as', [made('READ_ONLY'), token]), found('sent-as', [made('FULL_ACCESS'), token])],
      [[], [['token', 'high', 'got a token of the impersonation role Backup (cccccccc-…), which opens mailboxes.']]],
    );
  });

  test('a role for everybody but one opens nearly every mailbox', () => {
    const rules = [{ impersonationRuleId: 'r', effect: 'ALLOW', notTargetUsers: [ben] }];
    const made = callIn(1, 'CreateImpersonationRole', { name: 'Backup', type: 'FULL_ACCESS', rules });
    assert.deepEqual(
      asked('all-mailboxes', [made]).sentence,
      `A role that opens every mailbox but ${ben}: WMSDK (key AKIAIOSFODNN7EXAMPLE), from 198.51.100.7, 2026-03-01 08:01:00 UTC: made the impersonation role Backup of type FULL_ACCESS. No token of it was asked for in these logs.`,
    );
  });

  test('an alias is given to somebody, and not to itself', () => {
    const alias = 'orders@example.com';
    const events = [callIn(1, 'CreateAlias', { entityId: amal, alias })];
    assert.deepEqual(found('spoofing', events), [['address', 'medium', `gave ${amal} the address ${alias}.`]]);
  });

  test('a message that somebody tried to replace is named, and so is the bucket with the new one', () => {
    const refused = call(1, 'PutRawMessageContent', {
      eventSource: 'workmailmessageflow.amazonaws.com',
      errorCode: 'AccessDeniedException',
      requestParameters: { messageId: amal, content: { s3Reference: { bucket: 'away', key: 'new' } } },
    });
    assert.deepEqual(found('mail-changed', [refused]), [
      ['attempt', 'low', `tried PutRawMessageContent on ${amal}, away, which failed with AccessDeniedException.`],
    ]);
  });
});
