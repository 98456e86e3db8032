import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import { identifyText } from '../entities';
import { type Grant, heldAt } from '../own/grant';
import { housesApart } from '../own/housesApart';
import { callsOf, type LetIn, letIn } from '../own/letIn';
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
import { spanBeyond } from './spanBeyond';
import type { Trails } from './trails';

/** Of the records of one link so many are given. */
const MOST_ACTS = 100;
/** Of records without a time that can be read. */
const UNTOLD = "whether it held then can't be told, the records name the same user and mailbox";

/**
 * What was done in mailboxes of others by those whom a call in these logs let in. Who was let in at another time is not told: in every
 * house some read the mail of others.
 */
export function grantedAccesses(grounds: Grounds, trails: Trails): readonly Access[] {
  const own = grounds.evidence.own();
  const isOther = (user: string, owner: string): boolean => user !== '' && owner !== '' && user !== owner;
  const read = grounds.reads().filter(({ door }) => door === 'permission');
  const handedIn = submissions(own).filter(
    (record) => record.text('impersonator') === '' && isOther(record.text('user'), record.text('owner')),
  );
  const houseOf = housesApart([...read, ...handedIn].map(({ organization }) => organization));
  const keyOf = (user: string, owner: string, organization: string): string =>
    [user, owner, houseOf(organization)].join('\u0000');
  const reads = listsBy(read, ({ user, owner, organization }) => keyOf(user, owner, organization));
  const sent = listsBy(handedIn, (record) => keyOf(record.text('user'), record.text('owner'), record.organization));
  const given = givenIn(grounds).map((each) => keyOf(...each));
  return Array.from(new Set([...reads.keys(), ...sent.keys(), ...given]))
    .sort()
    .flatMap((key) => {
      const [user = '', owner = '', house = ''] = key.split('\u0000');
      return accessOf({ user, owner, house, reads: reads.get(key) ?? [], sent: sent.get(key) ?? [] }, grounds, trails);
    });
}

interface DoneByUser {
  readonly user: string;
  readonly owner: string;
  /** The id of the organization, where these logs tell of several. */
  readonly house: string;
  readonly reads: readonly MailboxReads[];
  readonly sent: readonly OwnRecord[];
}

/** What was read, and who let the reader in. */
interface Opened {
  readonly reads: MailboxReads;
  readonly by: LetIn;
}

/** Whom calls let into whose mailbox. */
function givenIn({ actsOf, evidence }: Grounds): readonly (readonly [user: string, owner: string, house: string])[] {
  return actsOf('workmail', 'PutMailboxPermissions').flatMap((act): readonly (readonly [string, string, string])[] => {
    const { granteeId, entityId } = act.contents.requestParameters ?? {};
    if (typeof granteeId !== 'string' || typeof entityId !== 'string' || act.facts.outcome === 'failed') return [];
    const { organizationId } = act.facts;
    const id = (text: string): string => identifyText(evidence.entities, organizationId, text);
    return id(granteeId) === id(entityId) ? [] : [[id(granteeId), id(entityId), organizationId]];
  });
}

function accessOf({ user, owner, house, ...done }: DoneByUser, grounds: Grounds, trails: Trails): readonly Access[] {
  const organization = [...done.reads, ...done.sent].map((each) => each.organization).find((id) => id !== '') ?? house;
  const grants = grounds.grants(user, owner, organization);
  if (grants.length === 0) return [];
  const name = ownNamer(grounds.evidence);
  const mailbox = `the mailbox of ${name(owner, '')}`;
  const letInto = done.reads.map((each) => ({ reads: each, by: letIn(each, grounds) }));
  const opened = letInto.filter(({ by }) => by.grants.length > 0);
  const reads = opened.map((each) => each.reads);
  const sent = done.sent.filter(({ time }) => mayBeWithin(grants, time));
  const [ofUser, ofOwner] = [trails.addressesOf(user), trails.addressesOf(owner)];
  const behalf = trails
    .messagesOf(ofUser)
    .filter(({ from, sender, time }) => ofUser.has(sender) && ofOwner.has(from) && mayBeWithin(grants, time));
  if (reads.length + sent.length + behalf.length === 0) return [];
  const near = leftSoonAfter(sent, trails.messagesOf([...ofUser, ...ofOwner]), (message) =>
    isFrom(message, ofUser, ofOwner),
  ).filter((message) => !behalf.includes(message));
  const used = callsOf(grants.filter((grant) => holdsFor(grant, opened, sent, behalf)));
  const ids = 'the records name the same user and mailbox';
  const links: readonly AccessLink[] = [
    ...grantLinks(used, grounds, 'certain', 'the same user and mailbox'),
    ...opened.map((each) => readLink(each, mailbox, ids)),
    ...missingReading(grounds.evidence),
    ...submittedLink(sent.filter(isTimed), mailbox, ['likely', ids]),
    ...submittedLink(sent.filter(isNotTimed), mailbox, ['by-time', UNTOLD]),
    ...messagesLink(behalf.filter(isTimed), 'likely', 'these are addresses of the two'),
    ...messagesLink(behalf.filter(isNotTimed), 'by-time', UNTOLD),
    ...messagesLink(near, 'by-time', 'from an address of the two, within a minute'),
    ...trails.rules.ofMessages([...behalf, ...near]),
    ...forwardedFrom(openedMailboxes(reads, sent), () => mailbox, trails),
    ...missingEvents(grounds.evidence, sent.length > 0),
  ];
  return [
    {
      who: `${name(user, '')} in ${mailbox}`,
      weight: weightOf(used, sent.length + behalf.length > 0, grounds),
      links,
      entities: [user, owner],
      role: '',
      organization,
    },
  ];
}

