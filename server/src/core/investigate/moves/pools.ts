import type { Line } from './line';

/**
 * Numbers of addresses from which a mover takes mailboxes along, where their neighbours together take so many: a service that moves mail
 * has some addresses in a row, and each of them does only a part.
 *
 * @param moving calls that take mailboxes along
 * @param least so many calls are many
 */
export function pooledNets(moving: readonly Line[], least: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { poolNumber } of moving) counts.set(poolNumber, (counts.get(poolNumber) ?? 0) + 1);
  const found = new Set<number>();
  for (const { poolNumber, netNumber } of moving) if ((counts.get(poolNumber) ?? 0) >= least) found.add(netNumber);
  return found;
}
