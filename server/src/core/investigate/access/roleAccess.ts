import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import { housesApart } from '../own/housesApart';
import type { MailboxReads, OwnRecord, PartOf } from '../own/ownEvidence';
import { ownNamer } from '../own/ownNames';
import { CLOCKS } from '../own/readDoors';
import { timesOfReading, whatWasRead } from '../own/readingWords';
import { type RoleTaken, roleIn, roleTaken, roleTakenBefore, takingCalls } from '../own/roleTaken';
import { type Grounds, heavier } from '../questions/grounds';
import { few } from '../questions/phrase';
import { weightOfReading } from '../questions/readingWeight';
import { counted, when, whoIs } from '../questions/told';
import { type Access, type AccessLink, howSure, type Strength } from './accessLink';
import { forwardedFrom } from './forwardedFrom';
import { grantLinks } from './grantLinks';
import { listsBy } from './listsBy';
import { leftSoonAfter, messagesLink, submissions, submittedLink } from './mailSent';
import { missingCall, missingEvents } from './missingLinks';
import { openedMailboxes } from './opened';
import type { SentMessage } from './sentMessages';
import type { Trails } from './trails';
import { allUse, partsByTakers, type UseAsked } from './useAsked';

/** Of the records of one link so many are given. */
const MOST_ACTS = 100;
/** More mailboxes that one role read in are told together: a backup reads in all. */
const MOST_MAILBOXES = 20;

/**
 * What was done by each impersonation role: made, taken, what was read by it, what was sent, and where rules sent that on.
 *
 * @param asked what of it is told
 */
export function roleAccesses(grounds: Grounds, trails: Trails, asked: UseAsked = allUse): readonly Access[] {
  const sent = submissions(grounds.evidence.own()).filter((record) => record.text('impersonator') !== '');
  const partOf = partsByTakers(asked, grounds);
  const reads = readsOfRoles(grounds, partOf);
  const houseOf = housesApart([...reads, ...sent].map(({ organization }) => organization));
  const keyOf = (role: string, organization: string): string => `${role}\u0000${houseOf(organization)}`;
  const readsOf = listsBy(reads, ({ role, organization }) => keyOf(role, organization));
  const sentOf = listsBy(sent, (record) => keyOf(record.text('impersonator'), record.organization));
  return Array.from(new Set([...readsOf.keys(), ...sentOf.keys()]))
    .sort()
    .flatMap((key) => {
      const [role = ''] = key.split('\u0000');
      const done = { role, reads: readsOf.get(key) ?? [], sent: sentOf.get(key) ?? [] };
      return accessOf(done, { grounds, trails, asked, partOf });
    });
}

/** In parts where one of the roles is parted. */
function readsOfRoles(grounds: Grounds, partOf: PartOf): readonly MailboxReads[] {
  const byRole = grounds.reads().filter(({ role }) => role !== '');
  const isParted = byRole.some(({ role, organization }) => partOf(role, organization) !== undefined);
  return isParted ? grounds.readsBy(partOf).filter(({ role }) => role !== '') : byRole;
}

interface DoneByRole {
  readonly role: string;
  readonly reads: readonly MailboxReads[];
  readonly sent: readonly OwnRecord[];
}

interface Around {
  readonly grounds: Grounds;
  readonly trails: Trails;
  readonly asked: UseAsked;
  readonly partOf: PartOf;
}

