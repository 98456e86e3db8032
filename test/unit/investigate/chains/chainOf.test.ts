import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type ChainAsked, chainOf, type Link } from '../../../../server/src/core';
import { evidenceOf, evidenceOfEvents } from '../../../support/evidenceOf';
import { inFull, type ShortRecord } from '../../../support/shortRecords';

const id = (number: number): string => `7a1e7d2e-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A link as `kind: sentence [position]`, with what is missing behind it. */
function told({ kind, sentence, act, missing }: Link): string {
  const place = act === undefined ? '' : ` [${Number(act.row.eventID.slice(-12))}]`;
  return `${kind}: ${sentence}${place}${missing === undefined ? '' : ` Missing: ${missing}`}`;
}

function chain(records: readonly ShortRecord[], asked: ChainAsked): unknown {
  const found = chainOf(asked, evidenceOfEvents(inFull(records)));
  return found && { links: found.links.map(told), around: found.around.map(told) };
}

const KEY = 'AKIASECONDKEYEXAMPLE';
const SESSION = 'ASIASESSIONEXAMPLE22';
const keyMade: ShortRecord = {
  at: '06:00:00',
  call: 'iam CreateAccessKey',
  by: 'ben',
  request: { userName: 'jane' },
  answer: { accessKey: { accessKeyId: KEY, userName: 'jane' } },
};
const assumed: ShortRecord = {
  at: '07:00:00',
  call: 'sts AssumeRole',
  key: KEY,
  reads: true,
  request: { roleArn: 'arn:aws:iam::111111111111:role/Admin', roleSessionName: 'x' },
  answer: {
    credentials: { accessKeyId: SESSION },
    assumedRoleUser: { arn: 'arn:aws:sts::111111111111:assumed-role/Admin/x' },
  },
};
const reset: ShortRecord = {
  at: '08:00:00',
  call: 'workmail ResetPassword',
  by: 'Admin/x',
  key: SESSION,
  request: { userId: 'u-1' },
};

suite('a chain', () => {
  test('leads from an event over its session and the key behind that to who made the key', () => {
    assert.deepEqual(chain([keyMade, assumed, reset], { eventID: id(2) }), {
      links: [
        'event: ResetPassword of workmail by Admin/x from 203.0.113.12, 2026-03-01 08:00:00 UTC. [2]',
        `session: Signed in the session x of role Admin with key ${SESSION}, which began 2026-03-01 00:00:00 UTC, without a second factor.`,
        'gave-session: It was given out by AssumeRole of sts by jane from 203.0.113.12, 2026-03-01 07:00:00 UTC. [1]',
        `key: Signed with the long-lived key ${KEY} of jane.`,
        'made-key: The key was made by CreateAccessKey of iam by ben from 203.0.113.12, 2026-03-01 06:00:00 UTC. [0]',
        'key: Signed with the long-lived key AKIAXXXXXXBENEXAMPLE of ben.',
        'made-key: Who made the key is not in these logs. Missing: CreateAccessKey of iam whose answer names AKIAXXXXXXBENEXAMPLE: in the trail of account 111111111111, Region us-east-1, before 2026-03-01 06:00:00 UTC; it may be years ago.',
      ],
      around: [],
    });
  });

  test('says which event is not in the logs, in which log it would be, and when', () => {
    assert.deepEqual(chain([reset], { eventID: id(0) }), {
      links: [
        'event: ResetPassword of workmail by Admin/x from 203.0.113.12, 2026-03-01 08:00:00 UTC. [0]',
        `session: Signed in the session x of role Admin with key ${SESSION}, which began 2026-03-01 00:00:00 UTC, without a second factor.`,
        `gave-session: What gave out these credentials is not in these logs. Missing: AssumeRole, AssumeRoleWithSAML or AssumeRoleWithWebIdentity of sts whose answer names ${SESSION}, for the session x: in the trail of account 111111111111, in the Region where sts was called, about 2026-03-01 00:00:00 UTC. CloudTrail has it among the events that read.`,
      ],
      around: [],
    });
  });

  test('of a key tells its first use, who made it, and what it gave out', () => {
    assert.deepEqual(chain([keyMade, assumed, reset], { accessKey: KEY }), {
      links: [
        'event: First signed with it: AssumeRole of sts by jane from 203.0.113.12, 2026-03-01 07:00:00 UTC. [1]',
        `key: Signed with the long-lived key ${KEY} of jane.`,
        'made-key: The key was made by CreateAccessKey of iam by ben from 203.0.113.12, 2026-03-01 06:00:00 UTC. [0]',
        'key: Signed with the long-lived key AKIAXXXXXXBENEXAMPLE of ben.',
        'made-key: Who made the key is not in these logs. Missing: CreateAccessKey of iam whose answer names AKIAXXXXXXBENEXAMPLE: in the trail of account 111111111111, Region us-east-1, before 2026-03-01 06:00:00 UTC; it may be years ago.',
      ],
      around: [
        'gave-on: With it credentials were given out: AssumeRole of sts by jane from 203.0.113.12, 2026-03-01 07:00:00 UTC. [1]',
      ],
    });
  });

  test('finds the sign-in by the person and the time, where no key is told', () => {
    const { arn, ...user } = { type: 'IAMUser', userName: 'jane', arn: 'arn:aws:iam::111111111111:user/jane' };
    const records: readonly ShortRecord[] = [
      { at: '07:30:00', call: 'signin ConsoleLogin', identity: { ...user, arn } },
      { at: '07:59:58', call: 'signin ConsoleLogin', identity: { ...user, arn } },
      {
        ...reset,
        identity: { ...user, arn, sessionContext: { attributes: { creationDate: '2026-03-01T08:00:00Z' } } },
      },
    ];
    assert.deepEqual(chain(records, { eventID: id(2) }), {
      links: [
        'event: ResetPassword of workmail by jane from 203.0.113.12, 2026-03-01 08:00:00 UTC. [2]',
        'session: Signed in the session of jane, which began 2026-03-01 08:00:00 UTC.',
        'signed-in: It began with a sign-in: ConsoleLogin of signin by jane from 203.0.113.12, 2026-03-01 07:59:58 UTC. [1]',
      ],
      around: [],
    });
  });

  test('goes on in the log of another account by the event that both share', () => {
    const there: ShortRecord = { ...assumed, account: '222222222222', shared: 's-1' };
    const here: ShortRecord = {
      ...assumed,
      shared: 's-1',
      identity: { type: 'AWSAccount', principalId: 'AIDAJANEEXAMPLE', accountId: '222222222222' },
    };
    const [one, two, three] = inFull([there, here, reset]);
    const logs = { a: JSON.stringify({ Records: [one] }), b: JSON.stringify({ Records: [two, three] }) };
    const links = chainOf({ eventID: id(2) }, evidenceOf(logs))?.links.map(({ kind, act }) => [kind, act?.row.file]);
    assert.deepEqual(links, [
      ['event', 'b'],
      ['session', undefined],
      ['gave-session', 'b'],
      ['same-call', 'a'],
      ['key', undefined],
      ['made-key', undefined],
    ]);
  });

  test('of credentials that gave out themselves has an end', () => {
    const circle: ShortRecord = { ...assumed, by: 'Admin/x', key: SESSION };
    const other: ShortRecord = { ...circle, at: '07:30:00', answer: { credentials: { accessKeyId: SESSION } } };
    const found = chainOf({ eventID: id(0) }, evidenceOfEvents(inFull([reset, circle, other])));
    assert.deepEqual(
      found?.links.map(({ kind }) => kind),
      ['event', 'session', 'gave-session', 'session', 'gave-session', 'session', 'gave-session'],
    );
  });

  test('of a service that acts on its own account ends there', () => {
    const records: readonly ShortRecord[] = [{ ...assumed, by: 'lambda.amazonaws.com' }];
    assert.deepEqual(chain(records, { eventID: id(0) }), {
      links: [
        'event: AssumeRole of sts by lambda.amazonaws.com from 203.0.113.12, 2026-03-01 07:00:00 UTC. [0]',
        'service: lambda.amazonaws.com acted on its own account: no key of anybody signed the call.',
      ],
      around: [`gave-on: It gave out ${SESSION}, and no event of these logs was signed with that.`],
    });
  });

  test('of what the logs do not know is none', () => {
    assert.deepEqual(
      [chain([reset], { eventID: id(9) }), chain([reset], { accessKey: 'AKIANOBODYHASEXAMPLE' })],
      [undefined, undefined],
    );
  });
});
