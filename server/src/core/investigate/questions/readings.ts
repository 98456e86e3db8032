import type { Weight } from '../../check/schemaTypes';
import { entityOf, nameIn } from '../entities';
import { letIn } from '../own/letIn';
import type { MailboxReads } from '../own/ownEvidence';
import { blindStretches, doorsOf } from '../own/readDoors';
import { readingTold } from '../own/readingTold';
import { type RoleTaken, roleTaken } from '../own/roleTaken';
import { type FailedBefore, type SeenBefore, seenBefore } from '../own/seenBefore';
import { signInNames } from '../own/signInNames';
import { shortId } from '../shortId';
import { secondText } from '../utcText';
import { type Finding, findingIn } from './answer';
import { byWeight } from './callsFound';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { rowLabel } from './rowLabel';
import { counted, whoIs } from './told';

/** More records carry one finding in a large log than anybody reads. */
const MOST_ACTS = 100;
/** Of all findings together. */
const MOST_IN_ALL = 20_000;
/** So many failures are no slip of a finger. */
const GUESSES = 3;

/** Who read what in which mailbox, as the mailbox access log tells; nothing where there is none. The weightiest first. */
export function readings(grounds: Grounds): readonly Finding[] {
  const own = grounds.evidence.own();
  if (!own.counts.has('mailbox-access')) return [];
  const all = own.reads(doorsOf(own), blindStretches(grounds.ownLogs()));
  const seen = seenBefore(own, all);
  const names = signInNames(own);
  const most = Math.max(1, Math.min(MOST_ACTS, Math.floor(MOST_IN_ALL / Math.max(1, all.length))));
  return all.flatMap((reads) => findingOf(reads, { grounds, seen, names, most })).sort(weightyAndEarly);
}

/** What readings are told with. */
interface Told {
  readonly grounds: Grounds;
  readonly seen: SeenBefore;
  readonly names: Names;
  readonly most: number;
}

/** By id of a user. */
type Names = ReadonlyMap<string, string>;

function weightyAndEarly(left: Finding, right: Finding): number {
  const [one, other] = [left.acts[0].time, right.acts[0].time];
  if (byWeight(left, right) !== 0) return byWeight(left, right);
  if (one !== other) return one < other ? -1 : 1;
  return textIn(left) < textIn(right) ? -1 : 1;
}

function textIn({ reading }: Finding): string {
  return JSON.stringify(reading);
}

function findingOf(reads: MailboxReads, { grounds, seen, names, most }: Told): readonly Finding[] {
  const [first, ...others] = reads.acts(most);
  if (first === undefined) return [];
  const acts = [first, ...others] as const;
  const mayBeByRole = reads.door === 'impersonation' || reads.cells.some(({ isBlind }) => isBlind);
  const taken = mayBeByRole ? roleTaken(reads, grounds) : undefined;
  const guesses = seen.failedBefore(reads);
  const parts = (): readonly string[] => [
    `${what(reads)}, ${times(reads)}`,
    ...byWhat(reads),
    ...throughWhat(reads, grounds, taken),
    ...toldNew(reads, seen, guesses),
    ...(acts.length === most && reads.records > most
      ? [`${counted(reads.records, 'record')} tell of it, the earliest ${most} are given here`]
      : []),
  ];
  const subject = (): string => who(reads, grounds, names);
  return [
    findingIn(acts, {
      kind: 'reading',
      weight: weightOf(reads, grounds, taken, guesses),
      summary: () => `${subject()}: ${parts().join('; ')}.`,
      label: () => rowLabel(`${what(reads)}, ${subject()}`, acts),
      entities: () => Array.from(new Set([reads.user, reads.owner, reads.role])).filter((id) => id !== ''),
      parts: () => ({ lead: `${subject()}: ${what(reads)}.`, facts: parts().slice(1) }),
      reading: readingTold(reads),
    }),
  ];
}

