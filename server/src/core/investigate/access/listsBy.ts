/** Things in lists by a text that they have in common; each list has one at least, in the order they were met. */
export function listsBy<T>(all: Iterable<T>, keyOf: (each: T) => string): ReadonlyMap<string, readonly [T, ...T[]]> {
  const found = new Map<string, [T, ...T[]]>();
  for (const each of all) {
    const key = keyOf(each);
    const known = found.get(key);
    if (known === undefined) found.set(key, [each]);
    else known.push(each);
  }
  return found;
}
