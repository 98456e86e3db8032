import type { Act } from '../act';
import { lossesOfGroups } from '../deliveries/groupsOfLogs';
import { EMAIL_EVENTS } from '../deliveries/logDeliveriesFile';
import { lossesOfLogs } from '../deliveries/lossesOfLogs';
import { type Finding, findingOf } from './answer';
import { actorOfAct, type Grounds, keyOrRole } from './grounds';
import { idsIn } from './idsIn';
import { rowLabel } from './rowLabel';
import { whoDid } from './told';

/** So much of what one actor did to logs is told one by one. */
const MOST_TOLD = 8;

/** Sources and destinations that go with their delivery tell nothing of their own. */
const BESIDE: ReadonlySet<string> = new Set(['DeleteDeliverySource', 'DeleteDeliveryDestination']);

/** What was taken from WorkMail's audit logs, or given to others of them: for everybody who did that, a finding. */
export function logLosses(grounds: Grounds): readonly Finding[] {
  const { evidence, isMove } = grounds;
  const logs = grounds.ownLogs();
  const told = [
    ...lossesOfLogs(logs.filter(({ logType }) => logType !== EMAIL_EVENTS)).map(({ act, words, log, isPart }) => ({
      act,
      words,
      weighs: !isPart && log.logType !== '',
    })),
    ...lossesOfGroups(evidence.acts, logs).map(({ act, words }) => ({ act, words, weighs: true })),
  ];
  const byActor = new Map<string, (typeof told)[number][]>();
  for (const each of told) {
    const actor = actorOfAct(each.act);
    const known = byActor.get(actor);
    if (known === undefined) byActor.set(actor, [each]);
    else known.push(each);
  }
  return Array.from(byActor).flatMap(([actor, losses]) => {
    const beside = evidence.acts.filter(
      (act) => BESIDE.has(act.call.action) && act.row.outcome === 'succeeded' && actorOfAct(act) === actor,
    );
    const words = new Map<Act, string>(losses.map((loss) => [loss.act, loss.words]));
    const found = findingOf([...losses.map(({ act }) => act), ...beside], (acts) => ({
      kind: 'own-log',
      weight: acts.every(isMove) ? 'low' : losses.some(({ weighs }) => weighs) ? 'high' : 'medium',
      summary: () => `${whoDid(acts)}: ${wordsOf(acts, words)}.`,
      label: () => rowLabel(wordsOf(acts, words), acts, acts[0]),
      actor: keyOrRole(acts[0]),
      entities: () => idsIn(acts),
    }));
    return found ?? [];
  });
}

function wordsOf(acts: readonly Act[], words: ReadonlyMap<Act, string>): string {
  const told = acts.flatMap((act) => words.get(act) ?? []);
  const left = told.length - MOST_TOLD;
  return [
    ...told.slice(0, MOST_TOLD),
    ...(left > 0 ? [`${left} more such ${left === 1 ? 'call' : 'calls'}`] : []),
  ].join('; ');
}
