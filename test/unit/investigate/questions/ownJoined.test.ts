import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import {
  ask,
  type ChainAsked,
  chainOf,
  groundsOf,
  type InquiryId,
  inquiryIds,
  type JsonObject,
} from '../../../../server/src/core';
import { evidenceOf } from '../../../support/evidenceOf';
import { projectRoot } from '../../../support/projectRoot';
import { inFull, ORGANIZATION, type ShortRecord } from '../../../support/shortRecords';

const START = Date.parse('2026-03-01T08:00:00Z');
const ARN = `arn:aws:workmail:us-east-1:111111111111:organization/${ORGANIZATION}`;

/** Seconds from eight o'clock on, and the fields of a record. */
type Said = readonly [seconds: number, fields: JsonObject];

const audit = (records: readonly Said[]): string =>
  records
    .map(([seconds, fields], at) =>
      JSON.stringify({
        event_timestamp: START + 1000 * seconds,
        request_id: `r-${at}`,
        organization_arn: ARN,
        ...fields,
      }),
    )
    .join('\n');

const mail = (records: readonly Said[]): string =>
  JSON.stringify({
    events: records.map(([seconds, { traceId = 't', ...event }]) => ({
      timestamp: START + 1000 * seconds,
      message: JSON.stringify({ traceId, event }),
      ingestionTime: START,
    })),
  });

interface Story {
  readonly calls?: readonly ShortRecord[];
  readonly own?: readonly Said[];
  readonly mail?: readonly Said[];
}

const evidence = ({ calls = [], own = [], mail: sent = [] }: Story): ReturnType<typeof evidenceOf> =>
  evidenceOf({
    ...(calls.length > 0 && { calls: JSON.stringify({ Records: inFull(calls) }) }),
    ...(own.length > 0 && { own: audit(own) }),
    ...(sent.length > 0 && { mail: mail(sent) }),
  });

/** What the links of the first access say. */
const links = (story: Story): readonly string[] =>
  ask('attack-order', groundsOf(evidence(story)))
    .findings.flatMap((finding) => finding.links ?? [])
    .map(({ step, sentence, acts, missing }) => {
      const where = acts.map(({ row }) => `${row.file}#${row.index}`).join(' ');
      return `${step}: ${sentence} [${missing === undefined ? where : `look for ${missing}`}]`;
    });

const found = (id: InquiryId, kind: string, story: Story): readonly string[] =>
  ask(id, groundsOf(evidence(story)))
    .findings.filter((finding) => finding.kind === kind)
    .map(({ weight, summary, acts }) => `${weight} ${acts.length}: ${summary}`);

const people: readonly ShortRecord[] = ['alice', 'bob'].flatMap((name): readonly ShortRecord[] => [
  {
    at: '06:00:00',
    call: 'workmail CreateUser',
    request: { name, displayName: name },
    answer: { userId: `u-${name}` },
  },
  {
    at: '06:00:05',
    call: 'workmail RegisterToWorkMail',
    request: { entityId: `u-${name}`, email: `${name}@example.com` },
  },
]);
const granted: ShortRecord = {
  at: '07:30:00',
  call: 'workmail PutMailboxPermissions',
  request: { entityId: 'u-alice', granteeId: 'u-bob', permissionValues: ['FULL_ACCESS', 'SEND_ON_BEHALF'] },
};
const asBob = { user_id: 'u-bob', owner_id: 'u-alice', protocol: 'EWS', source_ip: '203.0.113.9' };
const read: Said = [60, { ...asBob, action: 'read', object_type: 'Message', item_id: 'i-1', action_allowed: true }];
const LETS_IN = 'PutMailboxPermissions by jane (key AKIAXXXXXJANEEXAMPLE), 2026-03-01 07:30:00 UTC';
/** What is told of bob's reading, a message by each record. */
const readingOf = (what: string, how: string): string =>
  `medium ${Number(what.split(' ')[0]) + (how.startsWith(LETS_IN) ? 1 : 0)}: bob (u-bob) in the mailbox of alice (u-alice): read ${what}; over EWS; from 203.0.113.9; ${how}.`;
