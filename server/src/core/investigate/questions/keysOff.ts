import { isMailCall } from '../../record';
import type { Act } from '../act';

/** Calls that switch a key off or on, or delete it. */
const SWITCHING: ReadonlySet<string> = new Set(['DeleteAccessKey', 'UpdateAccessKey']);

/** Keys that are switched off or deleted at the end, with the call that did it. */
export function keysOff(acts: readonly Act[]): ReadonlyMap<string, Act> {
  const found = new Map<string, Act>();
  for (const act of acts) {
    if (!SWITCHING.has(act.call.action) || isMailCall(act.facts.service) || act.row.outcome === 'failed') continue;
    const isOn = act.contents.requestParameters?.status === 'Active';
    for (const name of act.row.named) {
      if (isOn) found.delete(name);
      else found.set(name, act);
    }
  }
  return found;
}
