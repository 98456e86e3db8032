import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ask, groundsOf } from '../../../../server/src/core';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { inFull, type ShortRecord } from '../../../support/shortRecords';

const role = 'arn:aws:iam::999999999999:role/Take';
const job: ShortRecord = {
  at: '08:00:00',
  call: 'workmail StartMailboxExportJob',
  by: 'mallory',
  request: { entityId: 'u-1', s3BucketName: 'away', roleArn: role },
  answer: { jobId: 'j-1' },
};
const roleTaken: ShortRecord = {
  at: '08:00:20',
  call: 'sts AssumeRole',
  by: 'export.workmail.amazonaws.com',
  reads: true,
  request: { roleArn: role },
};
function told(records: readonly ShortRecord[]): unknown {
  const { findings, notCovered } = ask('mailbox-exported', groundsOf(evidenceOfEvents(inFull(records))));
  return {
    findings: findings
      .filter(({ kind }) => kind !== 'export')
      .map(({ kind, weight, summary, acts }) => ({ kind, weight, summary, events: acts.map(({ row }) => row.index) })),
    notCovered,
  };
}

suite('an export', () => {
  test('is told with the role that was taken for it', () => {
    const records = [job, roleTaken];
    assert.deepEqual(told(records), {
      findings: [
        {
          kind: 'role-taken',
          weight: 'info',
          summary: `WorkMail took the role ${role} 1 time, 2026-03-01 08:00:20 UTC: 1 export could write with it.`,
          events: [1],
        },
      ],
      notCovered: [],
    });
  });

  test('may never have run where nobody took its role', () => {
    assert.deepEqual(told([job]), {
      findings: [],
      notCovered: [
        'That WorkMail took the role of an export is not in these logs: they do not tell whether an export ran.',
      ],
    });
  });
});
