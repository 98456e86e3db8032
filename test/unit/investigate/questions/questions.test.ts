import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ask, groundsOf, inOrderOfReading, inquiryIds, toldInquiry } from '../../../../server/src/core';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { identity } from '../../check/events';
import { asked, call, callTo, eventId, OFFICE } from './asked';

const organizationId = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
const mailbox = 'aaaaaaaa-1111-4222-8333-444444444444';
const other = 'bbbbbbbb-1111-4222-8333-444444444444';
const who = 'WMSDK (key AKIAIOSFODNN7EXAMPLE), from 198.51.100.7';

const exported = call(2, 'StartMailboxExportJob', {
  requestParameters: { organizationId, entityId: mailbox, s3BucketName: 'away' },
  responseElements: { jobId: 'j-1' },
});
const role = call(3, 'CreateImpersonationRole', {
  requestParameters: {
    organizationId,
    name: 'Backup',
    type: 'FULL_ACCESS',
    rules: [{ impersonationRuleId: 'r', effect: 'ALLOW' }],
  },
  responseElements: { impersonationRoleId: 'cccccccc-1111-4222-8333-444444444444' },
});
const assumed = call(4, 'AssumeImpersonationRole', {
  requestParameters: { organizationId, impersonationRoleId: 'cccccccc-1111-4222-8333-444444444444' },
});
const deleted = call(5, 'DeleteImpersonationRole', {
  requestParameters: { organizationId, impersonationRoleId: 'cccccccc-1111-4222-8333-444444444444' },
});
const granted = call(6, 'PutMailboxPermissions', {
  requestParameters: { organizationId, entityId: mailbox, granteeId: other, permissionValues: ['FULL_ACCESS'] },
});
const revoked = call(7, 'DeleteMailboxPermissions', {
  requestParameters: { organizationId, entityId: mailbox, granteeId: other },
});
const listed = call(1, 'ListUsers', {
  readOnly: true,
  sourceIPAddress: '192.0.2.1',
  requestParameters: { organizationId },
});

