/** Events whose numbers follow each other, by the first and the last of them. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Numbers of events in ascending order, each once. @param numbers of all events, by key */
export function numbersOf(keys: readonly number[], numbers: Uint32Array): Uint32Array {
  const found = new Uint32Array(keys.length);
  let isSorted = true;
  for (let at = 0; at < keys.length; at++) {
    const number = numbers[keys[at] ?? 0] ?? 0;
    if (at > 0 && number <= (found[at - 1] ?? 0)) isSorted = false;
    found[at] = number;
  }
  return isSorted ? found : Uint32Array.from(new Set(found.sort()));
}

/** Events as stretches of what follows each other. @param numbers of the events, in ascending order and each once */
export function runsOf(numbers: ArrayLike<number>): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < numbers.length; ) {
    const first = numbers[at] ?? 0;
    let last = first;
    for (at += 1; at < numbers.length && numbers[at] === last + 1; at++) last += 1;
    runs.push({ first, last });
  }
  return runs;
}
