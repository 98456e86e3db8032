/** All pieces in one, and no more than `size` bytes of them. */
export function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return first.subarray(0, size);
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece.subarray(0, size - at), at);
    at += Math.min(piece.length, size - at);
  }
  return all;
}
