import type { Act } from '../act';
import type { Doer } from '../doer';
import type { Evidence } from '../evidence';
import { actorOfAct, isWeighty, type Weighing, weightOf } from './grounds';
import type { WeightyActor } from './weightyActor';

/**
 * Those with the most strays first, then those with the most critical acts. Services of AWS that act on their own account are none.
 *
 * @param strays acts that are no part of a move and weigh much, whoever did them
 */
export function weightyActors(
  { acts, mail }: Pick<Evidence, 'acts' | 'mail'>,
  grounds: Weighing,
  strays: ReadonlySet<Act>,
): readonly WeightyActor[] {
  const weightyOf = new Map<string, [Act, ...Act[]]>();
  for (const act of mail) {
    if (act.isByService || !isWeighty(act, grounds)) continue;
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
  // Many acts share a doer, so that its key is looked up once. Null: of nobody who is asked for.
  const ofDoers = new Map<Doer, Act[] | null>();
  for (const act of acts) {
    const { doer } = act;
    let known = ofDoers.get(doer);
    if (known === undefined) {
      known = doer.isService || !actors.has(doer.key) ? null : (found.get(doer.key) ?? []);
      if (known !== null) found.set(doer.key, known);
      ofDoers.set(doer, known);
    }
    known?.push(act);
  }
  return found;
}
