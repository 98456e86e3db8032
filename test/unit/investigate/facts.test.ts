import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { factsIn, factsOfAll, factsOfOne, organizationId, recordOf, roleSession, userId } from './given';

suite('facts of a record', () => {
  test('a whole WorkMail record', () => {
    const record = recordOf('CreateUser', {
      requestParameters: { organizationId, name: 'carol', displayName: 'Carol' },
      responseElements: { userId: userId(1) },
    });
    const text = JSON.stringify({ Records: [record] });
    assert.deepEqual(factsIn(text), [
      {
        index: 0,
        start: '{"Records":['.length,
        end: text.length - ']}'.length,
        service: 'workmail',
        malformed: null,
        eventID: 'ffffffff-0000-4000-8000-000000000001',
        requestID: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
        endpoint: undefined,
        eventName: 'CreateUser',
        eventSource: 'workmail.amazonaws.com',
        eventTime: '2026-03-01T08:00:00Z',
        time: Date.UTC(2026, 2, 1, 8),
        outcome: 'succeeded',
        errorCode: '',
        errorMessage: '',
        actor: {
          kind: 'iam-user',
          name: 'alice',
          key: 'arn:aws:iam::111122223333:user/alice',
          credentials: 'long-term',
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          accountId: '111122223333',
          mfa: undefined,
          issuer: undefined,
        },
        impersonator: '',
        sourceIPAddress: '198.51.100.7',
        userAgent: 'aws-cli/2.15.0',
        awsRegion: 'us-east-1',
        recipientAccountId: '111122223333',
        organizationId,
        targets: [{ entity: 'user', named: true, id: 'carol', parameter: 'name' }],
        learned: [{ id: userId(1), kind: 'user', name: 'carol', isAddress: false }],
        readOnly: false,
        weight: 'high',
        weighty: [],
        things: [],
      },
    ]);
  });

  test('a refused call of a role session has an error, and neither targets nor learned', () => {
    const { outcome, errorCode, errorMessage, actor, targets, learned, weight } = factsOfOne(
      recordOf('ResetPassword', {
        userIdentity: roleSession,
        errorCode: 'AccessDenied',
        errorMessage: 'not authorized',
        requestParameters: null,
      }),
    );
    assert.deepEqual(
      { outcome, errorCode, errorMessage, targets, learned, weight },
      {
        outcome: 'failed',
        errorCode: 'AccessDenied',
        errorMessage: 'not authorized',
        targets: [],
        learned: [],
        weight: 'critical',
      },
    );
    assert.deepEqual(actor, {
      kind: 'role-session',
      name: 'Admin/bob',
      key: 'arn:aws:sts::111122223333:assumed-role/Admin/bob',
      credentials: 'temporary',
      accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
      accountId: '111122223333',
      mfa: true,
      issuer: 'arn:aws:iam::111122223333:role/Admin',
    });
  });

  test('the organization of CreateOrganization stands in its answer', () => {
    const facts = factsOfOne(
      recordOf('CreateOrganization', { requestParameters: { alias: 'mail' }, responseElements: { organizationId } }),
    );
    assert.equal(facts.organizationId, organizationId);
  });

  test('what parameters say is kept once for each parameter, with its words', () => {
    const rule = { impersonationRuleId: 'r', name: 'all', effect: 'ALLOW' };
    const { weighty } = factsOfOne(
      recordOf('CreateImpersonationRole', { requestParameters: { type: 'READ_ONLY', rules: [rule, rule] } }),
    );
    assert.deepEqual(weighty, [
      {
        parameter: 'rules.effect',
        words: 'The rule names nobody it is for: it opens every mailbox of the organization.',
      },
    ]);
  });

  test('a record of another service has no action, targets or weight', () => {
    const facts = factsOfOne(
      recordOf('CreateUser', { eventSource: 'iam.amazonaws.com', requestParameters: { name: 'carol' } }),
    );
    assert.deepEqual([facts.service, facts.targets, facts.learned, facts.weight], ['other', [], [], undefined]);
  });

  test('a time that does not exist is no time', () => {
    const times = ['2026-02-30T08:00:00Z', '2026-03-01T25:00:00Z', 'yesterday'];
    const facts = factsOfAll(times.map((eventTime) => recordOf('CreateUser', { eventTime })));
    assert.deepEqual(
      facts.map(({ eventTime, time }) => [eventTime, time]),
      times.map((eventTime) => [eventTime, undefined]),
    );
  });
});

