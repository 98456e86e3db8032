import type { Act } from '../act';
import { type Answer, type Finding, findingOf } from './answer';
import { type Grounds, keyOrRole } from './grounds';
import { idsIn } from './idsIn';
import { phraseOf } from './phrase';
import { rowLabel } from './rowLabel';
import { counted, when, whoIs } from './told';
import type { WeightyActor } from './weightyActor';

/** The kind of findings that tell of a door that was closed again. */
export const CLOSED = 'closed-again';

/** More nobody reads one by one. */
const MOST_DOORS = 1000;

/**
 * Where nothing is open any more: what was opened and closed again, and by whom. Whoever has to answer for it wants to see each.
 *
 * @param actors who did something weighty
 * @param off keys that are switched off or deleted at the end
 * @returns undefined where nothing was closed
 */
export function closedAgain(
  actors: readonly WeightyActor[],
  grounds: Grounds,
  off: ReadonlyMap<string, Act>,
): Answer | undefined {
  const findings = [...doorsClosed(actors, grounds), ...keysEnded(actors, grounds, off)];
  const [first] = findings;
  if (first === undefined) return undefined;
  const opened =
    findings.length === 1
      ? `1 door was opened and closed again: ${first.summary}`
      : `${counted(findings.length, 'door')} were opened and closed again.`;
  return {
    status: 'answered',
    sentence: `As far as these logs tell, nothing is open: ${opened}`,
    findings,
    notCovered: ['Doors that these logs do not tell of may be open.'],
  };
}

function doorsClosed(actors: readonly WeightyActor[], grounds: Grounds): readonly Finding[] {
  const { entities } = grounds.evidence;
  const own = new Set(actors.flatMap(({ all }) => all));
  const closings = grounds
    .doors()
    .flatMap(({ act, what, closed }) =>
      closed === undefined || !own.has(act) || grounds.isMove(act) ? [] : [{ act, what, closed }],
    );
  return closings.slice(0, MOST_DOORS).flatMap(({ act, what, closed }) => {
    const found = findingOf([act, closed], () => ({
      kind: CLOSED,
      weight: 'low',
      summary: () =>
        `${what}: ${whoIs(act)} ${phraseOf(act, entities)}, ${when([act])}. Undone: ${whoIs(closed)} ${phraseOf(closed, entities)}, ${when([closed])}.`,
      label: () => rowLabel(`closed again: ${phraseOf(closed, entities)}`, [closed], closed),
      actor: keyOrRole(act),
      entities: () => idsIn([act, closed]),
    }));
    return found ?? [];
  });
}

function keysEnded(
  actors: readonly WeightyActor[],
  { evidence }: Grounds,
  off: ReadonlyMap<string, Act>,
): readonly Finding[] {
  return actors.slice(0, MOST_DOORS).flatMap(({ all }) => {
    const lastUses = new Map<string, Act>();
    for (const act of all) if (off.has(act.row.accessKey)) lastUses.set(act.row.accessKey, act);
    return Array.from(lastUses).flatMap(([key, lastUsed]) => {
      const ended = off.get(key);
      const found =
        ended &&
        findingOf([ended], () => ({
          kind: CLOSED,
          weight: 'low',
          summary: () =>
            `The key ${key} of ${whoIs(lastUsed)} is off: ${whoIs(ended)} ${phraseOf(ended, evidence.entities)}, ${when([ended])}.`,
          label: () => rowLabel(`the key ${key} is off`, [ended], ended),
          actor: keyOrRole(lastUsed),
          entities: [key],
        }));
      return found ?? [];
    });
  });
}
