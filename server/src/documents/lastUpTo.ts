/** The last of some things in order that a condition holds for, which holds for none behind one it does not hold for; else -1. */
export function lastUpTo<T>(things: readonly T[], holds: (thing: T) => boolean): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const thing = things[middle];
    if (thing !== undefined && holds(thing)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