function accessOf({ role, reads, sent }: DoneByRole, { grounds, trails, asked, partOf }: Around): readonly Access[] {
  const { evidence } = grounds;
  const name = ownNamer(evidence);
  const mailbox = (owner: string): string => `the mailbox of ${name(owner, 'somebody that is not told')}`;
  const organization = [...reads, ...sent].map((each) => each.organization).find((id) => id !== '') ?? '';
  const last = Math.max(...reads.map(({ cells }) => latest(cells.map(({ to }) => to))), latest(timesOf(sent)));
  const made = madeRole(role, organization, last, grounds);
  const allReads = [...reads].sort(byBeginning).map((each) => ({ reads: each, taken: roleTaken(each, grounds) }));
  const isKept = ({ taken }: { readonly taken: RoleTaken }): boolean => asked.keeps(taken.acts, made);
  const all = allReads
    .filter(isKept)
    .map((each, at): Read => ({ ...each, acts: each.reads.acts(at < MOST_MAILBOXES ? MOST_ACTS : 1) }));
  const blind = blindReads(role, organization, grounds).filter(isKept);
  const allSent = sentParts(role, organization, sent, grounds, partOf);
  const told = allSent.filter(isKept);
  const toldSent = told.flatMap(({ records }) => records);
  const first = [...all, ...blind].flatMap(({ acts }) => acts)[0] ?? toldSent[0]?.act;
  if (first === undefined) return [];
  const taken = asHappenedOnce(
    grounds,
    [...all, ...blind, ...told].flatMap((each) => each.taken.acts),
  );
  // Whoever took it is named where it may have been somebody else.
  const hasTakers = new Set(takingCalls(role, organization, grounds).map(({ actorKey }) => actorKey)).size > 1;
  const left = messagesAfter(told, trails);
  const tied: readonly [Strength, string] | undefined =
    all.length > 0
      ? ['certain', 'the mailbox access log has the same role']
      : made.length + taken.length > 0
        ? ['likely', 'the records name the same role']
        : undefined;
  const links: readonly AccessLink[] = [
    ...rightLinks({ role, made, taken, first }, grounds),
    ...all
      .slice(0, MOST_MAILBOXES)
      .map((each) => readLink(each, mailbox(each.reads.owner), made.length > 0, hasTakers)),
    ...othersLink(all.slice(MOST_MAILBOXES)),
    ...blind.map((each) => blindLink(each, mailbox(each.reads.owner))),
    ...left.flatMap(({ owner, records, messages, taken: { acts } }) => [
      ...submittedLink(records, mailbox(owner), tied && sentBy(tied, acts, hasTakers)).map(withTakers(acts)),
      ...messagesLink(messages, 'by-time', 'from an address of that mailbox, within a minute').map(withTakers(acts)),
    ]),
    ...trails.rules.ofMessages(left.flatMap(({ messages }) => messages)),
    ...forwardedFrom(
      openedMailboxes(
        all.map((each) => each.reads),
        toldSent,
      ),
      mailbox,
      trails,
    ),
    ...untoldLink(
      allReads.filter((each) => !isKept(each)),
      allSent.filter((each) => !isKept(each)),
    ),
    ...missingEvents(evidence, toldSent.length > 0),
  ];
  const owners = [...all.map((each) => each.reads.owner), ...told.map(({ owner }) => owner)];
  return [
    {
      who: `Impersonation role ${name(role, role)}`,
      weight: weightOf(all, toldSent.length > 0, taken.every(grounds.isMove) && taken.length > 0, grounds),
      links,
      entities: Array.from(new Set([role, ...owners])).filter((id) => id !== ''),
      role,
      organization,
    },
  ];
}

/** A role with the calls that made and took it. */
interface RoleGiven {
  readonly role: string;
  readonly made: readonly Act[];
  readonly taken: readonly Act[];
  /** The earliest record of what was done by it. */
  readonly first: Act;
}

function rightLinks({ role, made, taken, first }: RoleGiven, grounds: Grounds): readonly AccessLink[] {
  const sentence = 'who made the role is not in these logs';
  const call = `CreateImpersonationRole of workmail whose answer names ${role}`;
  return [
    ...(made.length === 0
      ? [missingCall('grant', sentence, call, first)]
      : grantLinks(made, grounds, 'certain', 'the same role')),
    ...takenLinks(role, taken, made.length > 0, first),
  ];
}

/** Who made and took the role of a record that tells neither of reading nor of sending. */
export function rightBehind(
  { act, time, organization }: OwnRecord,
  role: string,
  grounds: Grounds,
): readonly AccessLink[] {
  const made = madeRole(role, organization, time, grounds);
  const taken = roleTakenBefore(role, organization, Number.isNaN(time) ? [] : [time], grounds).acts;
  return rightLinks({ role, made, taken, first: act }, grounds);
}

/** What was handed in out of one mailbox, after the role was taken by the same. */
interface SentPart {
  readonly owner: string;
  readonly records: readonly OwnRecord[];
  readonly taken: RoleTaken;
}

function sentParts(
  role: string,
  organization: string,
  sent: readonly OwnRecord[],
  grounds: Grounds,
  partOf: PartOf,
): readonly SentPart[] {
  const part = partOf(role, organization) ?? (() => '');
  const parts = listsBy(sent, (record) => `${record.text('owner')}\u0000${part(record.time)}`);
  return Array.from(parts.values(), (records) => ({
    owner: records[0].text('owner'),
    records,
    taken: roleTakenBefore(role, organization, timesOf(records), grounds),
  }));
}

