import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ask, groundsOf, inquiryIds } from '../../../../server/src/core';
import { inquiries } from '../../../../server/src/generated/questions';
import { evidenceOf } from '../../../support/evidenceOf';
import { projectRoot } from '../../../support/projectRoot';
import { inFull, ORGANIZATION } from '../../../support/shortRecords';

const START = Date.parse('2026-03-01T08:00:00Z');

/** All logs of a folder, expected results left out. */
function logsIn(...folder: readonly string[]): Readonly<Record<string, string>> {
  const at = path.join(projectRoot(), ...folder);
  const names = readdirSync(at).filter((name) => !name.endsWith('.expected.json'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(at, name), 'utf8')]));
}

/** Lines of audit logs, a second after each other. */
function audit(records: readonly object[]): string {
  const lines = records.map((fields, at) =>
    JSON.stringify({
      event_timestamp: START + 1000 * at,
      request_id: `r-${at}`,
      organization_arn: `arn:aws:workmail:us-east-1:111111111111:organization/${ORGANIZATION}`,
      ...fields,
    }),
  );
  return lines.join('\n');
}

/** E-mail events, a second after each other. */
function mail(events: readonly object[]): string {
  const lines = events.map((event, at) => ({
    timestamp: START + 1000 * at,
    message: JSON.stringify({ traceId: `t-${at}`, event }),
    ingestionTime: START,
  }));
  return JSON.stringify({ events: lines });
}

const failure = (user: string, source_ip: string): object => ({
  user,
  protocol: 'IMAP',
  source_ip,
  auth_successful: false,
});

/** What the samples have none of. */
const others = {
  'calls.json': JSON.stringify({
    Records: inFull([
      {
        at: '08:00:01',
        call: 'workmail PutAccessControlRule',
        request: { name: 'door', effect: 'ALLOW', description: 'x', ipRanges: ['0.0.0.0/0'] },
      },
    ]),
  }),
  'own.jsonl': audit([
    ...['ada', 'ben', 'cem', 'dan', 'eva'].map((user) => failure(`${user}@example.com`, '203.0.113.9')),
    ...Array.from({ length: 30 }, () => failure('ada@example.com', '203.0.113.10')),
    { user: 'fay@example.com', protocol: 'IMAP', auth_successful: false },
    { user_id: 'ada', protocol: 'IMAP', source_ip: '203.0.113.9', scope: 'AccessControl', access_granted: false },
    {
      user_id: 'ada',
      protocol: 'IMAP',
      source_ip: '203.0.113.9',
      scope: 'AccessControl',
      rule_id: 'door',
      access_granted: true,
    },
    { user_id: 'ada', action: 'delete', name: 'old phone', protocol: 'webapp' },
    ...['update_permissions', 'submit_email_for_sending'].map((action) => ({
      user_id: 'ada',
      owner_id: 'ben',
      protocol: 'EWS',
      action,
      object_type: 'Folder',
      action_allowed: true,
    })),
  ]),
  'mail.json': mail([
    { eventName: 'RULE_APPLIED', ruleName: 'all', ruleType: 'OUTBOUND_RULE', ruleActions: ['BOUNCE'] },
    { eventName: 'JOURNALING_INITIATED', journalingAddress: 'copies@example.net' },
  ]),
};

test('each kind of finding that records of own logs speak for is named by the question, and each that is named is found', () => {
  const named: string[] = [];
  const found = new Set<string>();
  const stories = [logsIn('samples', 'readers'), logsIn('test', 'fixtures', 'own-logs'), others];
  for (const story of stories) {
    const grounds = groundsOf(evidenceOf(story));
    for (const id of inquiryIds)
      for (const { kind, acts } of ask(id, grounds).findings)
        if (acts.some(({ facts }) => facts.service === 'own')) found.add(`${id}: ${kind}`);
  }
  for (const id of inquiryIds) named.push(...(inquiries()[id].own?.kinds ?? []).map((kind) => `${id}: ${kind}`));
  assert.deepEqual([...found].sort(), named.sort());
});