/** Whether a grant may have held at a moment; at one that can't be read any may. */
function mayBeWithin(grants: readonly Grant[], time: number): boolean {
  return grants.some((grant) => Number.isNaN(time) || heldAt(grant, time));
}

function isTimed({ time }: { readonly time: number }): boolean {
  return !Number.isNaN(time);
}

function isNotTimed(each: { readonly time: number }): boolean {
  return !isTimed(each);
}

function holdsFor(
  grant: Grant,
  opened: readonly Opened[],
  sent: readonly OwnRecord[],
  messages: readonly SentMessage[],
): boolean {
  if (opened.some(({ by }) => by.grants.some(({ act }) => act === grant.act))) return true;
  return [...sent, ...messages].some(({ time }) => mayBeWithin([grant], time));
}

/** From the owner, or from the user in whosever name. */
function isFrom({ from, sender }: SentMessage, user: ReadonlySet<string>, owner: ReadonlySet<string>): boolean {
  return sender === '' ? owner.has(from) || user.has(from) : user.has(sender);
}

function readLink({ reads, by }: Opened, mailbox: string, ids: string): AccessLink {
  const from = Array.from(new Set(reads.cells.map(({ address }) => address))).filter((address) => address !== '');
  const where = from.length === 0 ? '' : `, from ${few(from)}`;
  const strength = by.isTold ? 'likely' : 'by-time';
  const why = by.isTold ? `${ids}${butFor(by)}` : UNTOLD;
  const sentence = `in ${mailbox} the user ${whatWasRead(reads)}, ${timesOfReading(reads)}${where}${howSure(strength, why)}`;
  const acts = actsOf({ reads, by });
  // What was read while no grant held is no part of it.
  const isAllOfIt = by.unexplained === 0 && by.untimed === 0;
  return { step: 'read', sentence, strength, acts, ...(isAllOfIt && spanBeyond(reads, acts)) };
}

/** What stands in the sentence and not among the events of the link. */
function butFor({ unexplained, untimed }: LetIn): string {
  const early = unexplained > 0 ? `, but for ${counted(unexplained, 'moment')} at which none of these calls held` : '';
  return untimed > 0
    ? `${early}, but for ${counted(untimed, 'record')} without a time, of which it can't be told`
    : early;
}

/** The earliest records of when a grant held; where none is told to have, those without a time. */
function actsOf({ reads, by }: Opened): readonly Act[] {
  const isMeant = ({ time }: Act): boolean =>
    by.isTold ? by.grants.some((grant) => heldAt(grant, time)) : !Number.isFinite(time);
  for (let most = MOST_ACTS; ; most *= 4) {
    const acts = reads.acts(most).filter(isMeant);
    if (acts.length >= MOST_ACTS || most >= reads.records) return acts.slice(0, MOST_ACTS);
  }
}

/** In every house some read the mail of others, and send it. */
function weightOf(grants: readonly Act[], hasSent: boolean, { isMove, restores }: Grounds): Weight {
  if (grants.every((act) => isMove(act) || restores(act))) return 'low';
  return hasSent ? 'high' : 'medium';
}
