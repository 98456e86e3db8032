import { allOf, exactly, type Question } from '../../query/question';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { Evidence } from '../evidence';
import { type Answer, type Finding, findingOf } from './answer';
import { byWeight } from './callsFound';
import { deeds } from './deeds';
import { type Grounds, keyOrRole } from './grounds';
import { idsIn } from './idsIn';
import { noMail } from './noMail';
import { rowLabel } from './rowLabel';
import { counted, tell, when, whoIs } from './told';
import type { WeightyActor } from './weightyActor';

/** More nobody reads one by one; the first did most. */
const MOST_ACTORS = 20;

/** With which credentials those came who did something weighty, and where these came from. */
export function wayIn(grounds: Grounds): Answer {
  const { evidence } = grounds;
  if (evidence.mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(evidence), findings: [], notCovered: [] };
  const actors = grounds.weightyActors();
  const findings = actors
    .slice(0, MOST_ACTORS)
    .flatMap((actor) => [
      ...credentialsOf(actor, grounds),
      ...newAddress(actor, evidence),
      ...failedBefore(actor, evidence),
    ]);
  findings.sort(byWeight);
  const [first] = findings;
  if (first === undefined) {
    const sentence = 'Nobody did anything weighty outside of a planned move, so there is no way in to look for.';
    return { status: 'nothing-found', sentence, findings: [], notCovered: [] };
  }
  const others = actors.length > 1 ? ` ${counted(actors.length - 1, 'other actor')} did something weighty, too.` : '';
  return { status: 'answered', sentence: `${first.summary}${others}`, findings, notCovered: [] };
}

function credentialsOf({ weighty, all }: WeightyActor, grounds: Grounds): readonly Finding[] {
  const [first] = weighty;
  const own = new Set<string>();
  for (const { row } of all) {
    own.add(row.accessKey);
    // The ARN of a user is older than any of its keys.
    if (row.actorKind === 'AssumedRole') own.add(row.actorArn);
  }
  own.delete('');
  const giving = new Set<Act>();
  for (const text of own) for (const act of grounds.giversOf(text)) giving.add(act);
  const givers = asHappened(giving);
  const { credentials, mfa } = first.facts.actor;
  const lasting = `${whoIs(first)} came with a key that stays until somebody deletes it`;
  const factor = mfa === undefined ? '' : mfa ? ', begun with a second factor' : ', begun without a second factor';
  const session = `${whoIs(first)} came with credentials of a session${factor}`;
  const kind = credentials === 'long-term' ? 'key' : credentials === 'temporary' ? 'session' : 'credentials';
  const came =
    kind === 'key'
      ? lasting
      : kind === 'session'
        ? session
        : `${whoIs(first)} came with credentials that the records do not tell the kind of`;
  const absent = `; what gave ${kind === 'key' ? 'it' : 'them'} out is not in these logs`;
  const told = givers[0] === undefined ? absent : `; ${givenBy(givers[0], kind === 'key')}`;
  const found = findingOf([...givers, ...weighty], () => ({
    kind,
    weight: 'critical',
    summary: `${came}${told}. The weighty acts began ${when([first])}.${goneText(first, grounds)}`,
    label: rowLabel(CAME_WITH[kind], [first], first),
    actor: keyOrRole(first),
    entities: idsIn(givers),
  }));
  return found === undefined ? [] : [found];
}

/** ` The key was deleted 2026-05-17 07:43:22 UTC.`; empty where nothing tells of an end. */
function goneText({ row }: Act, { keysOff }: Grounds): string {
  const ended = row.accessKey === '' ? undefined : keysOff().get(row.accessKey);
  if (ended === undefined) return '';
  return ` The key was ${ended.row.action === 'DeleteAccessKey' ? 'deleted' : 'switched off'} ${when([ended])}.`;
}

const CAME_WITH = {
  key: 'came with a key that stays',
  session: 'came with credentials of a session',
  credentials: 'came with credentials of an unknown kind',
} as const;

function givenBy(act: Act, isKey: boolean): string {
  return `${isKey ? 'it was' : 'they were'} given out by ${act.row.action}, ${when([act])}, called by ${whoIs(act)}`;
}

/** A key that stays, and is used from an address that it never came from before. */
function newAddress({ weighty, all }: WeightyActor, evidence: Evidence): readonly Finding[] {
  const [first] = weighty;
  const address = first.facts.sourceIPAddress;
  if (first.facts.actor.credentials !== 'long-term' || address === '') return [];
  const key = first.row.accessKey;
  const [begin] = evidence.find(allOf([having('key', key), having('address', address)]), 1);
  const before = all.filter(({ row, facts }) => row.accessKey === key && facts.sourceIPAddress !== address);
  const usual = begin === undefined ? [] : before.filter(({ row }) => row.time < begin.row.time);
  if (begin === undefined || usual.length === 0) return [];
  const goesOn = before.some(({ row }) => row.time > begin.row.time) ? ', and it went on coming from there' : '';
  const usually = Array.from(new Set(usual.map(({ facts }) => facts.sourceIPAddress)))
    .slice(0, 3)
    .join(', ');
  const found = findingOf([...usual.slice(-1), begin, first], () => ({
    kind: 'new-address',
    weight: 'critical',
    label: rowLabel(`the key came from a new address, ${address}`, [begin], first),
    summary: `The key came from ${address} first ${when([begin])}; until then it came from ${usually}${goesOn}.`,
    actor: keyOrRole(first),
    entities: [address],
  }));
  return found === undefined ? [] : [found];
}

function having(field: 'key' | 'address', text: string): Question {
  return { kind: 'field', field, values: [exactly(text)] };
}

/** What was not allowed; other calls fail for many reasons. */
const REFUSED = /AccessDenied|Unauthori[sz]ed|NotAuthorized/;
const SIGN_IN = /^(?:ConsoleLogin|CheckMfa)$/;

/** Sign-ins of the same identity that failed before, and calls that were refused. */
function failedBefore({ weighty, all }: WeightyActor, evidence: Evidence): readonly Finding[] {
  const [first] = weighty;
  const failed = all.filter(
    ({ row }) =>
      row.outcome === 'failed' &&
      row.time <= first.row.time &&
      (SIGN_IN.test(row.action) || REFUSED.test(row.errorCode)),
  );
  const found = findingOf(failed, (acts) => ({
    kind: 'failed-before',
    weight: 'high',
    summary: `Before that, calls were refused: ${tell(acts, evidence.entities)}`,
    label: rowLabel(`refused before: ${deeds(acts, evidence.entities)}`, acts, first),
    actor: keyOrRole(first),
    entities: [],
  }));
  return found === undefined ? [] : [found];
}
