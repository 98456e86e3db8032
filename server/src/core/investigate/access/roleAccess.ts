import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import { housesApart } from '../own/housesApart';
import type { MailboxReads, OwnRecord, PartOf } from '../own/ownEvidence';
import { ownNamer } from '../own/ownNames';
import { type RoleTaken, roleTaken, takingCalls } from '../own/roleTaken';
import { type Grounds, heavier } from '../questions/grounds';
import { weightOfReading } from '../questions/readingWeight';
import { counted } from '../questions/told';
import { type Access, type AccessLink, type Strength, withTakers } from './accessLink';
import { forwardedFrom } from './forwardedFrom';
import { listsBy } from './listsBy';
import { messagesLink, submissions, submittedLink } from './mailSent';
import { missingEvents } from './missingLinks';
import { openedMailboxes } from './opened';
import { madeRole, rightLinks } from './roleGiven';
import { blindLink, blindReads, byBeginning, MOST_ACTS, othersLink, type Read, readLink } from './roleReads';
import { messagesAfter, type SentPart, sentBy, sentParts, timesOf } from './roleSent';
import type { Trails } from './trails';
import { allUse, partsByTakers, type UseAsked } from './useAsked';

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
    ...left.flatMap(({ owner, records, messages, taken }) => [
      ...submittedLink(records, mailbox(owner), tied && sentBy(tied, taken, hasTakers)).map(withTakers(taken.acts)),
      ...messagesLink(messages, 'by-time', 'from an address of that mailbox, within a minute').map(
        withTakers(taken.acts),
      ),
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

/** The latest of some times; minus infinity where none can be read. */
function latest(times: readonly number[]): number {
  const known = times.filter((time) => !Number.isNaN(time));
  return known.length === 0 ? Number.NEGATIVE_INFINITY : Math.max(...known);
}