const sent: readonly Said[] = [
  [
    90,
    {
      eventName: 'OUTGOING_EMAIL_SUBMITTED',
      traceId: 'out',
      recipients: ['x@example.org'],
      sender: 'bob@example.com',
      from: 'alice@example.com',
      subject: 'Invoice',
    },
  ],
  [
    91,
    {
      eventName: 'OUTGOING_EMAIL_SENT',
      traceId: 'out',
      recipient: 'x@example.org',
      sender: 'bob@example.com',
      from: 'alice@example.com',
      messageId: '<1@m>',
    },
  ],
  [
    92,
    {
      eventName: 'RULE_APPLIED',
      traceId: 'out',
      ruleName: 'copy',
      ruleType: 'OUTBOUND_RULE',
      targetRecipient: 'drop@example.net',
    },
  ],
];

suite('what was done with a right', () => {
  test('from the permission over what was read and sent to the rule that sent it on, each sentence with its events', () => {
    assert.deepEqual(links({ calls: [...people, granted], own: [read], mail: sent }), [
      'grant: jane (key AKIAXXXXXJANEEXAMPLE) gave bob (u-bob) FULL_ACCESS, SEND_ON_BEHALF on the mailbox alice (u-alice), 2026-03-01 07:30:00 UTC [calls#4]',
      'read: in the mailbox of alice (u-alice) the user read 1 message, 2026-03-01 08:01:00 UTC, from 203.0.113.9 (likely: the records name the same user and mailbox) [own#0]',
      'sent: 1 message by bob@example.com in the name of alice@example.com was sent, to x@example.org, subject Invoice, 2026-03-01 08:01:30 to 2026-03-01 08:01:31 UTC (likely: these are addresses of the two) [mail#0 mail#1]',
      'forwarded: a rule for outgoing mail called “copy” sent 1 message of it on to drop@example.net, 2026-03-01 08:01:32 UTC (certain: the same trace) [mail#2]',
    ]);
  });

  test('of a permission that was taken away before, and of none, nothing is told', () => {
    const ended: ShortRecord = {
      at: '07:40:00',
      call: 'workmail DeleteMailboxPermissions',
      request: { entityId: 'u-alice', granteeId: 'u-bob' },
    };
    assert.deepEqual(
      [links({ calls: [...people, granted, ended], own: [read] }), links({ calls: people, own: [read] })],
      [[], []],
    );
  });

  test('of what was read before, the records are not among the events, and that is said', () => {
    const before: Said = [-7200, { ...read[1], item_id: 'i-0' }];
    const story = { calls: [...people, granted], own: [before, read] };
    assert.deepEqual(
      [links(story)[1], found('mail-read', 'reading', story)],
      [
        'read: in the mailbox of alice (u-alice) the user read 2 messages, 2026-03-01 06:00:00 to 2026-03-01 08:01:00 UTC, from 203.0.113.9 (likely: the records name the same user and mailbox, but for 1 moment at which none of these calls held) [own#1]',
        [
          readingOf(
            '2 messages, 2026-03-01 06:00:00 to 2026-03-01 08:01:00 UTC',
            `${LETS_IN} lets them in (likely, but for 1 moment of it)`,
          ),
        ],
      ],
    );
  });

  test('of records without a time it is said that nobody can tell whether the permission held', () => {
    const untimed: Said = [0, { ...read[1], item_id: 'i-0', event_timestamp: 'soon' }];
    const calls = [...people, granted];
    assert.deepEqual(
      [[untimed], [untimed, read]].map((own) => [
        links({ calls, own })[1],
        ...found('mail-read', 'reading', { calls, own }),
      ]),
      [
        [
          "read: in the mailbox of alice (u-alice) the user read 1 message, at a time that cannot be read, from 203.0.113.9 (by time: whether it held then can't be told, the records name the same user and mailbox) [own#0]",
          readingOf(
            '1 message, at a time that cannot be read',
            `${LETS_IN} may let them in: whether it held then can't be told`,
          ),
        ],
        [
          "read: in the mailbox of alice (u-alice) the user read 2 messages, 2026-03-01 08:01:00 UTC, from 203.0.113.9 (likely: the records name the same user and mailbox, but for 1 record without a time, of which it can't be told) [own#1]",
          readingOf(
            '2 messages, 2026-03-01 08:01:00 UTC',
            `${LETS_IN} lets them in (likely); whether it held when 1 record without a time was made can't be told`,
          ),
        ],
      ],
    );
  });

  test('a permission in another organization lets nobody in, and takes none away', () => {
    const elsewhere = 'm-ffffffffffffffffffffffffffffffff';
    const there = { ...granted, request: { ...granted.request, organizationId: elsewhere } };
    const ended = { ...there, at: '07:40:00', call: 'workmail DeleteMailboxPermissions' };
    const told = (calls: readonly ShortRecord[]): readonly string[] =>
      found('mail-read', 'reading', { calls, own: [read] });
    assert.deepEqual(
      [told([...people, there]), told([...people, granted, ended])],
      [
        readingOf('1 message, 2026-03-01 08:01:00 UTC', 'no call in these logs gives access to this mailbox'),
        readingOf('1 message, 2026-03-01 08:01:00 UTC', `${LETS_IN} lets them in (likely)`),
      ].map((summary) => [summary]),
    );
  });

  test('a permission of a group lets in who is in it, as long as they are', () => {
    const group = (at: string, call: string): ShortRecord => ({
      at,
      call: `workmail ${call}`,
      request: { groupId: 'g-1', memberId: 'u-bob' },
    });
    const given = { ...granted, request: { ...granted.request, granteeId: 'g-1' } };
    const joins = (at: string): ShortRecord => group(at, 'AssociateMemberToGroup');
    const leaves = (at: string): ShortRecord => group(at, 'DisassociateMemberFromGroup');
    const told = (calls: readonly ShortRecord[]): readonly string[] =>
      links({ calls: [given, ...calls], own: [read] }).map((sentence) => sentence.replace(/:.*\[/, ' ['));
    const held = ['grant [calls#0]', 'read [own#0]'];
    assert.deepEqual(
      [
        [joins('07:00:00')],
        [joins('07:00:00'), joins('07:10:00')],
        [joins('07:00:00'), leaves('07:10:00'), joins('07:40:00')],
        [joins('07:00:00'), leaves('07:40:00')],
        [joins('08:30:00')],
      ].map((calls) => told(calls).slice(0, 2)),
      [held, held, held, [], []],
    );
  });

  test('where calls and the e-mail event log are not here, says which record would tell, and where', () => {
    assert.deepEqual(
      links({
        own: [
          [
            60,
            {
              ...asBob,
              impersonator_id: 'role-1',
              action: 'read',
              object_type: 'Message',
              item_id: 'i-1',
              action_allowed: true,
            },
          ],
        ],
      }),
      [
        'grant: who made the role is not in these logs [look for CreateImpersonationRole of workmail whose answer names role-1: in the trail of account 111111111111, Region us-east-1, before 2026-03-01 08:01:00 UTC.]',
        'assume: no call in these logs takes the role in the fifteen minutes before it was used [look for AssumeImpersonationRole of workmail that names role-1: in the trail of account 111111111111, Region us-east-1, within fifteen minutes before 2026-03-01 08:01:00 UTC.]',
        'read: in the mailbox of u-alice it read 1 message, 2026-03-01 08:01:00 UTC, from 203.0.113.9 [own#0]',
        'sent: what was sent is not in these logs [look for OUTGOING_EMAIL_SUBMITTED and OUTGOING_EMAIL_SENT: in the WorkMail e-mail event log, if it was switched on.]',
        'forwarded: whether a rule sent mail on is not in these logs [look for RULE_APPLIED with a targetRecipient: in the WorkMail e-mail event log, if it was switched on.]',
      ],
    );
  });

  test('is told in the chain of the key that gave it', () => {
    const chain = chainOf(
      { accessKey: 'AKIAXXXXXJANEEXAMPLE' },
      evidence({ calls: [...people, granted], own: [read], mail: sent }),
    );
    assert.deepEqual(
      chain?.around.map(({ kind, act, others = [] }) => [kind, [act, ...others].map((each) => each?.row.file)]),
      [
        ['grant', ['calls']],
        ['read', ['own']],
        ['sent', ['mail', 'mail']],
        ['forwarded', ['mail']],
      ],
    );
  });
});

suite('the chain of a record', () => {
  const taken = (at: string, by: string): ShortRecord => ({
    at,
    by,
    call: 'workmail AssumeImpersonationRole',
    request: { impersonationRoleId: 'role-1' },
  });
  const made: ShortRecord = {
    at: '07:00:00',
    call: 'workmail CreateImpersonationRole',
    request: { name: 'Archive' },
    answer: { impersonationRoleId: 'role-1' },
  };
  const byRole = (seconds: number, item: string): Said => [
    seconds,
    { ...read[1], user_id: 'u-alice', impersonator_id: 'role-1', item_id: item },
  ];
  const calls = [...people, made, taken('08:00:00', 'ann'), taken('08:30:00', 'ben'), taken('08:40:00', 'ann')];
  const own = [byRole(60, 'i-1'), byRole(1860, 'i-2'), byRole(2460, 'i-3'), byRole(5000, 'i-4')];
  const places = (asked: ChainAsked, story: Story): readonly string[] => {
    const chain = chainOf(asked, evidence(story));
    return [...(chain?.links ?? []), ...(chain?.around ?? [])].map(
      ({ kind, strength, act, others = [] }) =>
        `${kind}${strength === undefined ? '' : ` ${strength}`}: ${[act, ...others].map((each) => (each === undefined ? 'none' : `${each.row.file}#${each.row.index}`)).join(' ')}`,
    );
  };

  test('of what was read by a role goes back to who took it then, and on to what else was read then', () => {
    const story = { calls, own };
    assert.deepEqual(
      [0, 2, 3].map((index) => places({ file: 'own', index }, story).filter((link) => !link.endsWith('none'))),
      [
        ['event: own#0', 'assume certain: calls#5', 'grant: calls#4', 'read likely: own#0'],
        [
          'event: own#2',
          'assume certain: calls#7',
          'assume certain: calls#6',
          'grant: calls#4',
          'read likely: own#1',
          'read likely: own#2',
        ],
        ['event: own#3', 'grant: calls#4', 'read likely: own#3'],
      ],
    );
  });

  test('of a key that took the role tells what was read in those minutes, and names others who may have done it', () => {
    const around = chainOf({ accessKey: 'AKIAXXXXXXBENEXAMPLE' }, evidence({ calls, own }))?.around ?? [];
    assert.deepEqual(
      around.flatMap(({ kind, sentence }) => (kind === 'read' ? sentence.replace(/^.*(?=the same role)/, '') : [])),
      [
        'the same role, at most fifteen minutes after ben (key AKIAXXXXXXBENEXAMPLE) took it).',
        "the same role, at most fifteen minutes after each of ben (key AKIAXXXXXXBENEXAMPLE), ann (key AKIAXXXXXXANNEXAMPLE) took it, by whom of them it was used can't be told).",
        'Impersonation role Archive (role-1): at other times the role was used in 1 mailbox, not in the fifteen minutes after this call or these calls.',
      ],
    );
  });

  test('of a role says how soon it was used, to the second that clocks allow', () => {
    const soon = (seconds: number, role = 'role-1'): readonly string[] =>
      links({
        calls: [...people, made, taken('08:00:00', 'ann'), taken('05:00:00', 'ben')],
        own: [[seconds, { ...read[1], user_id: 'u-alice', impersonator_id: role, item_id: 'i-1' }]],
      }).flatMap((link) => /same role, (.*?)\)/.exec(link)?.[1] ?? []);
    const ann = 'after ann (key AKIAXXXXXXANNEXAMPLE';
    assert.deepEqual(
      [-3, -1, 0, 900, 901, 902, 903].map((seconds) => soon(seconds)),
      [
        ['no call takes it in the fifteen minutes before'],
        [`at most fifteen minutes, give or take two seconds, ${ann}`],
        [`at most fifteen minutes ${ann}`],
        [`at most fifteen minutes ${ann}`],
        [`at most fifteen minutes, give or take two seconds, ${ann}`],
        [`at most fifteen minutes, give or take two seconds, ${ann}`],
        ['no call takes it in the fifteen minutes before'],
      ],
    );
    assert.deepEqual(soon(60, 'ROLE-1'), soon(60));
  });

  test('of a sign-in tells what was read from the same address, of mail and rules the message', () => {
    const signIn: Said = [
      30,
      {
        user_id: 'u-bob',
        user: 'bob@example.com',
        protocol: 'EWS',
        source_ip: '203.0.113.9',
        method: 'basic',
        auth_successful: true,
      },
    ];
    const story = { calls: [...people, granted], own: [signIn, read], mail: sent };
    assert.deepEqual(
      [
        places({ file: 'own', index: 0 }, story),
        places({ file: 'mail', index: 2 }, story),
        places({ file: 'mail', index: 2 }, { calls: people, mail: sent }),
      ],
      [
        [
          'event: own#0',
          'grant: calls#4',
          'read likely: own#1',
          'sent likely: mail#0 mail#1',
          'forwarded certain: mail#2',
        ],
        [
          'event: mail#2',
          'sent likely: mail#0 mail#1',
          'read likely: own#1',
          'grant: calls#4',
          'forwarded certain: mail#2',
        ],
        ['event: mail#2', 'sent certain: mail#0 mail#1', 'forwarded certain: mail#2'],
      ],
    );
  });
});

