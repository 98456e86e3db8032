import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { MailboxReads, OwnRecord } from '../own/ownEvidence';
import { ownNamer } from '../own/ownNames';
import { CLOCKS } from '../own/readDoors';
import { timesOfReading, whatWasRead } from '../own/readingWords';
import { type RoleTaken, roleIn, roleTaken, roleTakenBefore } from '../own/roleTaken';
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
import type { Trails } from './trails';

/** Of the records of one link so many are given. */
const MOST_ACTS = 100;
/** More mailboxes that one role read in are told together: a backup reads in all. */
const MOST_MAILBOXES = 20;

/** What was done by each impersonation role: made, taken, what was read by it, what was sent, and where rules sent that on. */
export function roleAccesses(grounds: Grounds, trails: Trails): readonly Access[] {
  const own = grounds.evidence.own();
  const reads = listsBy(
    grounds.reads().filter(({ role }) => role !== ''),
    ({ role }) => role,
  );
  const sent = listsBy(
    submissions(own).filter((record) => record.text('impersonator') !== ''),
    (record) => record.text('impersonator'),
  );
  return Array.from(new Set([...reads.keys(), ...sent.keys()]))
    .sort()
    .flatMap((role) => accessOf({ role, reads: reads.get(role) ?? [], sent: sent.get(role) ?? [] }, grounds, trails));
}

interface DoneByRole {
  readonly role: string;
  readonly reads: readonly MailboxReads[];
  readonly sent: readonly OwnRecord[];
}

function accessOf({ role, reads, sent }: DoneByRole, grounds: Grounds, trails: Trails): readonly Access[] {
  const { evidence } = grounds;
  const name = ownNamer(evidence);
  const mailbox = (owner: string): string => `the mailbox of ${name(owner, 'somebody that is not told')}`;
  const all = [...reads].sort(byBeginning).map((each, at) => ({
    reads: each,
    taken: roleTaken(each, grounds),
    acts: each.acts(at < MOST_MAILBOXES ? MOST_ACTS : 1),
  }));
  const first = all.flatMap(({ acts }) => acts)[0] ?? sent[0]?.act;
  if (first === undefined) return [];
  const organization = first.facts.organizationId;
  const takenToSend = roleTakenBefore(role, organization, timesOf(sent), grounds);
  const blind = blindReads(role, organization, grounds);
  const used = [...all, ...blind].flatMap((each) => each.taken.acts);
  const taken = asHappenedOnce(grounds, [...used, ...takenToSend.acts]);
  const last = Math.max(...all.map(({ reads: { cells } }) => latest(cells.map(({ to }) => to))), latest(timesOf(sent)));
  const made = madeRole(role, organization, last, grounds);
  const owners = listsBy(sent, (record) => record.text('owner'));
  const left = Array.from(owners, ([owner, records]) => {
    const addresses = trails.addressesOf(owner);
    return {
      owner,
      records,
      messages: leftSoonAfter(records, trails.messagesOf(addresses), ({ from }) => addresses.has(from)),
    };
  });
  const tied: readonly [Strength, string] | undefined =
    reads.length > 0
      ? ['certain', 'the mailbox access log has the same role']
      : made.length + taken.length > 0
        ? ['likely', 'the records name the same role']
        : undefined;
  const links: readonly AccessLink[] = [
    ...(made.length === 0
      ? [
          missingCall(
            'grant',
            'who made the role is not in these logs',
            `CreateImpersonationRole of workmail whose answer names ${role}`,
            first,
          ),
        ]
      : grantLinks(made, grounds, 'certain', 'the same role')),
    ...takenLinks(role, taken, made.length > 0, first),
    ...all.slice(0, MOST_MAILBOXES).map((each) => readLink(each, mailbox(each.reads.owner), made.length > 0)),
    ...othersLink(all.slice(MOST_MAILBOXES)),
    ...blind.map((each) => blindLink(each, mailbox(each.reads.owner))),
    ...left.flatMap(({ owner, records, messages }) => [
      ...submittedLink(records, mailbox(owner), tied),
      ...messagesLink(messages, 'by-time', 'from an address of that mailbox, within a minute'),
    ]),
    ...trails.rules.ofMessages(left.flatMap(({ messages }) => messages)),
    ...forwardedFrom(
      openedMailboxes(
        all.map((each) => each.reads),
        sent,
      ),
      mailbox,
      trails,
    ),
    ...missingEvents(evidence, sent.length > 0),
  ];
  return [
    {
      who: `Impersonation role ${name(role, role)}`,
      weight: weightOf(all, sent.length > 0, taken.every(grounds.isMove) && taken.length > 0, grounds),
      links,
      entities: Array.from(new Set([role, ...reads.map(({ owner }) => owner), ...owners.keys()])).filter(
        (id) => id !== '',
      ),
      role,
    },
  ];
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

function readLink({ reads, taken, acts }: Read, mailbox: string, isMade: boolean): AccessLink {
  const from = Array.from(new Set(reads.cells.map(({ address }) => address))).filter((address) => address !== '');
  const where = from.length === 0 ? '' : `, from ${few(from)}`;
  const words = `in ${mailbox} it ${whatWasRead(reads)}, ${timesOfReading(reads)}${where}`;
  const rest = taken.unexplained === 0 ? '' : `, but for ${counted(taken.unexplained, 'moment')} of it`;
  const soon = taken.acts.length === 0 ? '' : `, at most fifteen minutes after it was taken${rest}`;
  if (taken.acts.length === 0 && !isMade) return { step: 'read', sentence: words, acts };
  return {
    step: 'read',
    sentence: `${words}${howSure('likely', `the records name the same role${soon}`)}`,
    strength: 'likely',
    acts,
  };
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

function weightOf(all: readonly Read[], hasSent: boolean, isMove: boolean, grounds: Grounds): Weight {
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
