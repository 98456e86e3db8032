import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { ask, groundsOf, inquiryIds } from '../../../../server/src/core';
import { ownAnswers } from '../../../../server/src/core/investigate/questions/ownAnswers';
import { ownLogs } from '../../../../server/src/core/read/own/ownLogs';
import { inquiries } from '../../../../server/src/generated/questions';
import { evidenceOf } from '../../../support/evidenceOf';
import { projectRoot } from '../../../support/projectRoot';
import { callTo } from './asked';

const folder = path.join(projectRoot(), 'samples', 'readers');
const logs = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
);
const grounds = groundsOf(evidenceOf(logs));

const ORGANIZATION = 'arn:aws:workmail:us-east-1:111111111111:organization/m-0123456789abcdef0123456789abcdef';
const START = Date.parse('2026-06-01T08:00:00Z');

/** What is found of some records of these logs, without the counts of logs and sign-ins. @param records seconds from eight o'clock on, and the fields */
function found(id: keyof typeof ownAnswers, records: readonly (readonly [number, object])[]): readonly string[] {
  const lines = records.map(([seconds, fields], at) =>
    JSON.stringify({
      event_timestamp: START + 1000 * seconds,
      request_id: `r-${at}`,
      organization_arn: ORGANIZATION,
      ...fields,
    }),
  );
  return ask(id, groundsOf(evidenceOf({ 'own.jsonl': `${lines.join('\n')}\n` })))
    .findings.filter(({ kind }) => kind !== 'sign-ins')
    .map(({ weight, kind, summary }) => `${weight} ${kind}: ${summary}`);
}

const signIn = (user: string, address: string, worked: boolean): object => ({
  user_id: worked ? user : undefined,
  user: `${user}@example.com`,
  protocol: 'IMAP',
  source_ip: address,
  auth_successful: worked,
});