suite('values as tools rewrite them', () => {
  test('one moment is one time, whatever form a tool has given it', () => {
    const forms = [
      ...['2026-03-12T09:30:14Z', '2026-03-12T09:30:14', '2026-03-12 09:30:14', '2026-03-12 09:30:14.000000'],
      ...[
        '2026-03-12 09:30:14 UTC',
        '2026-03-12T09:30:14.250Z',
        '2026-03-12T09:30:14+00:00',
        '2026-03-12T10:30:14+01:00',
      ],
      ...['2026-03-12 02:30:14-0700', '20260312T093014Z'],
    ];
    const facts = factsOfAll(forms.map((eventTime) => recordOf('CreateUser', { eventTime })));
    assert.deepEqual(
      facts.map(({ eventTime, time, malformed }) => [eventTime, time, malformed]),
      forms.map(() => ['2026-03-12T09:30:14Z', Date.UTC(2026, 2, 12, 9, 30, 14), null]),
    );
  });

  test('Booleans written as text are what they say, and null is nothing', () => {
    const facts = [true, 'true', 'False', null].map((readOnly) =>
      factsOfOne(recordOf('ListUsers', { readOnly, errorCode: null, errorMessage: null })),
    );
    assert.deepEqual(
      facts.map(({ readOnly, outcome, malformed }) => [readOnly, outcome, malformed]),
      [
        [true, 'succeeded', null],
        [true, 'succeeded', null],
        [false, 'succeeded', null],
        [undefined, 'succeeded', null],
      ],
    );
  });

  test('an account that lost the zero at its beginning is shown as written, but acts as the same one', () => {
    const ids: readonly (string | number)[] = ['012345678901', '12345678901', 12345678901];
    const owner = ids.map((id) =>
      factsOfOne(
        recordOf('CreateUser', {
          userIdentity: { type: 'Root', principalId: id, accountId: id },
          recipientAccountId: id,
        }),
      ),
    );
    assert.deepEqual(
      owner.map(({ actor, recipientAccountId }) => [actor.key, actor.name, actor.accountId, recipientAccountId]),
      [
        ['012345678901', 'root (012345678901)', '012345678901', '012345678901'],
        ['012345678901', 'root (12345678901)', '12345678901', '12345678901'],
        ['012345678901', 'root (12345678901)', '12345678901', '12345678901'],
      ],
    );
  });

  test('what is masked makes nobody the same as somebody else', () => {
    const masked = (userName: string) =>
      factsOfOne(
        recordOf('CreateUser', { userIdentity: { type: 'IAMUser', arn: '****', principalId: 'AIDA****', userName } }),
      ).actor.key;
    assert.deepEqual([masked('alice'), masked('bob')], ['alice', 'bob']);
  });
});

suite('the outcome of a damaged record', () => {
  const whole = JSON.stringify(recordOf('CreateUser'));
  const outcome = (text: string): string | undefined => factsIn(text)[0]?.outcome;

  test('succeeded where only a comma was lost', () => {
    assert.equal(outcome(whole.replace('"userName"', '~"userName"').replace(',~', '')), 'succeeded');
  });

  test('unknown where the log is cut off before the place of an error', () => {
    assert.equal(outcome(whole.slice(0, whole.indexOf('"requestParameters"'))), 'unknown');
  });

  test('failed where an error can be read, whatever else is lost', () => {
    const failed = JSON.stringify(recordOf('CreateUser', { userAgent: 'x', errorCode: 'AccessDenied' }));
    assert.equal(outcome(failed.slice(0, -1)), 'failed');
  });
});
