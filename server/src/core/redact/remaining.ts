import type { KnownValues } from './knownValues';

/** A value of the log that stands in the copy, too, with its first place there. */
export interface Remaining {
  readonly value: string;
  /** UTF-16 offset of the copy. */
  readonly offset: number;
  readonly times: number;
}

/** What of the values that were replaced a copy still says: as they are, as JSON writes them, or as URLs do. */
export function remainingIn(copy: string, known: KnownValues): readonly Remaining[] {
  const found = new Map<string, Remaining>();
  known.findIn(copy, 0, copy.length, (offset, _end, value) => {
    const before = found.get(value);
    found.set(value, before === undefined ? { value, offset, times: 1 } : { ...before, times: before.times + 1 });
  });
  return Array.from(found.values());
}
