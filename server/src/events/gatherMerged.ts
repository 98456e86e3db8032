import { type AddedNames, type Evidence, gatherEvidence, type SpeakingRows } from '../core/index';
import { lastNotAbove } from '../core/store/lastNotAbove';
import { lastName } from '../wire/placeNames';
import type { InChunk } from './inChunks';
import type { MergedEvents } from './mergedEvents';

/**
 * The evidence of all open logs and inspected places, each event once. Acts have the positions of logs as `MergedEvents` has them, and
 * their uris as files. Yields between chunks.
 *
 * @param seed a number that nobody who writes logs can know
 */
export function gatherMerged(merged: MergedEvents, added: AddedNames, seed: number): Generator<void, Evidence> {
  const logs = merged.logs.length;
  const losses = merged.logs.flatMap(({ uri, lost }) =>
    lost.length > 0 ? { file: uri, name: lastName(uri), why: lost } : [],
  );
  const told = Array.from(rowsOf(merged));
  const repeats = told.flatMap(({ repeating }) => repeating ?? []);
  return gatherEvidence({ rows: told.map(({ speaking }) => speaking), repeats, logs, losses, added, seed });
}

/** Rows of one chunk: those that speak for an event, and those that only repeat one. */
interface RowsTold {
  readonly speaking: SpeakingRows;
  readonly repeating: SpeakingRows | undefined;
}

function* rowsOf(merged: MergedEvents): Generator<RowsTold> {
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
      const chunk = first.piece.chunk();
      const rows = silenced.size === 0 ? speaking : speaking.filter((row) => !isSilenced(row));
      const placeOf = (row: number): ReturnType<SpeakingRows['placeOf']> => {
        const { piece, log } = pieceOf(row);
        return { ...piece.place(row), log };
      };
      const others = without(pieces, rows);
      yield { speaking: { chunk, rows, placeOf }, repeating: others && { chunk, rows: others, placeOf } };
    }
  }
}

/** The rows of some pieces that are not among these; undefined where all are. @param rows in ascending order, as the pieces are */
function without(pieces: InChunk['pieces'], rows: Uint32Array): Uint32Array | undefined {
  const all = pieces.reduce((sum, { piece: { from, to } }) => sum + to - from, 0);
  if (all === rows.length) return undefined;
  const others = new Uint32Array(all - rows.length);
  let [count, next] = [0, 0];
  for (const { piece } of pieces) {
    for (let row = piece.from; row < piece.to; row++) {
      if (rows[next] === row) next++;
      else others[count++] = row;
    }
  }
  return others;
}
