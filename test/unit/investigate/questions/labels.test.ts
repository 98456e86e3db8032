import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { ask, type Finding, groundsOf, type InquiryId, inquiryIds } from '../../../../server/src/core';
import { nameOf } from '../../../../server/src/core/investigate/questions/told';
import { evidenceOf, evidenceOfEvents } from '../../../support/evidenceOf';
import { projectRoot } from '../../../support/projectRoot';
import { call, callTo } from './asked';

const samples = [
  'incident/stolen-key.json',
  'administration-day.json',
  'migration/announced-move.json',
  'mixed/move-with-a-theft.json',
];

/** All findings of all questions about a sample. */
function findingsIn(sample: string): readonly (Finding & { readonly id: InquiryId })[] {
  const grounds = groundsOf(evidenceOf({ log: readFileSync(path.join(projectRoot(), 'samples', sample), 'utf8') }));
  return inquiryIds.flatMap((id) => ask(id, grounds).findings.map((finding) => ({ ...finding, id })));
}

/** The labels that one question has for a log that holds these events. */
function labels(id: InquiryId, events: readonly unknown[]): readonly string[] {
  return ask(id, groundsOf(evidenceOfEvents(events))).findings.map(({ label }) => label);
}

const organizationId = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
const exported = (number: number, entityId: string): unknown =>
  call(number, 'StartMailboxExportJob', {
    requestParameters: { organizationId, entityId, s3BucketName: 'away' },
    responseElements: { jobId: `j-${number}` },
  });
const mailbox = 'aaaaaaaa-1111-4222-8333-444444444444';
const other = 'bbbbbbbb-1111-4222-8333-444444444444';

suite('the row of a finding', () => {
  for (const sample of samples) {
    test(`begins with what was done, and not with who did it, in ${sample}`, () => {
      const findings = findingsIn(sample).filter(({ id }) => id !== 'who-is-who');
      assert.ok(findings.length > 20, `${findings.length} findings`);
      const wrong = findings.filter(({ label, acts: [first] }) => {
        const [what = ''] = label.split(' · ');
        return !/^[A-Z\d]/.test(label) || what.toLowerCase().startsWith(nameOf(first).toLowerCase());
      });
      assert.deepEqual(
        wrong.map(({ id, label }) => `${id}: ${label}`),
        [],
      );
    });
  }

  test('tells of one call what it did, with ids as short as they can be read', () => {
    assert.deepEqual(labels('mailbox-exported', [exported(2, mailbox)]), [
      'Exported the mailbox aaaaaaaa-… to the bucket away · WMSDK · 2026-03-01 08:02',
    ]);
  });

  test('counts what many calls are about, each once', () => {
    const calls = [exported(2, mailbox), exported(3, other), exported(4, other)];
    assert.deepEqual(labels('mailbox-exported', calls), ['Exported 2 mailboxes · WMSDK · 2026-03-01 08:02']);
  });

  test('says how often one thing was done', () => {
    const calls = [exported(2, mailbox), exported(3, mailbox)];
    assert.deepEqual(labels('mailbox-exported', calls), [
      'Exported the mailbox aaaaaaaa-… to the bucket away, 2 times · WMSDK · 2026-03-01 08:02',
    ]);
  });

  test('tells of some actions two, and counts the others', () => {
    const calls = ['SetJournalingRules', 'CreateSmtpGateway', 'UpdateSmtpGateway'].map((name, at) => call(at, name));
    const rules = ['CreateInboundMailFlowRule', 'UpdateInboundMailFlowRule', 'CreateOutboundMailFlowRule'];
    const made = rules.map((name, at) => call(at + 3, name));
    assert.deepEqual(labels('forwarding', [...calls, ...made]), [
      'Set where copies of all mail are sent · WMSDK · 2026-03-01 08:00',
      'Made a rule for incoming mail; changed a rule for incoming mail and 1 more call · WMSDK · 2026-03-01 08:03',
      'Made a gateway that mail is sent through; changed a gateway that mail is sent through · WMSDK · 2026-03-01 08:01',
    ]);
  });

  test('says of calls that failed that they were tried', () => {
    const calls = [2, 3].map((number) => call(number, 'StartMailboxExportJob', { errorCode: 'AccessDenied' }));
    assert.deepEqual(labels('mailbox-exported', calls), [
      'Tried StartMailboxExportJob, which failed, 2 times · WMSDK · 2026-03-01 08:02',
    ]);
  });

  test('begins with the name where the question is who', () => {
    assert.deepEqual(labels('who-is-who', [exported(2, mailbox), callTo('s3', 3, 'ListBuckets')]), [
      'WMSDK (key AKIAIOSFODNN7EXAMPLE): 2 calls',
    ]);
  });
});
