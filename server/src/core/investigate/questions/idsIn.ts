import { isMailCall } from '../../record';
import type { Act } from '../act';

/** A finding of a thousand mailboxes names them by its events. */
const MOST = 1000;

/** What some acts are about: ids and names as the logs have them, each once, as they were met. */
export function idsIn(acts: readonly Act[]): readonly string[] {
  const ids = new Set<string>();
  for (const { facts, row } of acts) {
    for (const id of !isMailCall(facts.service) ? row.named : facts.targets.map((target) => target.id)) ids.add(id);
    if (ids.size >= MOST) break;
  }
  return Array.from(ids).slice(0, MOST);
}
