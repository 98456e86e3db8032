/**
 * The first of some things in an order, sorted. Of many things, all but those that may be among the first are looked at once.
 *
 * @param most so many, if there are
 */
export function firstInOrder<T>(
  things: Iterable<T>,
  most: number,
  compare: (left: T, right: T) => number,
): readonly T[] {
  const room = Math.max(2 * most, LEAST_ROOM);
  const kept: T[] = [];
  let last: T | undefined;
  for (const thing of things) {
    if (last !== undefined && compare(thing, last) >= 0) continue;
    kept.push(thing);
    if (kept.length < room) continue;
    kept.sort(compare).length = most;
    last = kept.at(-1);
  }
  return kept.sort(compare).slice(0, most);
}

const LEAST_ROOM = 1024;
