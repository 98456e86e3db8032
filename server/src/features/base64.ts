/** Bytes that follow each other, in base64. A little at a time: no call takes as many arguments as a file has bytes. */
export function base64Of(pieces: readonly Uint8Array[]): string {
  const units: string[] = [];
  for (const piece of pieces)
    for (let from = 0; from < piece.length; from += AT_ONCE)
      units.push(String.fromCharCode(...piece.subarray(from, from + AT_ONCE)));
  return btoa(units.join(''));
}

const AT_ONCE = 8192;