/** With the messages that left soon after, each with what stands nearest before it. */
function messagesAfter(
  told: readonly SentPart[],
  trails: Trails,
): readonly (SentPart & { readonly messages: readonly SentMessage[] })[] {
  const met = new Set<SentMessage>();
  return told.map((each) => {
    const addresses = trails.addressesOf(each.owner);
    const open = trails.messagesOf(addresses).filter((message) => !met.has(message));
    const messages = leftSoonAfter(each.records, open, ({ from }) => addresses.has(from));
    for (const message of messages) met.add(message);
    return { ...each, messages };
  });
}

function sentBy(
  [strength, why]: readonly [Strength, string],
  takers: readonly Act[],
  hasTakers: boolean,
): [Strength, string] {
  return [strength, `${why}${hasTakers ? `, ${takersTold(takers)}` : ''}`];
}

function withTakers(takers: readonly Act[]): (link: AccessLink) => AccessLink {
  return (link) => (takers.length === 0 ? link : { ...link, takers });
}

/** What stands here beside that was asked for, in one sentence. */
function untoldLink(
  reads: readonly { readonly reads: MailboxReads }[],
  sent: readonly SentPart[],
): readonly AccessLink[] {
  if (reads.length + sent.length === 0) return [];
  const mailboxes = new Set([...reads.map((each) => each.reads.owner), ...sent.map(({ owner }) => owner)]).size;
  const sentence = `at other times the role was used in ${counted(mailboxes, 'mailbox', 'mailboxes')}, not in the fifteen minutes after this call or these calls`;
  return [{ step: 'read', sentence, acts: [] }];
}

/** Calls that made or changed a role, before the last time that something was done by it. */
function madeRole(role: string, organization: string, last: number, { actsOf }: Grounds): readonly Act[] {
  const changes = ['CreateImpersonationRole', 'UpdateImpersonationRole'].flatMap((action) =>
    actsOf('workmail', action),
  );
  return changes
    .filter((act) => {
      if (act.facts.outcome === 'failed') return false;
      const { organizationId } = act.facts;
      if (organization !== '' && organizationId !== '' && organizationId !== organization) return false;
      if (Number.isFinite(last) && act.time > last + CLOCKS) return false;
      return act.call.action === 'CreateImpersonationRole' ? act.row.made.includes(role) : roleIn(act) === role;
    })
    .sort((left, right) => left.time - right.time);
}

function takenLinks(role: string, taken: readonly Act[], isMade: boolean, first: Act): readonly AccessLink[] {
  const sentence = 'no call in these logs takes the role in the fifteen minutes before it was used';
  const call = `AssumeImpersonationRole of workmail that names ${role}`;
  if (taken.length === 0) return [missingCall('assume', sentence, call, first, 'within fifteen minutes before')];
  const actors = new Map<string, Act[]>();
  for (const act of taken) {
    const known = actors.get(act.actorKey);
    if (known === undefined) actors.set(act.actorKey, [act]);
    else known.push(act);
  }
  return Array.from(actors.values(), (acts): AccessLink => {
    const [one] = acts;
    const words = `${one === undefined ? 'somebody' : whoIs(one)} took the role${acts.length === 1 ? '' : ` ${counted(acts.length, 'time')}`}, ${when(acts)}`;
    return isMade
      ? {
          step: 'assume',
          sentence: `${words}${howSure('certain', 'the calls name the same role')}`,
          strength: 'certain',
          acts,
        }
      : { step: 'assume', sentence: words, acts };
  });
}

interface Read {
  readonly reads: MailboxReads;
  readonly taken: RoleTaken;
  readonly acts: readonly Act[];
}

/** `at most fifteen minutes after Jane (key AKIA…) took it`; of several it is said that one of them did. */
function takersTold(takers: readonly Act[]): string {
  const actors = Array.from(listsBy(takers, ({ actorKey }) => actorKey).values(), ([first]) => whoIs(first));
  if (actors.length === 0) return 'no call takes it in the fifteen minutes before';
  const open = actors.length === 1 ? '' : ", by whom of them it was used can't be told";
  return `at most fifteen minutes after ${actors.length === 1 ? few(actors) : `each of ${few(actors)}`} took it${open}`;
}

