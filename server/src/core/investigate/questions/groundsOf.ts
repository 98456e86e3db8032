import { once } from '../../once';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { doorsIn } from './doors';
import type { Grounds } from './grounds';

/** What answers rest on. What follows from the evidence is found when it is asked for first. */
export function groundsOf(evidence: Evidence): Grounds {
  const doors = once(() => doorsIn(evidence.acts));
  const restoring = once(() => {
    const acts = new Set<Act>();
    for (const { act, closed } of doors()) {
      if (closed !== undefined && closed.facts.actor.key !== act.facts.actor.key) acts.add(closed);
    }
    return acts;
  });
  return { evidence, isMove: () => false, doors, restores: (act) => restoring().has(act) };
}
