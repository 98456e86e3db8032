import type { EventInLog } from '../core/index';
import { LatestRows } from './latestRows';
import type { MergedEvents } from './mergedEvents';
import { WordTest } from './wordTest';

/** More words than these narrow nothing any more. */
const MOST_WORDS = 8;

/** The words of a search, in lower case. */
export function searchWords(query: string): readonly string[] {
  const words = query.toLowerCase().split(/\s+/);
  return words.filter((word) => word !== '').slice(0, MOST_WORDS);
}

/**
 * The latest events in which all words are found, in any case of the letters: in the action, its service, who acted, the address, the
 * error, the key, the eventID, how the requestID begins, and in ids and names of what was acted upon. That is what the language of
 * questions finds by words without a field, but for the midst of eventIDs, and with names beside ids. A word that is a time finds what
 * happened then. Yields between chunks.
 *
 * @param words in lower case; for none, every event is found
 * @param of which events, and how many at most, which is at least one
 * @returns the latest first, each event once
 */
export function* findEvents(
  merged: MergedEvents,
  words: readonly string[],
  { most, areOnlyOpen }: { readonly most: number; readonly areOnlyOpen: boolean },
): Generator<void, readonly EventInLog[]> {
  const tests = words.map((word) => new WordTest(word, merged.entities));
  const latest = new LatestRows(most);
  const sides = areOnlyOpen ? merged.sides.slice(1) : merged.sides;
  for (const [side, { together, silenced }] of sides.entries()) {
    for (const { pieces } of together.inChunks) {
      const chunk = pieces[0]?.piece.chunk();
      if (chunk === undefined) continue;
      const found = new Uint8Array(chunk.count).fill(1);
      for (const test of tests) test.narrow(chunk, found);
      for (const { piece, first } of pieces) {
        for (let row = piece.from; row < piece.to; row++) {
          const number = first + row - piece.from;
          if (found[row] === 0 || !together.speaks(number) || silenced.has(number)) continue;
          latest.add(chunk.time(row), sides.length * number + side);
        }
      }
      yield;
    }
  }
  return latest.rows().flatMap((row) => {
    const rows = sides[row % sides.length]?.together.rows;
    return rows === undefined ? [] : [rows.event(Math.floor(row / sides.length))];
  });
}
