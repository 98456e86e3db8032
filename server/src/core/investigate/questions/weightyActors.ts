import { isMailCall } from '../../record';
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
  const weightyOf = new Map<string, [Act, ...Act[]]>();
  for (const act of acts) {
    if (!isMailCall(act.facts.service) || act.isByService || !isWeighty(act, grounds)) continue;
    const known = weightyOf.get(actorOfAct(act));
    if (known === undefined) weightyOf.set(actorOfAct(act), [act]);
    else known.push(act);
  }
  const actors: WeightyActor[] = [];
  for (const [key, all] of actsOf(weightyOf, acts)) {
    const weighty = weightyOf.get(key);
    if (weighty === undefined) continue;
    actors.push({
      weighty,
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

/** All acts of some actors, in the order in which these are met. */
function actsOf(actors: ReadonlyMap<string, unknown>, acts: readonly Act[]): ReadonlyMap<string, readonly Act[]> {
  const found = new Map<string, Act[]>();
  for (const act of acts) {
    if (act.isByService) continue;
    const key = actorOfAct(act);
    const known = found.get(key);
    if (known !== undefined) known.push(act);
    else if (actors.has(key)) found.set(key, [act]);
  }
  return found;
}
