import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import { identifyText } from '../entities';
import { type Grant, heldAt, opensMail } from '../own/grant';
import { letIn } from '../own/letIn';
import type { MailboxReads, OwnRecord } from '../own/ownEvidence';
import { ownNamer } from '../own/ownNames';
import { timesOfReading, whatWasRead } from '../own/readingWords';
import type { Grounds } from '../questions/grounds';
import { few } from '../questions/phrase';
import { counted } from '../questions/told';
import { type Access, type AccessLink, howSure } from './accessLink';
import { forwardedFrom } from './forwardedFrom';
import { grantLinks } from './grantLinks';
import { listsBy } from './listsBy';
import { leftSoonAfter, messagesLink, submissions, submittedLink } from './mailSent';
import { missingEvents, missingReading } from './missingLinks';
import { openedMailboxes } from './opened';
import type { SentMessage } from './sentMessages';
import type { Trails } from './trails';

/** Of the records of one link so many are given. */
const MOST_ACTS = 100;

/**
 * What was done in mailboxes of others by those whom a call in these logs let in. Who was let in at another time is not told: in every
 * house some read the mail of others.
 */
export function grantedAccesses(grounds: Grounds, trails: Trails): readonly Access[] {
  const own = grounds.evidence.own();
  const isOther = (user: string, owner: string): boolean => user !== '' && owner !== '' && user !== owner;
  const pair = (user: string, owner: string): string => `${user}\u0000${owner}`;
  const reads = listsBy(
    grounds.reads().filter(({ door }) => door === 'permission'),
    ({ user, owner }) => pair(user, owner),
  );
  const sent = listsBy(
    submissions(own).filter(
      (record) => record.text('impersonator') === '' && isOther(record.text('user'), record.text('owner')),
    ),
    (record) => pair(record.text('user'), record.text('owner')),
  );
  const given = givenIn(grounds).map(([user, owner]) => pair(user, owner));
  return Array.from(new Set([...reads.keys(), ...sent.keys(), ...given]))
    .sort()
    .flatMap((key) => {
      const [user = '', owner = ''] = key.split('\u0000');
      return accessOf({ user, owner, reads: reads.get(key) ?? [], sent: sent.get(key) ?? [] }, grounds, trails);
    });
}

interface DoneByUser {
  readonly user: string;
  readonly owner: string;
  readonly reads: readonly MailboxReads[];
  readonly sent: readonly OwnRecord[];
}

/** Whom calls let into whose mailbox. */
function givenIn({ actsOf, evidence }: Grounds): readonly (readonly [user: string, owner: string])[] {
  return actsOf('workmail', 'PutMailboxPermissions').flatMap((act): readonly (readonly [string, string])[] => {
    const { granteeId, entityId } = act.contents.requestParameters ?? {};
    if (typeof granteeId !== 'string' || typeof entityId !== 'string' || act.facts.outcome === 'failed') return [];
    const id = (text: string): string => identifyText(evidence.entities, act.facts.organizationId, text);
    return id(granteeId) === id(entityId) ? [] : [[id(granteeId), id(entityId)]];
  });
}

function accessOf({ user, owner, ...done }: DoneByUser, grounds: Grounds, trails: Trails): readonly Access[] {
  const grants = grounds.grants(user, owner);
  if (grants.length === 0) return [];
  const name = ownNamer(grounds.evidence);
  const mailbox = `the mailbox of ${name(owner, '')}`;
  const reads = done.reads.filter((each) => isWithin(grants.filter(opensMail), each.times()));
  const sent = done.sent.filter(({ time }) => isWithin(grants, [time]));
  const [ofUser, ofOwner] = [trails.addressesOf(user), trails.addressesOf(owner)];
  const behalf = trails
    .messagesOf(ofUser)
    .filter(({ from, sender, time }) => ofUser.has(sender) && ofOwner.has(from) && isWithin(grants, [time]));
  if (reads.length + sent.length + behalf.length === 0) return [];
  const near = leftSoonAfter(sent, trails.messagesOf([...ofUser, ...ofOwner]), (message) =>
    isFrom(message, ofUser, ofOwner),
  ).filter((message) => !behalf.includes(message));
  const used = grants.filter((grant) => holdsFor(grant, reads, sent, behalf));
  const ids = 'the records name the same user and mailbox';
  const links: readonly AccessLink[] = [
    ...grantLinks(
      used.map(({ act }) => act),
      grounds,
      'certain',
      'the same user and mailbox',
    ),
    ...reads.map((each) => readLink(each, mailbox, `${ids}${butFor(letIn(each, grounds).unexplained)}`)),
    ...missingReading(grounds.evidence),
    ...submittedLink(sent, mailbox, ['likely', ids]),
    ...messagesLink(behalf, 'likely', 'these are addresses of the two'),
    ...messagesLink(near, 'by-time', 'from an address of the two, within a minute'),
    ...trails.rules.ofMessages([...behalf, ...near]),
    ...forwardedFrom(openedMailboxes(reads, sent), () => mailbox, trails),
    ...missingEvents(grounds.evidence, sent.length > 0),
  ];
  return [
    {
      who: `${name(user, '')} in ${mailbox}`,
      weight: weightOf(
        used.map(({ act }) => act),
        sent.length + behalf.length > 0,
        grounds,
      ),
      links,
      entities: [user, owner],
      role: '',
    },
  ];
}

/** Whether a grant held at one of some moments; of moments that are not told, any may have. */
function isWithin(grants: readonly Grant[], times: Iterable<number>): boolean {
  const all = Array.from(times);
  return grants.some((grant) => all.length === 0 || all.some((time) => heldAt(grant, time)));
}

function holdsFor(
  grant: Grant,
  reads: readonly MailboxReads[],
  sent: readonly OwnRecord[],
  messages: readonly SentMessage[],
): boolean {
  if (opensMail(grant) && reads.some((each) => isWithin([grant], each.times()))) return true;
  return [...sent, ...messages].some(({ time }) => heldAt(grant, time));
}

/** From the owner, or from the user in whosever name. */
function isFrom({ from, sender }: SentMessage, user: ReadonlySet<string>, owner: ReadonlySet<string>): boolean {
  return sender === '' ? owner.has(from) || user.has(from) : user.has(sender);
}

function butFor(unexplained: number): string {
  return unexplained > 0 ? `, but for ${counted(unexplained, 'moment')} at which none of these calls held` : '';
}

function readLink(reads: MailboxReads, mailbox: string, ids: string): AccessLink {
  const from = Array.from(new Set(reads.cells.map(({ address }) => address))).filter((address) => address !== '');
  const where = from.length === 0 ? '' : `, from ${few(from)}`;
  const sentence = `in ${mailbox} the user ${whatWasRead(reads)}, ${timesOfReading(reads)}${where}${howSure('likely', ids)}`;
  return { step: 'read', sentence, strength: 'likely', acts: reads.acts(MOST_ACTS) };
}

/** In every house some read the mail of others, and send it. */
function weightOf(grants: readonly Act[], hasSent: boolean, { isMove, restores }: Grounds): Weight {
  if (grants.every((act) => isMove(act) || restores(act))) return 'low';
  return hasSent ? 'high' : 'medium';
}