/** `Alice (1b07…) in the mailbox of Bob (0401…)` */
function who({ user, owner, role, door }: MailboxReads, grounds: Grounds, names: Names): string {
  const name = (id: string, kind: string): string => {
    if (id === '') return `${kind} that is not told`;
    const called = nameIn(entityOf(grounds.evidence.entities, '', id));
    const shown = called ?? names.get(id);
    return shown === undefined ? id : `${shown} (${shortId(id)})`;
  };
  const mailbox = `the mailbox of ${name(owner, 'somebody')}`;
  if (door === 'impersonation') return `Impersonation role ${name(role, 'a role')} in ${mailbox}`;
  if (door === 'not-known' && user !== '' && user === owner)
    return `Somebody as ${name(user, 'a reader')}, in the same mailbox`;
  if (user !== '' && user === owner) return `${name(user, 'a reader')} in their own mailbox`;
  return `${name(user, 'A reader')} in ${mailbox}`;
}

function what({ items, folders, attachments, refused }: MailboxReads): string {
  const read = [
    items === undefined ? 'messages, how many is not told' : items > 0 ? counted(items, 'message') : '',
    folders === undefined
      ? 'folders, how many is not told'
      : folders > 0
        ? `${counted(folders, 'folder')} opened or listed`
        : '',
    attachments === undefined
      ? 'attachments, how many is not told'
      : attachments > 0
        ? counted(attachments, 'attachment')
        : '',
  ].filter((text) => text !== '');
  const denied =
    refused === undefined
      ? 'what was refused is not told'
      : refused > 0
        ? `${counted(refused, 'attempt')} refused`
        : '';
  if (read.length === 0) return denied === '' ? 'read nothing' : `read nothing, ${denied}`;
  return `read ${read.join(', ')}${denied === '' ? '' : `; ${denied}`}`;
}

function times({ cells }: MailboxReads): string {
  const froms = cells.map(({ from }) => from).filter((time) => !Number.isNaN(time));
  const tos = cells.map(({ to }) => to).filter((time) => !Number.isNaN(time));
  if (froms.length === 0) return 'at a time that cannot be read';
  const [first, last] = [secondText(Math.min(...froms)), secondText(Math.max(...tos))];
  return first === last ? `${first} UTC` : `${first} to ${last} UTC`;
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

function throughWhat(reads: MailboxReads, grounds: Grounds, taken: RoleTaken | undefined): readonly string[] {
  switch (reads.door) {
    case 'own':
      return [];
    case 'token':
      return ['a personal access token signed in from there and no password did (told by time)'];
    case 'not-known':
      return [
        'how they came in is not told',
        ...(taken !== undefined && taken.acts.length > 0 ? roleWords(taken, 'a role') : []),
      ];
    case 'permission': {
      const grants = letIn(reads, grounds);
      const [grant] = grants;
      if (grant === undefined) return ['no call in these logs gives access to this mailbox'];
      return [`${grant.row.action} by ${whoIs(grant)} at ${grant.row.eventTime} lets them in (likely)`];
    }
    case 'impersonation':
      return roleWords(taken, 'the role');
  }
}

function roleWords(taken: RoleTaken | undefined, role: string): readonly string[] {
  if (taken === undefined || taken.acts.length === 0)
    return ['no call in these logs takes this role in the fifteen minutes before'];
  const actors = Array.from(new Set(taken.acts.map(whoIs)));
  const isLikely = actors.length === 1 && role === 'the role';
  const strength = `${isLikely ? 'likely: the same role' : 'by time'}, at most fifteen minutes before`;
  const rest = taken.unexplained > 0 ? [`${counted(taken.unexplained, 'record')} without such a call before`] : [];
  return [`${role} was taken by ${few(actors)} at ${taken.acts[0]?.row.eventTime ?? ''} (${strength})`, ...rest];
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

function weightOf(
  reads: MailboxReads,
  { isMove }: Grounds,
  taken: RoleTaken | undefined,
  guesses: FailedBefore | undefined,
): Weight {
  const { items, folders, attachments, door } = reads;
  const gotSomething = items !== 0 || folders !== 0 || attachments !== 0;
  if (door === 'impersonation') {
    if (taken !== undefined && taken.acts.length > 0 && taken.unexplained === 0 && taken.acts.every(isMove))
      return 'low';
    return gotSomething ? 'critical' : 'high';
  }
  if (!gotSomething) return 'low';
  if (door === 'not-known' && taken !== undefined && taken.acts.length > 0) return 'high';
  if (guesses !== undefined && (guesses.tries >= GUESSES || guesses.names > 1)) return 'high';
  if (door === 'permission' || door === 'not-known') return 'medium';
  return door === 'token' ? 'low' : 'info';
}
