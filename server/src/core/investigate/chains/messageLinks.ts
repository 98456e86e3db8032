import { type AccessLink, howSure } from '../access/accessLink';
import { messagesLink } from '../access/mailSent';
import { trailsOf } from '../access/trails';
import { asHappened } from '../asHappened';
import { bareAddress } from '../own/mailDomains';
import type { OwnRecord } from '../own/ownEvidence';
import type { Grounds } from '../questions/grounds';
import { counted, when } from '../questions/told';
import { linksOf } from './accessLinks';
import type { Link } from './link';
import { told } from './words';

/** What the e-mail event log tells of the message that a record is about: where it was sent, where it came in, and which rules sent it on. */
export function messageLinks(record: OwnRecord, { evidence }: Grounds): readonly Link[] {
  const trace = record.text('trace');
  const own = evidence.own();
  const all = own.records('email-events');
  const same = trace === '' ? [] : all.filter((each) => each.text('trace') === trace);
  const ids = new Set([record, ...same].map((each) => each.text('message')).filter((id) => id !== ''));
  const isOther = (each: OwnRecord): boolean => each.text('trace') !== trace && ids.has(each.text('message'));
  const others = new Set(all.filter(isOther).map((each) => each.text('trace')));
  const beside = all.filter((each) => others.has(each.text('trace')) && (each.text('trace') !== '' || isOther(each)));
  const trails = trailsOf(evidence);
  const sent = trails.messagesOf(addressesIn([record, ...same, ...beside]));
  const ofTrace = (traces: (trace: string) => boolean): typeof sent => sent.filter((each) => traces(each.trace));
  const links: readonly AccessLink[] = [
    ...(trace === ''
      ? []
      : messagesLink(
          ofTrace((each) => each === trace),
          'certain',
          'the same trace',
        )),
    ...messagesLink(
      ofTrace((each) => each !== '' && others.has(each)),
      'likely',
      'the same Message-ID',
    ),
    ...cameIn(same, 'certain', 'the same trace'),
    ...cameIn(beside, 'likely', 'the same Message-ID'),
    ...trails.rules.ofTraces(
      trace === '' ? [] : [trace],
      Array.from(others).filter((each) => each !== ''),
    ),
  ];
  return linksOf({ who: 'The message', links });
}

function addressesIn(records: readonly OwnRecord[]): ReadonlySet<string> {
  return new Set(records.flatMap((record) => [record.text('from'), record.text('sender')]).map(bareAddress));
}

function cameIn(records: readonly OwnRecord[], strength: 'certain' | 'likely', why: string): readonly AccessLink[] {
  const acts = asHappened(records.filter(({ what }) => what === 'MAILBOX_EMAIL_DELIVERED').map(({ act }) => act));
  if (acts.length === 0) return [];
  const sentence = `it was delivered to ${counted(acts.length, 'mailbox', 'mailboxes')}, ${when(acts)}${howSure(strength, why)}`;
  return [{ step: 'sent', sentence, strength, acts }];
}

/** Calls of Message Flow that fetched or replaced the message that a function of the mail flow was given. */
export function flowLinks(record: OwnRecord, { evidence }: Grounds): readonly Link[] {
  const id = record.log === 'mail-flow' ? record.text('message').toLowerCase() : '';
  if (id === '') return [];
  const isOfMessage = ({ row }: { readonly row: { readonly named: readonly string[] } }): boolean =>
    row.named.some((text) => text.toLowerCase() === id);
  return evidence.mail.filter(isOfMessage).map(
    (act): Link => ({
      kind: 'read',
      sentence: `${told(act)}${howSure('certain', 'the same id of the message')}.`,
      strength: 'certain',
      act,
    }),
  );
}
