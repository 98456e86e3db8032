import type { AccessLink, Strength } from '../access/accessLink';
import { howSure } from '../access/accessLink';
import { forwardedFrom } from '../access/forwardedFrom';
import { leftSoonAfter, messagesLink, submissions, submittedLink } from '../access/mailSent';
import { missingEvents } from '../access/missingLinks';
import { trailsOf } from '../access/trails';
import { maybeSameHouse } from '../own/house';
import type { MailboxReads, OwnRecord } from '../own/ownEvidence';
import type { OwnNamer } from '../own/ownNames';
import { timesOfReading, whatWasRead } from '../own/readingWords';
import type { Grounds } from '../questions/grounds';
import { linksOf } from './accessLinks';
import type { Link } from './link';

/** Of the records of one link so many are given. */
const MOST_ACTS = 100;

/** What a user did in a mailbox without a right that calls in these logs give: in their own, or nobody knows why. */
export function useLinks(record: OwnRecord, grounds: Grounds, name: OwnNamer): readonly Link[] {
  const [user, owner, role] = [record.text('user'), record.text('owner'), record.text('impersonator')];
  const isMeant = (each: { readonly organization: string }): boolean =>
    maybeSameHouse(each.organization, record.organization);
  const reads = grounds
    .reads()
    .filter((each) => each.user === user && each.owner === owner && each.role === role && isMeant(each));
  const why: readonly [Strength, string] = ['certain', 'the records of one log name the same user and mailbox'];
  const links = [
    ...(user === owner || user === '' || owner === '' || role !== '' ? [] : [notLetIn(user, owner)]),
    ...linksOfUse({ record, user, owner, role, reads, why }, grounds, name),
  ];
  return linksOf({ who: whoseUse(user, owner, role, name), links });
}

/** What is told of what somebody did in a mailbox. */
export interface Use {
  /** The record that is asked for: rules that were met before it are not tied to it. */
  readonly record: OwnRecord;
  readonly user: string;
  readonly owner: string;
  readonly role: string;
  readonly reads: readonly MailboxReads[];
  readonly why: readonly [Strength, string];
}

/** Read, sent and forwarded. */
export function linksOfUse(
  { record, user, owner, role, reads, why }: Use,
  { evidence }: Grounds,
  name: OwnNamer,
): readonly AccessLink[] {
  const mailbox = `the mailbox of ${name(owner, 'somebody that is not told')}`;
  const trails = trailsOf(evidence);
  const sent = submissions(evidence.own()).filter(
    (each) =>
      each.text('user') === user &&
      each.text('owner') === owner &&
      each.text('impersonator') === role &&
      maybeSameHouse(each.organization, record.organization),
  );
  const addresses = trails.addressesOf(owner);
  const messages = leftSoonAfter(sent, trails.messagesOf(addresses), ({ from }) => addresses.has(from));
  const [strength] = why;
  return [
    ...reads.map((each): AccessLink => {
      const sentence = `in ${mailbox} was ${whatWasRead(each)}, ${timesOfReading(each)}${howSure(...why)}`;
      return { step: 'read', sentence, strength, acts: each.acts(MOST_ACTS) };
    }),
    ...submittedLink(sent, mailbox, why),
    ...messagesLink(messages, 'by-time', 'from an address of that mailbox, within a minute'),
    ...trails.rules.ofMessages(messages),
    ...(owner === '' || Number.isNaN(record.time) ? [] : forwardedFrom([[owner, record.time]], () => mailbox, trails)),
    ...missingEvents(evidence, sent.length > 0),
  ];
}

function whoseUse(user: string, owner: string, role: string, name: OwnNamer): string {
  if (role !== '') return `Impersonation role ${name(role, role)}`;
  if (user === '') return 'A user that is not told';
  return user === owner ? `${name(user, '')} in their own mailbox` : name(user, '');
}

function notLetIn(user: string, owner: string): AccessLink {
  const sentence = 'no call in these logs let this user into that mailbox when something was read or sent there';
  const missing = `PutMailboxPermissions of workmail that names ${owner} and ${user} or a group, or a folder that its owner shared: in the trail of the account, earlier; sharing of folders no log tells whole.`;
  return { step: 'grant', sentence, acts: [], missing };
}
