import { once } from '../../once';
import type { Act } from '../act';
import { type LetIn, letIn } from '../own/letIn';
import type { MailboxReads } from '../own/ownEvidence';
import { type OwnNamer, ownNamer } from '../own/ownNames';
import { readingTold } from '../own/readingTold';
import { spanOfReading, timesOfReading, whatWasRead } from '../own/readingWords';
import { howSoon, type RoleTaken, roleTaken } from '../own/roleTaken';
import { type FailedBefore, type SeenBefore, seenBefore } from '../own/seenBefore';
import { type Finding, findingIn } from './answer';
import { byWeight } from './callsFound';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { weightOfReading } from './readingWeight';
import { rowLabel } from './rowLabel';
import { callTold, counted, when, whoIs } from './told';

/** More records carry one finding in a large log than anybody reads. */
const MOST_ACTS = 100;
/** Of all findings together. */
const MOST_IN_ALL = 20_000;

/** Who read what in which mailbox, as the mailbox access log tells; nothing where there is none. The weightiest first. */
export function readings(grounds: Grounds): readonly Finding[] {
  const own = grounds.evidence.own();
  if (!own.counts.has('mailbox-access')) return [];
  const all = grounds.reads();
  const seen = seenBefore(own, all);
  const name = ownNamer(grounds.evidence);
  const most = Math.max(1, Math.min(MOST_ACTS, Math.floor(MOST_IN_ALL / Math.max(1, all.length))));
  return all
    .flatMap((reads) => findingOf(reads, { grounds, seen, name, most }))
    .sort(weightyAndEarly)
    .map(({ finding }) => finding);
}

/** What readings are told with. */
interface Told {
  readonly grounds: Grounds;
  readonly seen: SeenBefore;
  readonly name: OwnNamer;
  readonly most: number;
}

/** A finding, and when the first thing was read: no other event has to be looked at to put findings in order. */
interface Timed {
  readonly finding: Finding;
  readonly time: number;
}

function weightyAndEarly(left: Timed, right: Timed): number {
  const byWeights = byWeight(left.finding, right.finding);
  if (byWeights !== 0) return byWeights;
  if (left.time !== right.time) return left.time < right.time ? -1 : 1;
  return textIn(left) < textIn(right) ? -1 : 1;
}

function textIn({ finding: { reading } }: Timed): string {
  return JSON.stringify(reading);
}

function findingOf(reads: MailboxReads, { grounds, seen, name, most }: Told): readonly Timed[] {
  const [first] = reads.acts(1);
  if (first === undefined) return [];
  const records = once((): Finding['acts'] => {
    const [, ...others] = reads.acts(most);
    return [first, ...others];
  });
  const areMore = reads.records > most;
  const mayBeByRole = reads.door === 'impersonation' || reads.cells.some(({ isBlind }) => isBlind);
  const taken = mayBeByRole ? roleTaken(reads, grounds) : undefined;
  const letInBy = reads.door === 'permission' ? letIn(reads, grounds) : undefined;
  const guesses = seen.failedBefore(reads);
  const calls = callsTold(taken, letInBy);
  // What was read comes first, also before what let the reader in: that is what the finding is about.
  const acts = (): Finding['acts'] => {
    const [one, ...others] = records();
    return [one, ...others, ...calls];
  };
  const parts = (): readonly string[] => [
    `${whatWasRead(reads)}, ${timesOfReading(reads)}`,
    ...byWhat(reads),
    ...throughWhat(reads, grounds, taken, letInBy),
    ...toldNew(reads, seen, guesses),
    ...(areMore && records().length === most
      ? [`${counted(reads.records, 'record')} tell of it, copies counted once; the earliest ${most} are given here`]
      : []),
  ];
  const subject = (): string => who(reads, name);
  const finding = findingIn(acts, {
    kind: 'reading',
    weight: weightOfReading(reads, grounds, taken, guesses),
    summary: () => `${subject()}: ${parts().join('; ')}.`,
    label: () => rowLabel(`${whatWasRead(reads)} · ${subject()}`, [first]),
    entities: () => Array.from(new Set([reads.user, reads.owner, reads.role])).filter((id) => id !== ''),
    parts: () => ({ lead: `${subject()}: ${whatWasRead(reads)}.`, facts: parts().slice(1) }),
    reading: readingTold(reads),
    ...((areMore || calls.length > 0 || reads.records > records().length) && { span: spanOfReading(reads) }),
  });
  return [{ finding, time: first.time }];
}

