import type { Act } from '../act';
import { type Answer, type Finding, findingOf } from './answer';
import { byWeight } from './callsFound';
import { closedAgain } from './closedAgain';
import { actorOfAct, type Grounds, keyOrRole } from './grounds';
import { idsIn } from './idsIn';
import { noMail } from './noMail';
import { phraseOf } from './phrase';
import { rowLabel } from './rowLabel';
import { asideText, isBelieved } from './timesAside';
import { counted, nameOf, when, whoIs } from './told';
import type { WeightyActor } from './weightyActor';

/** The longest that credentials of a session last: those of a role twelve hours, of a user thirty-six. Milliseconds. */
const HOUR = 3_600_000;
const LONGEST_OF_ROLE = 12 * HOUR;
const LONGEST_OF_USER = 36 * HOUR;

/** Which doors those who did something weighty left open, as far as the logs tell. None is left out: somebody has to close each. */
export function stillOpen(grounds: Grounds): Answer {
  const { mail } = grounds.evidence;
  if (mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(grounds.evidence), findings: [], notCovered: [] };
  const actors = grounds.weightyActors();
  const off = grounds.keysOff();
  const findings = [...actors.flatMap((actor) => credentials(actor, grounds, off)), ...doorsLeft(actors, grounds)].sort(
    byWeight,
  );
  const [first] = findings;
  if (first === undefined) {
    const closed = closedAgain(actors, grounds, off);
    if (closed !== undefined) return closed;
    const sentence =
      actors.length === 0
        ? 'Nobody did anything weighty outside of a planned move, so there is no door of theirs to close.'
        : 'Every door that these logs tell of was closed again; those that they do not tell of may be open.';
    return { status: 'nothing-found', sentence, findings: [], notCovered: [] };
  }
  const more = findings.length > 1 ? ` ${counted(findings.length - 1, 'other door')} may be open.` : '';
  return {
    status: 'answered',
    sentence: `${first.summary}${more}`,
    findings,
    notCovered: asideText(grounds.evidence.reach),
  };
}

function credentials(
  { weighty, all }: WeightyActor,
  { evidence }: Grounds,
  off: ReadonlyMap<string, Act>,
): readonly Finding[] {
  const [first] = weighty;
  const last = all.at(-1) ?? first;
  const end = evidence.reach.to ?? Number.NaN;
  return Array.from(byKey(all)).flatMap(([key, used]) => {
    const lastUsed = used.at(-1) ?? last;
    const isLasting = lastUsed.facts.actor.credentials === 'long-term';
    if (off.has(key)) return [];
    const longest = lastUsed.row.actorKind === 'AssumedRole' ? LONGEST_OF_ROLE : LONGEST_OF_USER;
    // Of a session with a time that is not believed nobody knows when it ended.
    const isDated = used[0] !== undefined && isBelieved(used[0], evidence.reach);
    if (!isLasting && isDated && end - firstTime(used) > longest) return [];
    const found = findingOf([lastUsed], () => ({
      kind: isLasting ? 'key' : 'session',
      weight: isLasting ? 'critical' : 'high',
      summary: () =>
        isLasting
          ? `The key ${key} of ${nameOf(lastUsed)} was last used ${when([lastUsed])}, and no event switches it off or deletes it.`
          : `The session of ${whoIs(lastUsed)}, seen first ${when(used.slice(0, 1))}, may have lasted beyond the end of these logs.`,
      label: () =>
        rowLabel(
          isLasting ? `the key ${key} was not switched off` : 'a session may have gone on',
          [lastUsed],
          lastUsed,
        ),
      actor: keyOrRole(lastUsed),
      entities: [key],
    }));
    return found ?? [];
  });
}

function byKey(acts: readonly Act[]): ReadonlyMap<string, readonly Act[]> {
  const keys = new Map<string, Act[]>();
  for (const act of acts) {
    const { accessKey } = act.row;
    const known = keys.get(accessKey);
    if (known !== undefined) known.push(act);
    else if (accessKey !== '') keys.set(accessKey, [act]);
  }
  return keys;
}

function firstTime(acts: readonly Act[]): number {
  return acts[0]?.row.time ?? Number.NaN;
}

function doorsLeft(actors: readonly WeightyActor[], grounds: Grounds): readonly Finding[] {
  const { entities } = grounds.evidence;
  const own = new Set(actors.map(({ weighty: [first] }) => actorOfAct(first)));
  const isTheirs = (act: Act): boolean => !act.isByService && own.has(actorOfAct(act));
  const left = grounds
    .doors()
    .filter(
      ({ act, closed, isGuard }) => closed === undefined && (isGuard === true || isTheirs(act)) && !grounds.isMove(act),
    );
  return left.flatMap(({ act, what }) => {
    const found = findingOf([act], () => ({
      kind: 'door',
      weight: act.facts.weight === 'critical' ? 'critical' : 'high',
      summary: () =>
        `${what} stayed: ${whoIs(act)} ${phraseOf(act, entities)}, ${when([act])}, and no event takes it back.`,
      label: () => rowLabel(`${what} stayed: ${phraseOf(act, entities)}`, [act], act),
      actor: keyOrRole(act),
      entities: () => idsIn([act]),
    }));
    return found ?? [];
  });
}
