import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { OwnEvidence, OwnRecord } from '../own/ownEvidence';
import { CLOCKS } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { few } from '../questions/phrase';
import { counted, when } from '../questions/told';
import { type AccessLink, howSure, type Strength } from './accessLink';
import type { SentMessage } from './sentMessages';

/** A message leaves so soon after it was handed in. Milliseconds. */
const SOON = 60_000;

/** Attempts to send out of a mailbox that were not refused, as the mailbox access log tells. */
export function submissions(own: OwnEvidence): readonly OwnRecord[] {
  if (!own.counts.has('mailbox-access')) return [];
  return own.records('mailbox-access', 'submit_email_for_sending').filter(({ allowed }) => allowed !== false);
}

/** @param why by what the records are tied to what stands before them, and how sure that is; absent where to nothing */
export function submittedLink(
  records: readonly OwnRecord[],
  mailbox: string,
  tied?: readonly [Strength, string],
): readonly AccessLink[] {
  if (records.length === 0) return [];
  const acts = records.map(({ act }) => act);
  const sent = records.every(({ allowed }) => allowed === true) ? 'sent' : 'tried to send';
  const sentence = `${sent} ${counted(records.length, 'message')} from ${mailbox}, ${when(acts)}`;
  return [
    {
      step: 'sent',
      sentence: `${sentence}${tied === undefined ? '' : howSure(...tied)}`,
      ...(tied !== undefined && { strength: tied[0] }),
      acts,
    },
  ];
}

/** Messages that left, in one link. */
export function messagesLink(messages: readonly SentMessage[], strength: Strength, why: string): readonly AccessLink[] {
  const [first] = messages;
  if (first === undefined) return [];
  const acts: readonly Act[] = asHappened(messages.flatMap(({ records }) => records.map(({ act }) => act)));
  const left = messages.every(({ records }) => records.some(({ what }) => what === 'OUTGOING_EMAIL_SENT'));
  const recipients = textsOf(messages.flatMap((message) => message.recipients));
  const subjects = textsOf(messages.map(({ subject }) => subject));
  const inName = first.sender === '' ? `from ${first.from}` : `by ${first.sender} in the name of ${first.from}`;
  const sentence = [
    `${counted(messages.length, 'message')} ${inName} ${messages.length === 1 ? 'was' : 'were'} ${left ? 'sent' : 'handed in to be sent'}`,
    ...(recipients.length > 0 ? [`to ${few(recipients)}`] : []),
    ...(subjects.length > 0 ? [`subject ${few(subjects)}`] : []),
    when(acts),
  ].join(', ');
  return [{ step: 'sent', sentence: `${sentence}${howSure(strength, why)}`, strength, acts }];
}

/** Messages from an address that left within a minute after something was handed in; of each record one, the nearest. */
export function leftSoonAfter(
  records: readonly OwnRecord[],
  messages: readonly SentMessage[],
  isMeant: (message: SentMessage) => boolean,
): readonly SentMessage[] {
  const open = messages.filter((message) => isMeant(message) && !Number.isNaN(message.time));
  const found = new Set<SentMessage>();
  for (const { time } of records) {
    const near = open.filter(
      (message) => !found.has(message) && message.time >= time - CLOCKS && message.time <= time + SOON,
    );
    const [nearest] = near.sort((left, right) => Math.abs(left.time - time) - Math.abs(right.time - time));
    if (nearest !== undefined) found.add(nearest);
  }
  return messages.filter((message) => found.has(message));
}
