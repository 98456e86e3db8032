/** Small letters for capital ones, of ASCII; everything else as it is. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

/**
 * Looks for a word in bytes, whatever the case of its letters, in steps as long as the word where that can be (Horspool's way).
 *
 * @param lowerCase of ASCII, in small letters, not empty
 * @returns gives the place of the next one from a place on, and -1 behind the last one
 */
export function wordInBytes(lowerCase: string): (bytes: Uint8Array, from: number) => number {
  const word = Uint8Array.from(lowerCase, (character) => character.charCodeAt(0));
  const last = word.length - 1;
  const steps = new Uint32Array(256).fill(word.length);
  for (let byte = 0; byte < 256; byte++) {
    const place = word.lastIndexOf(FOLDED[byte] ?? 0, last - 1);
    if (last > 0 && place >= 0) steps[byte] = last - place;
  }
  const end = word[last] ?? 0;
  return (bytes, from) => {
    for (let at = from + last; at < bytes.length; at += steps[bytes[at] ?? 0] ?? 1) {
      if (FOLDED[bytes[at] ?? 0] !== end) continue;
      let left = last - 1;
      while (left >= 0 && FOLDED[bytes[at - last + left] ?? 0] === word[left]) left--;
      if (left < 0) return at - last;
    }
    return -1;
  };
}
