import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { organizationId, recordOf, userId } from '../investigate/given';
import { ran, withFiles } from './terminal';

const exported = recordOf('StartMailboxExportJob', {
  requestParameters: { organizationId, entityId: userId(1), s3BucketName: 'away' },
  responseElements: { jobId: 'j-1' },
});
const log = JSON.stringify({ Records: [exported] });
const quiet = JSON.stringify({ Records: [recordOf('ListUsers', { eventTime: '2026-02-27T08:00:00Z' })] });
const summary = `alice (key AKIAIOSFODNN7EXAMPLE), from 198.51.100.7, 2026-03-01 08:00:00 UTC: exported the mailbox ${userId(1)} to the bucket away.`;

suite('ask', () => {
  test('--json writes one object with every member', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      const { code, stdout, stderr } = await ran([
        'ask',
        '--json',
        '--question',
        'mailbox-exported',
        pathOf('log.json'),
      ]);
      const expected = {
        id: 'mailbox-exported',
        status: 'answered',
        answer: summary,
        findings: [
          {
            kind: 'export',
            weight: 'critical',
            summary,
            actor: 'AKIAIOSFODNN7EXAMPLE',
            from: '2026-03-01T08:00:00Z',
            to: '2026-03-01T08:00:00Z',
            entities: [userId(1), 'away'],
            events: [{ file: pathOf('log.json'), index: 0, eventID: 'ffffffff-0000-4000-8000-000000000001' }],
          },
        ],
        notCovered: [
          'That WorkMail took the role of an export is not in these logs: they do not tell whether an export ran.',
          'Who fetched what an export wrote. CloudTrail data events of the bucket, or its server access logs.',
          'Export jobs of the last seven days, with their state. The API itself, seven days long.',
        ],
        ownLogs: [],
        askNext: ['migration-or-theft', 'all-mailboxes', 'mail-read'],
      };
      assert.deepEqual(
        { code, stderr, answer: JSON.parse(stdout) },
        { code: 0, stderr: '', answer: { questions: [expected] } },
      );
    }));

  test('writes answers for people, with the place of each event', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      const { stdout } = await ran(['ask', '--question', 'mailbox-exported,forwarding', pathOf('log.json')]);
      const words = stdout.replace(/\s+/g, ' ');
      assert.equal(
        words,
        `Which mailboxes were exported, and where to? [mailbox-exported] ${summary} ${pathOf('log.json')}#0 Not covered: That WorkMail took the role of an export is not in these logs: they do not tell whether an export ran. Not told here: Who fetched what an export wrote. CloudTrail data events of the bucket, or its server access logs. Nothing found - Is mail sent on to somebody? No rule, journal, gateway or list was changed that sends mail on; rules inside of mailboxes no log of CloudTrail tells. Ask the e-mail event log: which mail came and went, from whom to whom, which rules of the organization or of a mailbox were applied to it, and whether it bounced. Its log group keeps 30 days unless somebody set another time. aws workmail put-email-monitoring-configuration --organization-id ${organizationId} --log-group-arn GROUP_ARN `,
      );
    }));

  test('compares with quiet logs that are named, or with what happened before a day', () =>
    withFiles({ 'quiet.json': quiet, 'log.json': log }, async (pathOf) => {
      const asked = ['ask', '--json', '--question', 'new-behaviour'];
      const answers = await Promise.all(
        [
          ['--baseline', pathOf('quiet.json'), pathOf('log.json')],
          ['--baseline', '2026-03-01', pathOf('quiet.json'), pathOf('log.json')],
          ['--baseline', '2026-02-01', pathOf('quiet.json'), pathOf('log.json')],
        ].map((args) => ran([...asked, ...args])),
      );
      const told = answers.map(({ stdout }) => JSON.parse(stdout).questions[0].answer);
      const one = 'first 2026-03-01 08:00:00 UTC.';
      assert.deepEqual(told, [
        `2 things new, compared with the other logs. First: New bucket of alice: away, ${one}`,
        `2 things new, compared with the time until 2026-03-01 00:00:00 UTC. First: New bucket of alice: away, ${one}`,
        'The time to compare with reaches until 2026-02-01 00:00:00 UTC, and no event of these logs is earlier: the first one was at 2026-02-27 08:00:00 UTC.',
      ]);
    }));

  test('takes no two times, and no standard input, as what is compared with', async () => {
    const both = await ran(['ask', '--baseline', '2026-03-01', '--baseline', '2026-03-02', '-']);
    const stdin = await ran(['ask', '--baseline', '-', 'log.json']);
    assert.deepEqual(
      [both, stdin].map(({ code, stderr }) => [code, stderr.split(' See ')[0]]),
      [
        [2, 'workmail-trail: --baseline takes one day or time, or else files and folders alone.'],
        [2, 'workmail-trail: --baseline takes a day, a time, a file or a folder.'],
      ],
    );
  });

  test('knows its questions', async () => {
    const { code, stderr } = await ran(['ask', '--question', 'weather', '-']);
    assert.equal(code, 2);
    assert.match(stderr, /^workmail-trail: --question: there is no question weather\. Questions: way-in, /);
  });

  test('says what could not be read', () =>
    withFiles({}, async (pathOf) => {
      const { code, stderr } = await ran(['ask', pathOf('gone.json')]);
      assert.deepEqual({ code, isNamed: stderr.includes('gone.json') }, { code: 2, isNamed: true });
    }));
});
