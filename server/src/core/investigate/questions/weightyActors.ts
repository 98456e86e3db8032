import type { Act } from '../act';
import { actorOfAct, isWeighty, type Weighing, weightOf } from './grounds';
import type { WeightyActor } from './weightyActor';

/**
 * Those with the most strays first, then those with the most critical acts. Services of AWS that act on their own account are none.
 *
 * @param acts as they happened
 * @param strays acts that are no part of a move and weigh much, whoever did them
 */
export function weightyActors(
  acts: readonly Act[],
  grounds: Weighing,
  strays: ReadonlySet<Act>,
): readonly WeightyActor[] {
  const ofActor = new Map<string, Act[]>();
  for (const act of acts) {
    if (act.isByService) continue;
    const key = actorOfAct(act);
    const known = ofActor.get(key);
    if (known === undefined) ofActor.set(key, [act]);
    else known.push(act);
  }
  const actors: WeightyActor[] = [];
  for (const all of ofActor.values()) {
    const [first, ...others] = all.filter((act) => act.facts.service !== 'other' && isWeighty(act, grounds));
    if (first === undefined) continue;
    const weighty = [first, ...others] as const;
    actors.push({
      weighty: [...weighty],
      all,
      stray: weighty.filter((act) => strays.has(act)).length,
      critical: weighty.filter((act) => weightOf(act, grounds) === 'critical').length,
    });
  }
  return actors.sort(
    (left, right) =>
      right.stray - left.stray || right.critical - left.critical || right.weighty.length - left.weighty.length,
  );
}