/** The calls that the sentence names: of everybody who took the role the first, or the one that lets the reader in. */
function callsTold(taken: RoleTaken | undefined, letInBy: LetIn | undefined): readonly Act[] {
  const byActor = new Map<string, Act>();
  for (const act of taken?.acts ?? []) if (!byActor.has(whoIs(act))) byActor.set(whoIs(act), act);
  const [grant] = letInBy?.grants ?? [];
  return [...byActor.values(), ...(grant === undefined ? [] : [grant.act])];
}

/** `Alice (1b07…) in the mailbox of Bob (0401…)` */
function who({ user, owner, role, door }: MailboxReads, name: OwnNamer): string {
  const mailbox = `the mailbox of ${name(owner, 'somebody that is not told')}`;
  if (door === 'impersonation') return `Impersonation role ${name(role, 'that is not told')} in ${mailbox}`;
  if (door === 'not-known' && user !== '' && user === owner)
    return `Somebody as ${name(user, '')}, in the same mailbox`;
  if (user !== '' && user === owner) return `${name(user, '')} in their own mailbox`;
  return `${name(user, 'A reader that is not told')} in ${mailbox}`;
}

function byWhat(reads: MailboxReads): readonly string[] {
  const { protocols, addresses } = readingTold(reads);
  const programs = reads.programs.map(({ program }) => program);
  return [
    ...(protocols.length > 0 ? [`over ${few(protocols)}`] : []),
    ...(addresses.length > 0 ? [`from ${few(addresses)}`] : ['from where is not told']),
    ...(programs.length > 0 ? [`with ${few(programs)}`] : []),
  ];
}

function throughWhat(
  reads: MailboxReads,
  grounds: Grounds,
  taken: RoleTaken | undefined,
  letInBy: LetIn | undefined,
): readonly string[] {
  switch (reads.door) {
    case 'own':
      return [];
    case 'token':
      return ['a personal access token signed in from there and no password did (told by time)'];
    case 'not-known':
      return [
        'how they came in is not told',
        ...(taken !== undefined && taken.acts.length > 0 ? roleWords(taken, 'a role', grounds) : []),
      ];
    case 'permission': {
      const grant = letInBy?.grants[0]?.act;
      if (letInBy === undefined || grant === undefined)
        return [
          grounds.evidence.mail.length === 0
            ? 'who gave access to this mailbox CloudTrail would tell, of which no call of WorkMail is here'
            : 'no call in these logs gives access to this mailbox',
        ];
      const { unexplained, untimed, isTold } = letInBy;
      const but = unexplained > 0 ? `, but for ${counted(unexplained, 'moment')} of it` : '';
      const call = callTold(grant);
      if (!isTold) return [`${call} may let them in: whether it held then can't be told`];
      const rest =
        untimed > 0 ? [`whether it held when ${counted(untimed, 'record')} without a time was made can't be told`] : [];
      return [`${call} lets them in (likely${but})`, ...rest];
    }
    case 'impersonation':
      return roleWords(taken, 'the role', grounds);
  }
}

function roleWords(taken: RoleTaken | undefined, role: string, grounds: Grounds): readonly string[] {
  if (taken === undefined || taken.acts.length === 0)
    return [
      grounds.evidence.mail.length === 0
        ? 'who took the role CloudTrail would tell, of which no call of WorkMail is here'
        : 'no call in these logs takes this role in the fifteen minutes before',
    ];
  const actors = Array.from(new Set(taken.acts.map(whoIs)));
  const isLikely = actors.length === 1 && role === 'the role';
  const strength = `${isLikely ? 'likely: the same role' : 'by time'}, ${howSoon(taken)} before`;
  const rest =
    taken.unexplained > 0 ? [`${counted(taken.unexplained, 'moment')} of it without such a call before`] : [];
  return [`${role} was taken by ${few(actors)}, ${when(taken.acts.slice(0, 1))} (${strength})`, ...rest];
}

function toldNew(reads: MailboxReads, seen: SeenBefore, guesses: FailedBefore | undefined): readonly string[] {
  const { addresses, protocols, programs } = seen.newOf(reads);
  return [
    ...(addresses.length > 0 ? [`not seen from ${few(addresses)} before`] : []),
    ...(protocols.length > 0 ? [`not seen over ${few(protocols)} before`] : []),
    ...(programs.length > 0 ? [`not seen with ${few(programs)} before`] : []),
    ...(guesses === undefined
      ? []
      : [`${counted(guesses.tries, 'failed sign-in')} from ${guesses.address} in the hour before it was first used`]),
  ];
}
