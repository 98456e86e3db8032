import type { Act } from '../act';
import { actorOfAct, type Grounds, isWeighty, weightOf } from './grounds';

/** Somebody who did something weighty that is no step of a move. */
export interface WeightyActor {
  /** Weighty acts alone, as they happened. */
  readonly weighty: readonly [Act, ...Act[]];
  /** All of the same identity that belongs to mail, as it happened. */
  readonly all: readonly Act[];
  /** How many of the weighty acts are critical. */
  readonly critical: number;
}

/** Those with the most critical acts first. Services of AWS that act on their own account are none. */
export function weightyActors(grounds: Grounds): readonly WeightyActor[] {
  const ofActor = new Map<string, Act[]>();
  for (const act of grounds.evidence.acts) {
    if (act.facts.actor.kind === 'aws-service') continue;
    const known = ofActor.get(actorOfAct(act));
    if (known === undefined) ofActor.set(actorOfAct(act), [act]);
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
      critical: weighty.filter((act) => weightOf(act, grounds) === 'critical').length,
    });
  }
  return actors.sort((left, right) => right.critical - left.critical || right.weighty.length - left.weighty.length);
}
