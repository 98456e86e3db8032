import type { NumberedPiece } from './numberedRows';

/** Rows that lie in one chunk. */
export interface InChunk {
  /** By their place in the chunk. */
  readonly pieces: readonly NumberedPiece[];
  /** Positions in the chunk of the rows that speak for an event, in ascending order. */
  readonly speaking: Uint32Array;
}

/** Pieces that lie in one chunk, by their place in it: those of files on disk, which share chunks. */
export function* chunksOf(pieces: readonly NumberedPiece[]): Generator<readonly NumberedPiece[]> {
  const shared = new Map<object, NumberedPiece[]>();
  for (const numbered of pieces) {
    const key = numbered.piece.rows;
    const known = shared.get(key);
    if (known === undefined) shared.set(key, [numbered]);
    else known.push(numbered);
  }
  for (const all of shared.values()) yield all.sort((left, right) => left.piece.from - right.piece.from);
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
