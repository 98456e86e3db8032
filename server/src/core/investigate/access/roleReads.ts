import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { MailboxReads } from '../own/ownEvidence';
import { timesOfReading, whatWasRead } from '../own/readingWords';
import { howSoon, type RoleTaken, roleIn, roleTaken, sameRole } from '../own/roleTaken';
import type { Grounds } from '../questions/grounds';
import { few } from '../questions/phrase';
import { counted, when, whoIs } from '../questions/told';
import { type AccessLink, howSure, withTakers } from './accessLink';
import { listsBy } from './listsBy';
import { spanBeyond } from './spanBeyond';

/** Of the records of one link so many are given. */
export const MOST_ACTS = 100;

export interface Read {
  readonly reads: MailboxReads;
  readonly taken: RoleTaken;
  readonly acts: readonly Act[];
}

/** `at most fifteen minutes after Jane (key AKIA…) took it`; of several it is said that one of them did. */
export function takersTold(taken: RoleTaken): string {
  const actors = Array.from(listsBy(taken.acts, ({ actorKey }) => actorKey).values(), ([first]) => whoIs(first));
  if (actors.length === 0) return 'no call takes it in the fifteen minutes before';
  const open = actors.length === 1 ? '' : ", by whom of them it was used can't be told";
  return `${howSoon(taken)} after ${actors.length === 1 ? few(actors) : `each of ${few(actors)}`} took it${open}`;
}

export function readLink(
  { reads, taken, acts }: Read,
  mailbox: string,
  isMade: boolean,
  hasTakers: boolean,
): AccessLink {
  const from = Array.from(new Set(reads.cells.map(({ address }) => address))).filter((address) => address !== '');
  const where = from.length === 0 ? '' : `, from ${few(from)}`;
  const span = spanBeyond(reads, acts);
  const words = `in ${mailbox} it ${whatWasRead(reads)}, ${timesOfReading(reads)}${where}`;
  const rest = taken.unexplained === 0 ? '' : `, but for ${counted(taken.unexplained, 'moment')} of it`;
  const after = hasTakers ? takersTold(taken) : `${howSoon(taken)} after it was taken`;
  const soon = taken.acts.length === 0 && !hasTakers ? '' : `, ${after}${taken.acts.length === 0 ? '' : rest}`;
  if (taken.acts.length === 0 && !isMade) return { step: 'read', sentence: words, acts, ...span };
  const told = `${words}${howSure('likely', `the records name the same role${soon}`)}`;
  return withTakers(taken.acts)({ step: 'read', sentence: told, strength: 'likely', acts, ...span });
}

export function othersLink(others: readonly Read[]): readonly AccessLink[] {
  if (others.length === 0) return [];
  const owners = new Set(others.map(({ reads }) => reads.owner)).size;
  const acts = asHappened(others.slice(0, MOST_ACTS).flatMap((each) => each.acts.slice(0, 1)));
  const sentence = `in ${counted(owners, 'more mailbox', 'more mailboxes')} it was used to read, or tried, the earliest of each is given here, ${when(acts)}${howSure('likely', 'the records name the same role')}`;
  return [{ step: 'read', sentence, strength: 'likely', acts }];
}

/** By the earliest time that something was read; those without one come last. */
export function byBeginning(left: MailboxReads, right: MailboxReads): number {
  const [one, other] = [left, right].map(({ cells }) =>
    Math.min(Number.POSITIVE_INFINITY, ...cells.map(({ from }) => from).filter((time) => !Number.isNaN(time))),
  );
  return one === other ? 0 : (one ?? 0) - (other ?? 0);
}

/** What was read soon after the role was taken, where the log did not tell of roles, and no other role can have been meant. */
export function blindReads(role: string, organization: string, grounds: Grounds): readonly Read[] {
  return grounds.reads().flatMap((reads): readonly Read[] => {
    if (reads.role !== '' || !reads.cells.every(({ isBlind }) => isBlind)) return [];
    const taken = roleTaken(reads, grounds);
    if (taken.acts.length === 0 || taken.unexplained > 0 || taken.acts.some((act) => !sameRole(roleIn(act), role)))
      return [];
    const acts = reads.acts(MOST_ACTS);
    return (acts[0]?.facts.organizationId ?? organization) === organization ? [{ reads, taken, acts }] : [];
  });
}

export function blindLink({ reads, taken, acts }: Read, mailbox: string): AccessLink {
  const why = `the log did not tell of roles then, and this one was taken ${howSoon(taken)} before`;
  const sentence = `in ${mailbox} somebody ${whatWasRead(reads)}, ${timesOfReading(reads)}${howSure('by-time', why)}`;
  return { step: 'read', sentence, strength: 'by-time', acts, ...spanBeyond(reads, acts) };
}
