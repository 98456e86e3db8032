/** Numbers that the last rounds add nothing to. */
const LAST_ROUNDS = 3;

/**
 * Writes four numbers that stand for some others: SipHash's rounds on numbers of 32 bits. Two that differ come to the same by chance alone,
 * and hardly ever: nobody who does not know the seed can choose them so.
 *
 * @param count of the numbers from the first on
 * @param seed a number that nobody who writes logs can know
 * @param at the first of four places
 */
export function keyedHash(words: Uint32Array, count: number, seed: number, into: Uint32Array, at: number): void {
  const other = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  let v0 = seed | 0;
  let v1 = other;
  let v2 = 0x6c796765 ^ seed;
  let v3 = 0x74656462 ^ other;
  for (let step = 0; step <= count + LAST_ROUNDS; step++) {
    const word = step < count ? (words[step] ?? 0) : step === count ? count : 0;
    if (step === count + 1) v2 ^= 0xff;
    v3 ^= word;
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= word;
  }
  into[at] = v0;
  into[at + 1] = v1;
  into[at + 2] = v2;
  into[at + 3] = v3;
}
