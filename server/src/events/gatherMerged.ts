import { type AddedNames, type Evidence, gatherEvidence, type SpeakingRows } from '../core/index';
import { lastNotAbove } from '../core/store/lastNotAbove';
import type { MergedEvents } from './mergedEvents';

/**
 * The evidence of all open logs and inspected places, each event once. Acts have the positions of logs as `MergedEvents` has them, and
 * their uris as files. Yields between chunks.
 *
 * @param seed a number that nobody who writes logs can know
 */
export function gatherMerged(merged: MergedEvents, added: AddedNames, seed: number): Generator<void, Evidence> {
  const logs = merged.logs.length;
  return gatherEvidence({ rows: Array.from(speakingRowsOf(merged)), logs, added, seed });
}

function* speakingRowsOf(merged: MergedEvents): Generator<SpeakingRows> {
  for (const { together, silenced } of merged.sides) {
    for (const { pieces, speaking } of together.inChunks) {
      const [first] = pieces;
      if (first === undefined) continue;
      const pieceOf = (row: number): typeof first => {
        return pieces[lastNotAbove(pieces.length, (at) => pieces[at]?.piece.from ?? 0, row)] ?? first;
      };
      const isSilenced = (row: number): boolean => {
        const { piece, first: number } = pieceOf(row);
        return silenced.has(number + row - piece.from);
      };
      yield {
        chunk: first.piece.chunk(),
        rows: silenced.size === 0 ? speaking : speaking.filter((row) => !isSilenced(row)),
        placeOf: (row) => {
          const { piece, log } = pieceOf(row);
          return { ...piece.place(row), log };
        },
      };
    }
  }
}
