import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { addEvent, emptySummary, type JsonObject, previewLinks, report, reportText } from '../../../server/src/core';
import { noLinks } from '../../../server/src/core/investigate/links';
import { projectRoot } from '../../support/projectRoot';
import { unwrapped } from '../../support/unwrapped';
import { factsIn, recordOf, roleSession } from './given';

const sources = [{ label: 'a log', form: 'CloudTrail log file' }];

function textOf(log: string): string {
  const summary = emptySummary();
  for (const facts of factsIn(log)) addEvent(summary, 0, facts);
  return unwrapped(reportText(summary, sources, noLinks));
}

function section(text: string, from: string, to: string): readonly string[] {
  const lines = text.slice(text.indexOf(from) + from.length, text.indexOf(to)).split('\n');
  return lines.filter((line) => line !== '');
}

const exportJob = (own: JsonObject): JsonObject =>
  recordOf('StartMailboxExportJob', {
    requestParameters: {
      roleArn: 'arn:aws:iam::999988887777:role/Reader',
      kmsKeyArn: 'arn:aws:kms:us-east-1:999988887777:key/1',
      s3BucketName: 'taken',
    },
    ...own,
  });

const records: readonly JsonObject[] = [
  exportJob({ eventID: 'e-1' }),
  exportJob({
    eventID: 'e-2',
    eventTime: '2026-03-02T09:00:00Z',
    userIdentity: roleSession,
    errorCode: 'AccessDenied',
  }),
  recordOf('PutMailboxPermissions', {
    eventID: 'e-3',
    eventTime: '2026-03-01T07:00:00Z',
    requestParameters: { entityId: 'x', granteeId: 'y', permissionValues: ['FULL_ACCESS'] },
  }),
];

suite('what parameters say', () => {
  const text = textOf(JSON.stringify({ Records: records }));

  test('once for calls of one action that say the same, in the order it was said first', () => {
    assert.deepEqual(section(text, 'What their parameters say', 'As they happened'), [
      '* Note 1: PutMailboxPermissions by alice at 2026-03-01 07:00:00. permissionValues: Opens the whole mailbox to the grantee.',
      '* Note 2: StartMailboxExportJob by alice, Admin/bob at 2026-03-01 08:00:00, 2026-03-02 09:00:00 (failed). ' +
        'roleArn, kmsKeyArn: Belongs to another account than the one that received this record: that account has a hand in the outcome.',
    ]);
  });

  test('names a parameter once, before all that is said of it', () => {
    const grant = recordOf('PutMailboxPermissions', {
      requestParameters: { entityId: 'x', granteeId: 'y', permissionValues: ['FULL_ACCESS', 'SEND_AS'] },
    });
    assert.deepEqual(
      section(textOf(JSON.stringify({ Records: [grant] })), 'What their parameters say', 'As they happened').map(
        (line) => line.replace(/^.*? at /, ''),
      ),
      [
        '08:00:00. permissionValues: Opens the whole mailbox to the grantee. ' +
          "Lets the grantee write in the owner's name without a trace in the message.",
      ],
    );
  });

  test('the table refers to it', () => {
    assert.deepEqual(section(text, 'As they happened', 'Why these actions').slice(2), [
      '2026-03-01 07:00:00       1  PutMailboxPermissions (critical), note 1  alice on x, y',
      '2026-03-01 08:00:00       1  StartMailboxExportJob (critical), note 2  alice on taken',
      '2026-03-02 09:00:00       1  StartMailboxExportJob (critical), note 2  Admin/bob on taken, failed: AccessDenied',
    ]);
  });

  test('tells the theft of mail in the samples from the announced move', () => {
    const notesIn = (...file: readonly string[]): readonly string[] => {
      const log = readFileSync(path.join(projectRoot(), 'samples', ...file), 'utf8');
      return section(textOf(log), 'What their parameters say', 'As they happened').map((line) =>
        line.replace(/ (?:by|stands) .*/, ''),
      );
    };
    assert.deepEqual(notesIn('incident', 'stolen-key.json'), [
      '* Note 1: CreateImpersonationRole',
      '* Note 2: StartMailboxExportJob',
    ]);
    assert.deepEqual(notesIn('migration', 'announced-move.json'), ['No recorded parameter of these calls']);
  });
});

suite('tables that fit a page', () => {
  const longRole = {
    ...roleSession,
    arn: `arn:aws:sts::111122223333:assumed-role/${'R'.repeat(60)}/dana.smith@example.com`,
  };
  const summary = emptySummary();
  const log = JSON.stringify({ Records: [recordOf('ResetPassword', { userIdentity: longRole }), ...records] });
  for (const facts of factsIn(log)) addEvent(summary, 0, facts);
  const markdown = report(
    summary,
    sources,
    previewLinks(() => undefined),
  );
  const cells = markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => line.split(' | '));

  test('a name without a place to break loses its middle, not the person at its end', () => {
    assert.ok(
      cells.some((cell) => /^`R{19}…[a-z.]*smith@example\.com`/.test(cell)),
      cells.join('\n'),
    );
  });

  test('and is there in full below its table', () => {
    assert.match(markdown, /^- In full: .*R{60}\/dana\.smith@example\.com/m);
  });

  test('titles of times do not break', () => {
    const titles = cells.filter((cell) => cell.includes('(UTC)') && !cell.includes('From (UTC)'));
    assert.ok(titles.length > 0);
    for (const title of titles)
      assert.match(title, /^(?:\| )?(?:Date&nbsp;and&nbsp;time|Earliest|Latest)&nbsp;\(UTC\)/);
  });
});
