import { bareAddress } from '../own/bareAddress';
import type { OwnEvidence, OwnRecord } from '../own/ownEvidence';
import { CLOCKS } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { recordsBy, recordsTold } from '../own/recordsTold';
import { signInNames } from '../own/signInNames';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { counted } from './told';

/** Sending and its trace are so near to each other. Milliseconds. */
const SOON = 60_000;

/** Mail that somebody sent in the name of another, as the e-mail event log and the mailbox access log tell. */
export function mailSentAs({ evidence }: Grounds): readonly Finding[] {
  const own = evidence.own();
  return [...onBehalf(own), ...byOthers(own)];
}

/** `sender` is there where somebody sends for another alone. */
function onBehalf(own: OwnEvidence): readonly Finding[] {
  if (!own.counts.has('email-events')) return [];
  const sent = ['OUTGOING_EMAIL_SUBMITTED', 'OUTGOING_EMAIL_SENT'].flatMap((what) => own.records('email-events', what));
  const others = sent.filter(
    (record) =>
      record.text('sender') !== '' &&
      record.text('from') !== '' &&
      bareAddress(record.text('sender')) !== bareAddress(record.text('from')),
  );
  const pairs = recordsBy(
    others,
    (record) => `${bareAddress(record.text('sender'))}\u0000${bareAddress(record.text('from'))}`,
  );
  return Array.from(pairs.values()).flatMap((records) => {
    const [first] = records;
    const [sender, from] = [first.text('sender'), first.text('from')];
    const messages = new Set(records.map((record) => record.text('trace'))).size;
    const subjects = textsOf(records.map((record) => record.text('subject')));
    const to = textsOf(records.flatMap((record) => record.text('recipients').split('\n')));
    return recordsTold(records, {
      kind: 'sent-on-behalf',
      weight: 'high',
      what: `${sender} sent ${counted(messages, 'message')} in the name of ${from}`,
      more: [
        ...(to.length > 0 ? [`to ${few(to)}`] : []),
        ...(subjects.length > 0 ? [`subject: ${few(subjects)}`] : []),
      ],
      entities: [sender, from],
    });
  });
}

function byOthers(own: OwnEvidence): readonly Finding[] {
  if (!own.counts.has('mailbox-access')) return [];
  const submitted = own
    .records('mailbox-access', 'submit_email_for_sending')
    .filter(
      (record) =>
        record.text('impersonator') !== '' ||
        (record.text('user') !== '' && record.text('owner') !== '' && record.text('user') !== record.text('owner')),
    );
  const names = signInNames(own);
  const name = (id: string): string => names.get(id) ?? (id === '' ? 'somebody who is not told' : id);
  const groups = recordsBy(submitted, (record) =>
    [
      record.organization,
      record.text('user'),
      record.text('owner'),
      record.text('impersonator'),
      String(record.allowed),
    ].join('\u0000'),
  );
  return Array.from(groups.values()).flatMap((records) => {
    const [first] = records;
    const role = first.text('impersonator');
    const [user, owner] = [first.text('user'), first.text('owner')];
    const isRefused = first.allowed === false;
    const near = traces(own, records, names.get(user));
    return recordsTold(records, {
      kind: 'sent-by-another',
      weight: isRefused ? 'low' : 'high',
      what: `${role === '' ? name(user) : `Impersonation role ${role}`} ${isRefused ? 'was refused to send' : first.allowed === true ? 'sent' : 'tried to send'} ${counted(records.length, 'message')} from the mailbox of ${name(owner)}`,
      more: near > 0 ? [`${counted(near, 'message')} left within a minute from that address (by time)`] : [],
      entities: [user, owner, role],
    });
  });
}

/** How many messages left soon after they were submitted, by an address that the user signed in with. */
function traces(own: OwnEvidence, records: readonly OwnRecord[], address: string | undefined): number {
  if (address === undefined || !own.counts.has('email-events')) return 0;
  const small = address.toLowerCase();
  const left = own
    .records('email-events', 'OUTGOING_EMAIL_SUBMITTED')
    .filter((event) => [event.text('from'), event.text('sender')].some((text) => bareAddress(text) === small));
  return left.filter(({ time }) => records.some((record) => time >= record.time - CLOCKS && time <= record.time + SOON))
    .length;
}
