/** An event by key and by number. */
export interface NumberedEvent {
  readonly key: number;
  readonly number: number;
}

/** Events whose numbers follow each other. */
export interface Run {
  readonly first: NumberedEvent;
  readonly last: NumberedEvent;
}

/** Events as stretches of what follows each other, in the order of their numbers. @param numbers of the events, by key */
export function runsOf(keys: readonly number[], numbers: Uint32Array): readonly Run[] {
  const sorted = keys
    .map((key) => ({ key, number: numbers[key] ?? 0 }))
    .sort((one, other) => one.number - other.number);
  const runs: { first: NumberedEvent; last: NumberedEvent }[] = [];
  for (const each of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && each.number <= run.last.number + 1) run.last = each;
    else runs.push({ first: each, last: each });
  }
  return runs;
}