suite('what somebody copied or moved in the mailbox of another', () => {
  const act = (seconds: number, action: string, more: JsonObject = {}): Said => [
    seconds,
    { ...asBob, action, object_type: 'Message', item_id: 'i-1', action_allowed: true, ...more },
  ];

  test('is told apart from reading; where it arrived, by time; of refused attempts and of their own mail nothing', () => {
    const own = [
      act(60, 'copy'),
      act(60, 'copy_to', { owner_id: 'u-bob', item_id: 'i-9' }),
      act(90, 'move', { item_id: 'i-2' }),
      act(95, 'move', { user_id: 'u-carl', item_id: 'i-3' }),
      act(99, 'move', { action_allowed: false }),
      act(99, 'copy', { owner_id: 'u-bob' }),
    ];
    assert.deepEqual(found('mail-read', 'copied', { calls: people, own }), [
      'high 3: bob (u-bob) copied 1 item and moved 1 item in the mailbox of alice (u-alice), 2026-03-01 08:01:00 to 2026-03-01 08:01:30 UTC; at the same time 1 item arrived in the mailbox of bob (u-bob) (by time).',
      'low 1: u-carl moved 1 item in the mailbox of alice (u-alice), 2026-03-01 08:01:35 UTC; that it arrived in another mailbox is not in these logs.',
    ]);
  });

  test('readings of two organizations are two, whatever else is not told', () => {
    const there = { organization_arn: `${ARN.slice(0, -1)}f` };
    const [at, fields] = read;
    const story = { own: [read, [at + 1, { ...fields, ...there }], [at + 2, { ...fields, item_id: 'i-2' }]] as const };
    assert.deepEqual(
      ask('mail-read', groundsOf(evidence(story))).findings.map(({ reading }) => [
        reading?.organization?.slice(-1),
        reading?.items,
      ]),
      [
        ['7', 2],
        ['f', 1],
      ],
    );
  });
});