suite('questions that are asked of every log', () => {
  test('lead on to each other only', () => {
    const unknown = inquiryIds.flatMap((id) =>
      toldInquiry(id).next.filter((next) => !inquiryIds.some((known) => known === next)),
    );
    assert.deepEqual(unknown, []);
  });

  for (const id of inquiryIds) {
    test(`${id} is answered of a log without events of WorkMail, and nothing is claimed`, () => {
      const answer = asked(id, [callTo('s3', 1, 'ListBuckets', { readOnly: true })]);
      assert.deepEqual({ status: answer.status, findings: answer.findings }, { status: 'cannot-tell', findings: [] });
    });
  }

  test('mailbox-exported tells who, which mailbox and where to', () => {
    const summary = `${who}, 2026-03-01 08:02:00 UTC: exported the mailbox ${mailbox} to the bucket away.`;
    assert.deepEqual(asked('mailbox-exported', [listed, exported]), {
      status: 'answered',
      sentence: summary,
      findings: [{ kind: 'export', weight: 'critical', summary, events: [eventId(2)] }],
      notCovered: [
        'That WorkMail took the role of an export is not in these logs: they do not tell whether an export ran.',
      ],
    });
  });

  test('mailbox-exported tells of an attempt, and of no export', () => {
    const refused = call(2, 'StartMailboxExportJob', { errorCode: 'AccessDenied' });
    const summary = `${who}, 2026-03-01 08:02:00 UTC: tried StartMailboxExportJob, which failed with AccessDenied.`;
    assert.deepEqual(asked('mailbox-exported', [listed, refused]).findings, [
      { kind: 'attempt', weight: 'low', summary, events: [eventId(2)] },
    ]);
  });

  test('all-mailboxes tells of a role that names nobody, with its use', () => {
    assert.deepEqual(asked('all-mailboxes', [role, assumed]).findings, [
      {
        kind: 'role',
        weight: 'critical',
        summary: `A role that opens every mailbox: ${who}, 2026-03-01 08:03:00 UTC: made the impersonation role Backup of type FULL_ACCESS. It was used 1 time, 2026-03-01 08:04:00 UTC.`,
        events: [eventId(3), eventId(4)],
      },
    ]);
  });

  test('all-mailboxes does not tell of a role for one mailbox', () => {
    const narrow = call(3, 'CreateImpersonationRole', {
      requestParameters: {
        organizationId,
        name: 'One',
        type: 'FULL_ACCESS',
        rules: [{ effect: 'ALLOW', targetUsers: [mailbox] }],
      },
      responseElements: { impersonationRoleId: 'dddddddd-1111-4222-8333-444444444444' },
    });
    assert.equal(asked('all-mailboxes', [narrow]).status, 'nothing-found');
  });

  test('still-open tells of a key that nothing ends, and of doors that stayed', () => {
    assert.deepEqual(
      asked('still-open', [role, granted, revoked]).findings.map(({ kind, events }) => ({ kind, events })),
      [
        { kind: 'key', events: [eventId(7)] },
        { kind: 'door', events: [eventId(3)] },
      ],
    );
  });

  test('still-open tells what was closed again where nothing is open, and is read early then', () => {
    const ended = callTo('iam', 9, 'DeleteAccessKey', {
      requestParameters: { userName: 'WMSDK', accessKeyId: identity.accessKeyId ?? '' },
    });
    const events = [role, deleted, granted, revoked, ended];
    const { status, sentence, findings } = asked('still-open', events);
    assert.deepEqual(
      { status, sentence, findings: findings.map(({ kind, events: ids }) => [kind, ...ids]) },
      {
        status: 'answered',
        sentence: 'As far as these logs tell, nothing is open: 3 doors were opened and closed again.',
        findings: [
          ['closed-again', eventId(3), eventId(5)],
          ['closed-again', eventId(6), eventId(7)],
          ['closed-again', eventId(9)],
        ],
      },
    );
    const grounds = groundsOf(evidenceOfEvents(events));
    const answers = inquiryIds.map((id) => ({ id, answer: ask(id, grounds) }));
    const order = inOrderOfReading(answers).map(({ id }) => id);
    assert.ok(order.indexOf('still-open') < order.indexOf('what-else'), order.join(' '));
  });

  test('still-open tells of nothing where nobody opened anything', () => {
    assert.equal(asked('still-open', [call(1, 'ListUsers')]).status, 'nothing-found');
  });

  test('still-open tells of a key that is switched on again, and of one door where two were opened and one was closed', () => {
    const switched = (number: number, status: string): unknown =>
      callTo('iam', number, 'UpdateAccessKey', {
        requestParameters: { userName: 'WMSDK', accessKeyId: identity.accessKeyId ?? '', status },
      });
    const gateway = (number: number, eventName: string): unknown =>
      call(number, eventName, { requestParameters: { organizationId } });
    const found = (events: readonly unknown[]): unknown =>
      asked('still-open', events).findings.map(({ kind, events: ids }) => [kind, ...ids]);
    const gateways = [
      gateway(1, 'CreateSmtpGateway'),
      gateway(2, 'CreateSmtpGateway'),
      gateway(3, 'DeleteSmtpGateway'),
    ];
    assert.deepEqual(
      [
        found([granted, revoked, switched(8, 'Inactive')]),
        found([granted, revoked, switched(8, 'Inactive'), switched(9, 'Active')]),
        found([...gateways, switched(8, 'Inactive')]),
      ],
      [
        [
          ['closed-again', eventId(6), eventId(7)],
          ['closed-again', eventId(8)],
        ],
        [
          ['key', eventId(9)],
          ['door', eventId(9)],
        ],
        [['door', eventId(2)]],
      ],
    );
  });

  test('way-in tells of a key that comes from a new address', () => {
    const findings = asked('way-in', [listed, exported]).findings;
    assert.deepEqual(findings[1], {
      kind: 'new-address',
      weight: 'critical',
      summary: `The key came from ${OFFICE} first 2026-03-01 08:02:00 UTC; until then it came from 192.0.2.1.`,
      events: [eventId(1), eventId(2)],
    });
  });

  test('way-in tells what gave out the credentials of a session', () => {
    const session = {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111111111111:assumed-role/Admin/ben',
      accountId: '111111111111',
      accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
      sessionContext: { attributes: { mfaAuthenticated: 'true', creationDate: '2026-03-01T08:00:00Z' } },
    };
    const given = callTo('sts', 1, 'AssumeRole', {
      readOnly: true,
      requestParameters: { roleArn: 'arn:aws:iam::111111111111:role/Admin' },
      responseElements: { credentials: { accessKeyId: session.accessKeyId } },
    });
    const theirs = call(2, 'StartMailboxExportJob', {
      userIdentity: session,
      requestParameters: { organizationId, entityId: mailbox },
    });
    assert.deepEqual(asked('way-in', [given, theirs]).findings, [
      {
        kind: 'session',
        weight: 'critical',
        summary:
          'ben (role Admin, key ASIAIOSFODNN7EXAMPLE) came with credentials of a session, begun with a second factor; they were given out by AssumeRole, 2026-03-01 08:01:00 UTC, called by WMSDK (key AKIAIOSFODNN7EXAMPLE). The weighty acts began 2026-03-01 08:02:00 UTC.',
        events: [eventId(1), eventId(2)],
      },
    ]);
  });

  test('what-else counts what the same key did in other services', () => {
    const buckets = callTo('s3', 8, 'ListBuckets', { readOnly: true, errorCode: 'AccessDenied' });
    assert.deepEqual(asked('what-else', [exported, buckets]).findings, [
      {
        kind: 'service',
        weight: 'low',
        summary: 'WMSDK (key AKIAIOSFODNN7EXAMPLE) made 1 call to s3, 1 of them refused or failed: ListBuckets.',
        events: [eventId(8)],
      },
    ]);
  });

  test('guards-off takes putting back what another took away as little', () => {
    const off = call(1, 'DeleteEmailMonitoringConfiguration', { requestParameters: { organizationId } });
    const on = call(2, 'PutEmailMonitoringConfiguration', {
      requestParameters: { organizationId, logGroupArn: 'arn:aws:logs:us-east-1:111111111111:log-group:mail' },
      userIdentity: { ...identity, arn: 'arn:aws:iam::111111111111:user/responder', userName: 'responder' },
    });
    assert.deepEqual(
      asked('guards-off', [off, on]).findings.map(({ weight, events }) => ({ weight, events })),
      [
        { weight: 'critical', events: [eventId(1)] },
        { weight: 'low', events: [eventId(2)] },
      ],
    );
  });

  test('destroyed tells until when a mailbox can be saved, and never beyond the end of WorkMail', () => {
    const gone = (eventTime: string): unknown =>
      call(1, 'DeleteUser', { eventTime, requestParameters: { organizationId, userId: mailbox } });
    const days = ['2026-03-01T08:00:00Z', '2027-03-20T08:00:00Z'].map(
      (time) => / until (\S+)\.$/.exec(asked('destroyed', [gone(time)]).sentence)?.[1],
    );
    assert.deepEqual(days, ['2026-03-31', '2027-03-31']);
  });

  test('an answer does not depend on the order of records', () => {
    const events = [listed, exported, role, assumed, deleted, granted, revoked];
    const answers = (all: readonly unknown[]): unknown => inquiryIds.map((id) => asked(id, all));
    assert.deepEqual(answers([...events].reverse()), answers(events));
  });
});
