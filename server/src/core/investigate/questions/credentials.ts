import type { Act } from '../act';

/** Positions of actors by the keys and ARNs that they acted with. @param actors the acts of each */
export function credentialsOf(actors: Iterable<readonly Act[]>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let at = 0;
  for (const acts of actors) {
    for (const { row } of acts) for (const text of [row.accessKey, row.actorArn]) if (text !== '') found.set(text, at);
    at++;
  }
  return found;
}