suite("questions that WorkMail's own logs tell more of", () => {
  const told = (id: keyof typeof ownAnswers): readonly string[] => {
    const kinds = new Set(inquiries()[id].own?.kinds);
    return ask(id, grounds)
      .findings.filter(({ kind }) => kinds.has(kind))
      .map(({ weight, kind, acts, summary }) => `${weight} ${kind} ${acts.length}: ${summary}`);
  };

  test('way-in: guessed passwords, a token and its use, and all sign-ins', () => {
    assert.deepEqual(told('way-in'), [
      'high guessed 8: 7 failed sign-ins for 3 names from 198.51.100.23, then a sign-in as owen.clarke@example.com that worked, 2026-06-10 11:02:10 to 2026-06-10 11:02:38 UTC; over IMAP; tried: info@example.com, owen.clarke@example.com, sales@example.com.',
      'medium token-made 3: owen.clarke@example.com tried to make a personal access token phone from 198.51.100.23, 2026-06-10 11:20:44 to 2026-06-10 14:01:50 UTC; 2 sign-ins by a token of this user after it, from 198.51.100.23 (by time).',
      'info sign-ins 6: 6 sign-ins to mailboxes by 4 users from 3 addresses, 2026-06-10 08:00:00 to 2026-06-10 14:01:50 UTC; 2 by a personal access token; over ActiveSync, IMAP, WindowsOutlook.',
    ]);
  });

  test('nobody is sent to look in a log that is here', () => {
    const here = (names: readonly string[]): readonly string[] => {
      const some = Object.fromEntries(names.map((name) => [name, logs[name] ?? '']));
      const { missing } = ask('mail-read', groundsOf(evidenceOf(some)));
      return missing?.map(({ log }) => log) ?? ['all'];
    };
    const bucket = 'CloudTrail data events of the bucket, or its server access logs.';
    const signIns = 'WorkMail audit logs: authentication and access control, where their delivery was switched on.';
    assert.deepEqual([['cloudtrail.json'], ['cloudtrail.json', 'mailbox-access.jsonl'], Object.keys(logs)].map(here), [
      ['all'],
      [signIns, bucket],
      [bucket],
    ]);
  });

  test('way-in says what the authentication log does not tell', () => {
    assert.ok(ask('way-in', grounds).notCovered.includes(inquiries()['way-in'].own?.notCovered ?? '-'));
  });

  test('sent-as: a message in the name of another', () => {
    assert.deepEqual(told('sent-as'), [
      'high sent-on-behalf 2: owen.clarke@example.com sent 1 message in the name of bruno.keller@example.com, 2026-06-10 14:02:33 to 2026-06-10 14:02:34 UTC; to dana@example.org; subject: Invoice 42: new account.',
    ]);
  });

  test('forwarding: an inbox rule that acted', () => {
    assert.deepEqual(told('forwarding'), [
      'high inbox-rule 1: An inbox rule called “.” sent 1 message on to owen.clarke.archive@example.net, 2026-06-10 13:40:14 UTC; that is outside of the domains in these logs; of mail for owen.clarke@example.com.',
    ]);
  });

  test('log-complete: how far the mailbox access log reaches', () => {
    assert.equal(
      told('log-complete')[0],
      'low own-log-read 2: The WorkMail mailbox access log holds 149 records, copies counted once, 2026-06-10 08:00:00 to 2026-06-11 02:05:09 UTC; it was delivered from 2026-05-04 08:04:56 UTC, and nothing of it is here before 2026-06-10 08:00:00 UTC.',
    );
  });

  test('slips of a finger accuse nobody, at a new address nor at one where people are at home', () => {
    const slips = [
      [1, signIn('ada', '192.0.2.1', false)],
      [9, signIn('ada', '192.0.2.1', true)],
      [20, signIn('ben', '192.0.2.1', false)],
      [21, signIn('ben', '192.0.2.1', false)],
      [22, signIn('ben', '192.0.2.1', false)],
      [23, signIn('ben', '192.0.2.1', true)],
    ] as const;
    assert.deepEqual(found('way-in', slips), []);
  });

  test('many names from one address are told though none worked', () => {
    const sprayed = ['a', 'b', 'c', 'd', 'e'].map((user, at) => [at, signIn(user, '203.0.113.9', false)] as const);
    assert.deepEqual(found('way-in', sprayed), [
      'medium sprayed: 5 failed sign-ins for 5 names from 203.0.113.9, none of which worked, 2026-06-01 08:00:00 to 2026-06-01 08:00:04 UTC; tried: a@example.com, b@example.com, c@example.com and 2 more.',
    ]);
  });

  test('failures of which the log does not tell from where, by name and method', () => {
    const nowhere = (user: string, worked: boolean): object => ({
      ...signIn(user, '', worked),
      source_ip: undefined,
      method: 'basic',
    });
    const tries = ['ada', 'ada', 'ben', 'ada'].map((user, at) => [at, nowhere(user, false)] as const);
    assert.deepEqual(found('way-in', [...tries, [60, nowhere('ada', true)]]), [
      "low guessing: 3 failed sign-ins as ada@example.com, from where is not told, 2026-06-01 08:00:00 to 2026-06-01 08:00:03 UTC; a sign-in as ada@example.com worked later, 2026-06-01 08:01:00 UTC, and whether from the same place can't be told; method basic; over IMAP.",
      'info failed-sign-ins: 1 failed sign-in for 1 name, from where is not told, 2026-06-01 08:00:02 UTC; tried: ben@example.com; method basic; over IMAP.',
    ]);
  });

  test('many names from an address where somebody signed in before, and who is at home there', () => {
    const tries = ['a', 'b', 'c', 'd', 'e'].map((user, at) => [60 + at, signIn(user, '203.0.113.9', false)] as const);
    const tried = 'from 203.0.113.9, none of which worked, 2026-06-01 08:01:00 to 2026-06-01 08:01:04 UTC; tried:';
    assert.deepEqual(
      [
        [[1, signIn('ada', '203.0.113.9', true)], ...tries] as const,
        [[1, signIn('ada', '203.0.113.9', true)], ...tries, [90, signIn('c', '203.0.113.9', true)]] as const,
      ].map((records) => found('way-in', records)),
      [
        [
          `medium sprayed: 5 failed sign-ins for 5 names ${tried} a@example.com, b@example.com, c@example.com and 2 more.`,
        ],
        [],
      ],
    );
  });

  test('a sign-in that worked long after the failures is told as no more than that', () => {
    const tries = [0, 2, 4].map((at) => [at, signIn('ada', '203.0.113.9', false)] as const);
    assert.deepEqual(found('way-in', [...tries, [7200, signIn('ada', '203.0.113.9', true)]]), [
      'low guessing: 3 failed sign-ins for 1 name from 203.0.113.9, none of which worked, 2026-06-01 08:00:00 to 2026-06-01 08:00:04 UTC; a sign-in from there as ada@example.com worked later, 2026-06-01 10:00:00 UTC; tried: ada@example.com.',
    ]);
  });

  test('a second name that was guessed from the same address', () => {
    const tries = (user: string, from: number): readonly (readonly [number, object])[] =>
      [0, 1, 2].map((at) => [from + at, signIn(user, '203.0.113.9', at === 2)] as const);
    const bystander = [30, signIn('cleo', '203.0.113.9', true)] as const;
    assert.deepEqual(
      found('way-in', [[0, signIn('ada', '203.0.113.9', false)], ...tries('ada', 1), ...tries('ben', 9), bystander]),
      [
        'high guessed: 3 failed sign-ins for 1 name from 203.0.113.9, then a sign-in as ada@example.com that worked, 2026-06-01 08:00:00 to 2026-06-01 08:00:11 UTC; then sign-ins that worked as ben@example.com, whose names failed from there, too; over IMAP; tried: ada@example.com.',
      ],
    );
  });

  test('one name that was tried from many addresses, with and without one that people are at home at', () => {
    const tries = (count: number): readonly (readonly [number, object])[] =>
      Array.from({ length: count }, (_, at) => [60 * at, signIn('ada', `203.0.113.${at}`, false)] as const);
    const [home, worked] = [
      [1, signIn('ben', '203.0.113.4', true)] as const,
      [400, signIn('ada', '198.51.100.7', true)] as const,
    ];
    assert.deepEqual(
      [tries(4), tries(5), [...tries(5), worked], [...tries(5), home, worked]].map((records) =>
        found('way-in', records),
      ),
      [
        [],
        [
          'low guessing: 5 failed sign-ins as ada@example.com from 5 addresses, 2026-06-01 08:00:00 to 2026-06-01 08:04:00 UTC; from 203.0.113.0, 203.0.113.1, 203.0.113.2 and 2 more.',
        ],
        [
          'medium guessed: 5 failed sign-ins as ada@example.com from 5 addresses, then a sign-in from 198.51.100.7 that worked, 2026-06-01 08:00:00 to 2026-06-01 08:06:40 UTC; from 203.0.113.0, 203.0.113.1, 203.0.113.2 and 2 more.',
        ],
        [],
      ],
    );
  });

  const access = (fields: object): object => ({
    protocol: 'EWS',
    object_type: 'Message',
    action_allowed: true,
    ...fields,
  });

  test('who sends out of a mailbox of their own is not told, whoever else does is', () => {
    const sent = { action: 'submit_email_for_sending', owner_id: 'u1' };
    assert.deepEqual(
      found('sent-as', [
        [1, access({ ...sent, user_id: 'u1' })],
        [2, access({ ...sent, user_id: 'u2' })],
        [3, access({ ...sent, user_id: 'u3', action_allowed: false })],
        [4, access({ ...sent, user_id: 'u1', impersonator_id: 'role-1' })],
      ]),
      [
        'high sent-by-another: u2 sent 1 message from the mailbox of u1, 2026-06-01 08:00:02 UTC.',
        'high sent-by-another: Impersonation role role-1 sent 1 message from the mailbox of u1, 2026-06-01 08:00:04 UTC.',
        'low sent-by-another: u3 was refused to send 1 message from the mailbox of u1, 2026-06-01 08:00:03 UTC.',
      ],
    );
  });

  test('mail-changed: what others deleted, and what they were refused; what people delete of their own is not told', () => {
    const gone = { action: 'delete', owner_id: 'u1' };
    assert.deepEqual(
      found('mail-changed', [
        [1, access({ ...gone, user_id: 'u1', item_id: 'i1' })],
        [2, access({ ...gone, user_id: 'u2', item_id: 'i2' })],
        [3, access({ ...gone, user_id: 'u2', item_id: 'i2' })],
        [4, access({ ...gone, user_id: 'u2', item_id: 'i3', action_allowed: false })],
        [5, access({ ...gone, user_id: 'u1', impersonator_id: 'role-1' })],
        [6, access({ ...gone, user_id: 'u3', item_id: 'i4', action_allowed: undefined })],
      ]),
      [
        'high deleted-by-another: Impersonation role role-1 deleted something, how much is not told, in the mailbox of u1, 2026-06-01 08:00:05 UTC.',
        'medium deleted-by-another: u2 deleted 1 item in the mailbox of u1, 2026-06-01 08:00:02 to 2026-06-01 08:00:03 UTC.',
        'medium deleted-by-another: u3 tried to delete 1 item in the mailbox of u1, 2026-06-01 08:00:06 UTC; whether it was let, the log does not tell.',
        'low deleted-by-another: u2 was refused to delete 1 item in the mailbox of u1, 2026-06-01 08:00:04 UTC.',
      ],
    );
  });

  test('destroyed: what others deleted, beside calls and without any', () => {
    const gone = access({ action: 'delete', owner_id: 'u1', user_id: 'u2', item_id: 'i2' });
    const own = access({ action: 'delete', owner_id: 'u1', user_id: 'u1', item_id: 'i1' });
    const calls = { 'cloudtrail.json': logs['cloudtrail.json'] ?? '' };
    const beside = { ...calls, 'own.jsonl': JSON.stringify(own) };
    assert.deepEqual(
      [
        found('destroyed', [[1, gone]]),
        found('destroyed', [[1, own]]),
        ask('destroyed', groundsOf(evidenceOf(beside))).notCovered,
      ],
      [
        ['medium deleted-by-another: u2 deleted 1 item in the mailbox of u1, 2026-06-01 08:00:01 UTC.'],
        [],
        [inquiries().destroyed.own?.notCovered],
      ],
    );
  });

  test('mail-read and mail-changed: to whom a message was that was fetched or replaced on its way, as a function was told', () => {
    const flow = (messageId: string, to: string): string =>
      JSON.stringify({
        summaryVersion: '2018-10-10',
        envelope: { mailFrom: { address: 'dana@example.org' }, recipients: [{ address: to }] },
        subject: 'Invoice 42',
        messageId,
        flowDirection: 'INBOUND',
      });
    const id = 'd1234567-8e90-4f23-956a-1b2c3d4e5f60';
    const calls = ['GetRawMessageContent', 'PutRawMessageContent'].map((eventName, minute) =>
      callTo('workmailmessageflow', minute, eventName, { requestParameters: { messageId: id } }),
    );
    const other = 'e1234567-8e90-4f23-956a-1b2c3d4e5f60';
    const story = (flows: readonly string[]): ReturnType<typeof groundsOf> =>
      groundsOf(evidenceOf({ 'calls.json': JSON.stringify({ Records: calls }), 'flows.jsonl': flows.join('\n') }));
    const said = (flows: readonly string[]): unknown =>
      (['mail-read', 'mail-changed'] as const).map((question) =>
        ask(question, story(flows)).findings.map(({ acts, summary }) => [
          acts.length,
          summary.replace(/^.* UTC: /, ''),
        ]),
      );
    const whose = 'a message to alice@example.com, subject: Invoice 42 (certain: the same id of the message)';
    assert.deepEqual(
      [
        said([flow(other, 'bob@example.com')]),
        said([flow(id.toUpperCase(), 'alice@example.com'), flow(other, 'bob@example.com')]),
      ],
      [
        [[[1, `called GetRawMessageContent on ${id}.`]], [[1, `replaced the content of the message ${id}.`]]],
        [
          [[2, `called GetRawMessageContent on ${id}; ${whose}.`]],
          [[2, `replaced the content of the message ${id}; ${whose}.`]],
        ],
      ],
    );
  });

  test('mail-changed does not say that the logs cannot tell, where one is here that can', () => {
    const calls = { 'cloudtrail.json': logs['cloudtrail.json'] ?? '' };
    const said = [calls, { ...calls, 'mailbox-access.jsonl': logs['mailbox-access.jsonl'] ?? '' }].map(
      (some) => ask('mail-changed', groundsOf(evidenceOf(some))).sentence,
    );
    assert.deepEqual(said, [
      'No message in transit was replaced and no retention was changed; what happened inside of mailboxes these logs cannot tell.',
      'No message in transit was replaced and no retention was changed, and no record of the mailbox access log here tells that somebody deleted something in the mailbox of another.',
    ]);
  });

  test('forwarding: journaling is of the call before it that was not refused', () => {
    const copy = {
      traceId: 't-1',
      event: { eventName: 'JOURNALING_INITIATED', journalingAddress: 'copies@example.net' },
    };
    const mail = [copy, copy, { ...copy, traceId: 't-2' }].map((record, at) => ({
      timestamp: START + 1000 * at,
      message: JSON.stringify(record),
    }));
    const [before, refused, after] = ['before', 'refused', 'after'].map((userName, at) => ({
      eventVersion: '1.11',
      userIdentity: { type: 'IAMUser', userName },
      eventTime: `2026-0${at === 2 ? 7 : 5}-01T08:0${at}:00Z`,
      eventSource: 'workmail.amazonaws.com',
      eventName: 'SetJournalingRules',
      awsRegion: 'us-east-1',
      sourceIPAddress: '192.0.2.9',
      ...(at === 1 && { errorCode: 'AccessDenied' }),
      requestParameters: null,
      eventID: `e-${at}`,
    }));
    const told = [
      [refused, after],
      [before, refused, after],
    ].map((Records) =>
      ask(
        'forwarding',
        groundsOf(
          evidenceOf({ 'mail.json': JSON.stringify({ events: mail }), 'calls.json': JSON.stringify({ Records }) }),
        ),
      )
        .findings.filter(({ kind }) => kind === 'journaled')
        .map(({ summary }) => summary),
    );
    const copies =
      'Copies of 2 messages went to the journaling address copies@example.net, 2026-06-01 08:00:00 to 2026-06-01 08:00:02 UTC';
    assert.deepEqual(told, [
      [`${copies}.`],
      [`${copies}; SetJournalingRules was called by before, 2026-05-01 08:00:00 UTC (by time).`],
    ]);
  });

  test('sent-as: heads of mails may have names before an address', () => {
    const lines = [
      ['ADA@example.com', '"Ada" <ada@example.com>'],
      ['Ben <ben@example.com>', 'ada@example.com'],
    ].map(([sender, from]) =>
      JSON.stringify({ traceId: sender, event: { eventName: 'OUTGOING_EMAIL_SENT', sender, from } }),
    );
    assert.deepEqual(
      ask('sent-as', groundsOf(evidenceOf({ 'mail.jsonl': lines.join('\n') }))).findings.map(({ summary }) => summary),
      ['Ben <ben@example.com> sent 1 message in the name of ada@example.com, at a time that cannot be read.'],
    );
  });

  test('sharing that was changed: heavy where somebody else did it', () => {
    const changed = { action: 'update_permissions', owner_id: 'u1', object_type: 'Folder' };
    assert.deepEqual(
      found('guards-off', [
        [1, access({ ...changed, user_id: 'u1' })],
        [2, access({ ...changed, user_id: 'u2' })],
        [3, access({ ...changed, user_id: 'u2', action_allowed: false })],
      ]),
      [
        'high sharing-changed: u2 changed 1 time who may use folders of the mailbox of u1, 2026-06-01 08:00:02 UTC; who was let in is not told: look at the folders themselves.',
        'low sharing-changed: u1 changed 1 time who may use folders of their own mailbox, 2026-06-01 08:00:01 UTC; who was let in is not told: look at the folders themselves.',
      ],
    );
  });

  const tokens = (user: object, action: string): object => ({ ...user, action, name: 'phone', source_ip: '192.0.2.1' });

  test('tokens: users by their ids, else by their names, and what was deleted again', () => {
    const use = { protocol: 'IMAP', source_ip: '192.0.2.1', auth_successful: true, personal_access_token_id: 't' };
    assert.deepEqual(
      found('app-access', [
        [1, tokens({ user: 'Ada@example.com' }, 'create')],
        [2, { ...use, user_id: 'u1', user: 'ada@example.com' }],
        [3, { ...use, user: 'ben@example.com' }],
        [4, tokens({ user: 'ada@example.com' }, 'delete')],
        [5, tokens({ user: 'ben@example.com' }, 'delete')],
      ]),
      [
        'medium token-made: Ada@example.com tried to make a personal access token phone from 192.0.2.1, 2026-06-01 08:00:01 to 2026-06-01 08:00:02 UTC; 1 sign-in by a token of this user after it, from 192.0.2.1 (by time); then tried to delete one of that name, 2026-06-01 08:00:04 UTC.',
        'info token-deleted: ben@example.com tried to delete a personal access token phone from 192.0.2.1, 2026-06-01 08:00:05 UTC; that it was made, these logs do not tell.',
      ],
    );
  });

  test('tokens: one that was used before another was made is not that one', () => {
    const use = (id: string): object => ({
      user_id: 'u1',
      protocol: 'IMAP',
      source_ip: '192.0.2.1',
      auth_successful: true,
      personal_access_token_id: id,
    });
    assert.deepEqual(
      found('app-access', [
        [1, use('old')],
        [60, tokens({ user_id: 'u1' }, 'create')],
        [90, use('old')],
        [99, use('new')],
      ]),
      [
        'medium token-made: u1 tried to make a personal access token phone from 192.0.2.1, 2026-06-01 08:01:00 to 2026-06-01 08:01:39 UTC; 1 sign-in by a token of this user after it, from 192.0.2.1 (by time).',
      ],
    );
  });

  test('tokens: nothing is said of their use where the log that tells it is not here', () => {
    assert.deepEqual(found('app-access', [[1, tokens({ user_id: 'u1' }, 'create')]]), [
      'medium token-made: u1 tried to make a personal access token phone from 192.0.2.1, 2026-06-01 08:00:01 UTC; the authentication log, which tells of sign-ins by a token, is not here.',
    ]);
  });

  test('app-access: systems that were asked for free and busy times', () => {
    const asks = { user_id: 'u1', type: 'EWS', domain: 'd.example', ews_endpoint: 'https://a.example/ews' };
    const asked = (fields: object): object => ({ ...asks, availability_event_successful: true, ...fields });
    assert.deepEqual(
      found('app-access', [
        [1, asked({})],
        [2, asked({ user_id: 'u2', availability_event_successful: false, error_message: 'no answer' })],
        [3, asked({ type: 'LAMBDA', ews_endpoint: undefined, function_arn: 'arn:aws:lambda:f' })],
      ]),
      [
        'info calendar-asked: Free and busy times of the domain d.example were asked for 2 times at https://a.example/ews, 2026-06-01 08:00:01 to 2026-06-01 08:00:02 UTC; by u1, u2; 1 of them failed: no answer.',
        'info calendar-asked: Free and busy times of the domain d.example were asked for 1 time at arn:aws:lambda:f, 2026-06-01 08:00:03 UTC; by u1.',
      ],
    );
  });

  test('schemas and code name the same questions and logs', () => {
    const named = inquiryIds.filter((id) => inquiries()[id].own !== undefined && id !== 'mail-read');
    assert.deepEqual(named.sort(), Object.keys(ownAnswers).sort());
    const known = new Set(ownLogs().map(({ id }) => id));
    assert.deepEqual(
      inquiryIds.flatMap((id) => inquiries()[id].own?.logs.filter((log) => !known.has(log)) ?? []),
      [],
    );
  });
});