suite('rules that logs name', () => {
  const decision = (seconds: number, fields: JsonObject): Said => [
    seconds,
    { user_id: 'u-bob', protocol: 'IMAP', source_ip: '203.0.113.9', scope: 'AccessControl', ...fields },
  ];

  test('decisions are told by rule, with the call that made it and what may still follow the rule before', () => {
    const put: ShortRecord = {
      at: '08:01:00',
      call: 'workmail PutAccessControlRule',
      request: { name: 'door', effect: 'ALLOW', description: 'x', ipRanges: ['0.0.0.0/0'] },
    };
    const own = [
      decision(10, { rule_id: 'Default', access_granted: true }),
      decision(70, { rule_id: 'door', access_granted: true }),
      decision(900, { rule_id: 'door', access_granted: true }),
      decision(950, { access_granted: false }),
    ];
    assert.deepEqual(
      [
        found('guards-off', 'rule-changed', { calls: [put], own }),
        found('guards-off', 'rule-decided', { calls: [put], own }),
      ],
      [
        [
          "medium 3: The access control rule door let in 2 requests, 2026-03-01 08:01:10 to 2026-03-01 08:15:00 UTC; of u-bob; over IMAP; from 203.0.113.9; PutAccessControlRule by jane (key AKIAXXXXXJANEEXAMPLE), 2026-03-01 08:01:00 UTC (likely: the log's id of the rule is in the call), 2 requests after it, 1 of them within five minutes, when what was before may still hold.",
        ],
        [
          'low 1: The access control rules, none of which is named, refused 1 request, 2026-03-01 08:15:50 UTC; of u-bob; over IMAP; from 203.0.113.9.',
          'info 1: The access control rule Default let in 1 request, 2026-03-01 08:00:10 UTC; of u-bob; over IMAP; from 203.0.113.9.',
        ],
      ],
    );
  });

  test('a rule for mail is joined with calls by its name, an inbox rule with none', () => {
    const made: ShortRecord = {
      at: '07:00:00',
      call: 'workmail CreateOutboundMailFlowRule',
      request: { ruleName: 'copy' },
    };
    const inbox: Said = [
      93,
      {
        eventName: 'RULE_APPLIED',
        traceId: 'in',
        ruleName: 'copy',
        ruleType: 'MAILBOX_RULE',
        targetRecipient: 'drop@example.net',
      },
    ];
    const story = { calls: [made], mail: [...sent, ...sent, inbox] };
    assert.deepEqual(
      [...found('forwarding', 'rule-applied', story), ...found('forwarding', 'inbox-rule', story)],
      [
        'medium 2: A rule for outgoing mail called “copy” sent 1 message on to drop@example.net, 2026-03-01 08:01:32 UTC; CreateOutboundMailFlowRule by jane (key AKIAXXXXXJANEEXAMPLE), 2026-03-01 07:00:00 UTC (likely: a rule of that name).',
        'medium 1: An inbox rule called “copy” sent 1 message on to drop@example.net, 2026-03-01 08:01:33 UTC.',
      ],
    );
  });
});

suite("WorkMail's own logs alone", () => {
  const folder = path.join(projectRoot(), 'samples', 'readers');
  const names = readdirSync(folder).filter((name) => name !== 'cloudtrail.json');
  const alone = groundsOf(
    evidenceOf(Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))),
  );

  test('no question is told that there is no event of WorkMail', () => {
    const told = inquiryIds.filter((id) => ask(id, alone).sentence.includes('no event of WorkMail'));
    assert.deepEqual(told, []);
  });

  test('what only calls tell is said to stand in CloudTrail', () => {
    assert.equal(
      ask('new-accounts', alone).sentence,
      "These are WorkMail's own logs alone, which do not tell it: CloudTrail would, and nothing of it is here.",
    );
  });
});
