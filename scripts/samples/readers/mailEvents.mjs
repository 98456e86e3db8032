/** The e-mail event log of the story, as `aws logs filter-log-events` answers it, and what a Lambda function was told of one message. */
import { diceOf } from '../dice.mjs';
import { cast, forwardedTo, messageInTransit } from './cast.mjs';

const STREAM = 'example-corp';
const SECOND = 1000;

/** @typedef {import('../story.mjs').Fields} Fields */

/** An event of a message at a moment: what stands beneath `event`. @typedef {{ time: number, traceId: string, event: Fields }} MailEvent */

export function mailEvents() {
  const dice = diceOf(20260612);
  /** @type {MailEvent[]} */
  const told = [];
  const trace = (/** @type {string} */ start, /** @type {readonly Fields[]} */ events) => {
    const traceId = dice.guid();
    events.forEach((event, at) => {
      told.push({ time: Date.parse(start) + at * SECOND + dice.between(0, 700), traceId, event });
    });
  };
  const verdicts = { spamVerdict: 'PASS', dkimVerdict: 'PASS', dmarcVerdict: 'PASS', spfVerdict: 'PASS' };
  const received = (
    /** @type {string} */ start,
    /** @type {string} */ from,
    /** @type {string} */ to,
    /** @type {string} */ subject,
    /** @type {readonly Fields[]} */ more = [],
  ) =>
    trace(start, [
      {
        eventName: 'ORGANIZATION_EMAIL_RECEIVED',
        recipients: [to],
        from,
        subject,
        messageId: `<${dice.hex(16)}@example.org>`,
        ...verdicts,
        messageTimestamp: Date.parse(start),
      },
      { eventName: 'MAILBOX_EMAIL_DELIVERED', recipient: to, folder: 'Inbox' },
      ...more,
    ]);
  const sent = (
    /** @type {string} */ start,
    /** @type {Fields} */ who,
    /** @type {string} */ recipient,
    /** @type {string} */ subject,
  ) =>
    trace(start, [
      { eventName: 'OUTGOING_EMAIL_SUBMITTED', recipients: [recipient], ...who, subject },
      { eventName: 'OUTGOING_EMAIL_SENT', recipient, ...who, messageId: `<${dice.hex(16)}@example.com>` },
    ]);

  cast.workers.forEach(({ email }, at) => {
    received(`2026-06-10T08:1${at}:20Z`, 'orders@example.org', email, `Order ${4100 + at}`);
    sent(`2026-06-10T09:0${at}:41Z`, { from: email }, 'orders@example.org', `Re: Order ${4100 + at}`);
  });
  received('2026-06-10T13:40:12Z', 'dana@example.org', cast.owen.email, 'Invoice 42', [
    {
      eventName: 'RULE_APPLIED',
      ruleName: '.',
      ruleType: 'MAILBOX_RULE',
      ruleActions: [{ action: 'FORWARD', recipients: [cast.owen.email] }],
      targetRecipient: forwardedTo,
    },
    {
      eventName: 'OUTGOING_EMAIL_SENT',
      recipient: forwardedTo,
      from: cast.owen.email,
      messageId: '<fwd.42@example.com>',
    },
  ]);
  sent(
    '2026-06-10T14:02:33Z',
    { sender: cast.owen.email, from: cast.bruno.email },
    'dana@example.org',
    'Invoice 42: new account',
  );
  received('2026-06-11T01:30:50Z', 'dana@example.org', cast.bruno.email, 'Re: Invoice 42: new account');
  trace('2026-06-10T15:20:00Z', [
    {
      eventName: 'INCOMING_EMAIL_BOUNCED',
      bouncedRecipient: {
        emailAddress: 'former.colleague@example.com',
        reason: 'ASSUMED_REASON_TEXT',
        status: '5.1.1',
      },
    },
  ]);
  return told.sort((one, other) => one.time - other.time);
}

/** @param {readonly MailEvent[]} told */
export function filterLogEvents(told) {
  const events = told.map(({ time, traceId, event }, at) => ({
    logStreamName: STREAM,
    timestamp: time,
    message: JSON.stringify({ traceId, event }),
    ingestionTime: time + 2 * SECOND,
    eventId: `3912345678901234567890123456789012345678901234567890${String(at).padStart(4, '0')}`,
  }));
  // One event came twice, as it may where an answer has several pages.
  return { events: [...events, ...events.slice(9, 10)], searchedLogStreams: [] };
}

export function flowEvent() {
  return {
    summaryVersion: '2018-10-10',
    envelope: { mailFrom: { address: 'dana@example.org' }, recipients: [{ address: cast.bruno.email }] },
    subject: 'Re: Invoice 42: new account',
    messageId: messageInTransit,
    invocationId: '00000000000000000000000000000042',
    flowDirection: 'INBOUND',
    truncated: false,
  };
}
