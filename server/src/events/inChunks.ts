import type { NumberedPiece } from './numberedRows';

/** Rows that lie in one chunk. */
export interface InChunk {
  /** By their place in the chunk. */
  readonly pieces: readonly NumberedPiece[];
  /** Positions in the chunk of the rows that speak for an event, in ascending order; not to be written over. */
  readonly speaking: Uint32Array;
}

/** Pieces that lie in one chunk, by their place in it: those of files on disk, which share chunks. */
function* chunksOf(pieces: readonly NumberedPiece[]): Generator<readonly NumberedPiece[]> {
  const shared = new Map<object, NumberedPiece[]>();
  for (const numbered of pieces) {
    const key = numbered.piece.rows;
    const known = shared.get(key);
    if (known === undefined) shared.set(key, [numbered]);
    else known.push(numbered);
  }
  for (const all of shared.values()) yield all.sort((left, right) => left.piece.from - right.piece.from);
}

/** All chunks of some pieces. Where all rows of a chunk speak, as nearly everywhere, chunks share one list of positions. */
export function inChunks(pieces: readonly NumberedPiece[], speaks: (row: number) => boolean): readonly InChunk[] {
  let all = new Uint32Array(0);
  return Array.from(chunksOf(pieces), (together) => {
    const speaking = speakingIn(together, speaks);
    const { length } = speaking;
    // Positions ascend: where the last one is at its own place, so are all before it.
    if (speaking[length - 1] !== length - 1) return { pieces: together, speaking: speaking.slice() };
    if (all.length < length) all = Uint32Array.from({ length: 2 * length }, (_, position) => position);
    return { pieces: together, speaking: all.subarray(0, length) };
  });
}

/** @param speaks is given the number of a row among those of all logs */
export function speakingIn(pieces: readonly NumberedPiece[], speaks: (row: number) => boolean): Uint32Array {
  const positions = new Uint32Array(pieces.reduce((sum, { piece: { from, to } }) => sum + to - from, 0));
  let count = 0;
  for (const { piece, first } of pieces) {
    for (let row = piece.from; row < piece.to; row++) if (speaks(first + row - piece.from)) positions[count++] = row;
  }
  return positions.subarray(0, count);
}