function readLink({ reads, taken, acts }: Read, mailbox: string, isMade: boolean, hasTakers: boolean): AccessLink {
  const from = Array.from(new Set(reads.cells.map(({ address }) => address))).filter((address) => address !== '');
  const where = from.length === 0 ? '' : `, from ${few(from)}`;
  const words = `in ${mailbox} it ${whatWasRead(reads)}, ${timesOfReading(reads)}${where}`;
  const rest = taken.unexplained === 0 ? '' : `, but for ${counted(taken.unexplained, 'moment')} of it`;
  const after = hasTakers ? takersTold(taken.acts) : 'at most fifteen minutes after it was taken';
  const soon = taken.acts.length === 0 && !hasTakers ? '' : `, ${after}${taken.acts.length === 0 ? '' : rest}`;
  if (taken.acts.length === 0 && !isMade) return { step: 'read', sentence: words, acts };
  const told = `${words}${howSure('likely', `the records name the same role${soon}`)}`;
  return withTakers(taken.acts)({ step: 'read', sentence: told, strength: 'likely', acts });
}

function othersLink(others: readonly Read[]): readonly AccessLink[] {
  if (others.length === 0) return [];
  const owners = new Set(others.map(({ reads }) => reads.owner)).size;
  const acts = asHappened(others.slice(0, MOST_ACTS).flatMap((each) => each.acts.slice(0, 1)));
  const sentence = `in ${counted(owners, 'more mailbox', 'more mailboxes')} it was used to read, or tried, the earliest of each is given here, ${when(acts)}${howSure('likely', 'the records name the same role')}`;
  return [{ step: 'read', sentence, strength: 'likely', acts }];
}

/** By the earliest time that something was read; those without one come last. */
function byBeginning(left: MailboxReads, right: MailboxReads): number {
  const [one, other] = [left, right].map(({ cells }) =>
    Math.min(Number.POSITIVE_INFINITY, ...cells.map(({ from }) => from).filter((time) => !Number.isNaN(time))),
  );
  return one === other ? 0 : (one ?? 0) - (other ?? 0);
}

/** What was read soon after the role was taken, where the log did not tell of roles, and no other role can have been meant. */
function blindReads(role: string, organization: string, grounds: Grounds): readonly Read[] {
  return grounds.reads().flatMap((reads): readonly Read[] => {
    if (reads.role !== '' || !reads.cells.every(({ isBlind }) => isBlind)) return [];
    const taken = roleTaken(reads, grounds);
    if (taken.acts.length === 0 || taken.unexplained > 0 || taken.acts.some((act) => roleIn(act) !== role)) return [];
    const acts = reads.acts(MOST_ACTS);
    return (acts[0]?.facts.organizationId ?? organization) === organization ? [{ reads, taken, acts }] : [];
  });
}

function blindLink({ reads, acts }: Read, mailbox: string): AccessLink {
  const why = 'the log did not tell of roles then, and this one was taken at most fifteen minutes before';
  const sentence = `in ${mailbox} somebody ${whatWasRead(reads)}, ${timesOfReading(reads)}${howSure('by-time', why)}`;
  return { step: 'read', sentence, strength: 'by-time', acts };
}

function weightOf(
  all: readonly Pick<Read, 'reads' | 'taken'>[],
  hasSent: boolean,
  isMove: boolean,
  grounds: Grounds,
): Weight {
  const own = all.map(({ reads, taken }) => weightOfReading(reads, grounds, taken, undefined));
  return own.reduce(heavier, hasSent && !isMove ? 'critical' : 'low');
}

/** Calls each once, as they happened. */
function asHappenedOnce({ actsOf }: Grounds, acts: readonly Act[]): readonly Act[] {
  const some = new Set(acts);
  return actsOf('workmail', 'AssumeImpersonationRole').filter((act) => some.has(act));
}

function timesOf(records: readonly OwnRecord[]): readonly number[] {
  return records.map(({ time }) => time).filter((time) => !Number.isNaN(time));
}

/** The latest of some times; minus infinity where none can be read. */
function latest(times: readonly number[]): number {
  const known = times.filter((time) => !Number.isNaN(time));
  return known.length === 0 ? Number.NEGATIVE_INFINITY : Math.max(...known);
}
