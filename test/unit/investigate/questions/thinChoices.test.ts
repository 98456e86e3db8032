import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ask, groundsOf, type InquiryId, type JsonObject } from '../../../../server/src/core';
import { evidenceOf } from '../../../support/evidenceOf';
import { SeededNumbers } from '../../../support/seededNumbers';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const START = Date.UTC(2026, 2, 1, 8);
/** Without these nobody could tell who is meant. */
const KEPT = new Set(['organization_arn', 'user_id', 'owner_id']);

const written = (records: readonly JsonObject[]): string => records.map((record) => JSON.stringify(record)).join('\n');
const without = (records: readonly JsonObject[], names: ReadonlySet<string>): readonly JsonObject[] =>
  records.map((record) => Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name))));
const readings = (records: readonly JsonObject[]) =>
  ask('mail-read', groundsOf(evidenceOf({ 'log.jsonl': written(records) }))).findings.flatMap(
    ({ reading }) => reading ?? [],
  );

/** What one user did in one mailbox. */
function story(random: SeededNumbers): readonly JsonObject[] {
  const user = random.one(['u1', 'u1', 'u2']);
  return Array.from({ length: random.between(1, 12) }, () => {
    const action = random.one(['read', 'read', 'read_attachment', 'read_summary', 'read_hierarchy', 'copy', 'update']);
    const object =
      action === 'read_attachment' ? 'Attachment' : random.one(['Message', 'Message', 'Folder', 'Attachment']);
    const folder = random.between(1, 2);
    return {
      event_timestamp: START + 1000 * random.between(0, 50) + random.between(0, 1),
      request_id: `r${random.between(0, 30)}`,
      organization_arn: ARN,
      user_id: user,
      protocol: random.one(['EWS', 'IMAP']),
      source_ip: '192.0.2.1',
      user_agent: random.one(['A/1', 'B/1']),
      action,
      owner_id: 'u1',
      object_type: object,
      ...(object !== 'Folder' && { item_id: `i${random.between(0, 4)}` }),
      folder_path: `/f${folder}`,
      folder_id: `f${folder}`,
      ...(object === 'Attachment' && { attachment_path: `a${random.between(0, 2)}` }),
      action_allowed: random.between(0, 4) > 0,
    };
  });
}

test('a log with fewer fields gives the same numbers of what was read, or none', () => {
  const random = new SeededNumbers(1);
  const wrong: unknown[] = [];
  for (let run = 0; run < 150; run++) {
    const records = story(random);
    const names = new Set(records.flatMap((record) => Object.keys(record)));
    const dropped = new Set(Array.from(names).filter((name) => !KEPT.has(name) && random.between(0, 3) === 0));
    const [full] = readings(records);
    for (const thin of readings(without(records, dropped)))
      for (const name of ['items', 'folders', 'attachments', 'refused'] as const)
        if (thin[name] !== null && thin[name] !== (full?.[name] ?? 0)) wrong.push({ run, name, full, thin, dropped });
  }
  assert.deepEqual(wrong.slice(0, 1), []);
});

const signIn = {
  event_timestamp: START,
  request_id: 's-1',
  organization_arn: ARN,
  user_id: 'u1',
  user: 'jane@example.com',
  protocol: 'IMAP',
  source_ip: '192.0.2.1',
  method: 'basic',
  auth_successful: true,
  personal_access_token_id: 'pat-1',
};
const made = {
  event_timestamp: START - 60_000,
  request_id: 't-1',
  organization_arn: ARN,
  user_id: 'u1',
  user: 'jane@example.com',
  action: 'create',
  name: 'phone',
  scopes: ['a'],
};
const refused = {
  event_timestamp: START,
  request_id: 'a-1',
  organization_arn: ARN,
  user_id: 'u1',
  protocol: 'EWS',
  scope: 'ImpersonationAccessControl',
  access_granted: false,
};
const named = { ...refused, request_id: 'a-2', rule_id: 'rule-1', access_granted: true };

/** What is said behind the first sentence. */
function said(id: InquiryId, kind: string, records: readonly JsonObject[], ...names: readonly string[]): unknown {
  const { findings } = ask(id, groundsOf(evidenceOf({ 'log.jsonl': written(without(records, new Set(names))) })));
  return findings.filter((finding) => finding.kind === kind).map(({ summary }) => summary);
}

suite('what was not chosen is said to be not told, and never to be none:', () => {
  test('sign-ins', () => {
    assert.deepEqual(
      said('way-in', 'sign-ins', [signIn], 'source_ip', 'protocol', 'personal_access_token_id', 'user', 'user_id'),
      [
        '1 sign-in to mailboxes, 2026-03-01 08:00:00 UTC; by whom is not told; from where is not told; none is told to be by a personal access token; over which protocol is not told.',
      ],
    );
  });

  test('sign-ins by a token that was made', () => {
    const start = 'jane@example.com tried to make a personal access token phone, 2026-03-01 07:59:00';
    assert.deepEqual(
      [
        said('app-access', 'token-made', [made, signIn]),
        said('app-access', 'token-made', [made, signIn], 'personal_access_token_id'),
        said('app-access', 'token-made', [made, signIn], 'event_timestamp'),
      ],
      [
        [`${start} to 2026-03-01 08:00:00 UTC; 1 sign-in by a token of this user after it, from 192.0.2.1 (by time).`],
        [`${start} UTC; of no sign-in do these logs tell that it was by a token.`],
        [
          'jane@example.com tried to make a personal access token phone, at a time that cannot be read; whether a sign-in by a token of this user came after it, these logs do not tell.',
        ],
      ],
    );
  });

  test('rules that matched', () => {
    const words = (records: readonly JsonObject[], ...names: readonly string[]): unknown =>
      (said('guards-off', 'rule-decided', records, ...names) as readonly string[])
        .filter((summary) => summary.includes('refused'))
        .map((summary) => summary.replace(/^.*; /, ''));
    assert.deepEqual(
      [words([refused, named]), words([refused, named], 'rule_id')],
      [['no rule of the role matched.'], ['whether a rule matched, the log does not tell.']],
    );
  });
});
