/** Ids as AWS makes them, 32 small hexadecimal digits in five groups, as four numbers. */

/** Numbers of one id. */
export const WORDS = 4;

/** An id as it is kept: the first of its places among many. */
export interface Uuid {
  readonly words: Uint32Array;
  readonly at: number;
}

const LENGTH = 36;
const DASH = 0x2d;
const ZERO = 0x30;
const SMALL_A = 0x61;

/**
 * Writes an id as numbers, if it is of that form.
 *
 * @param at of the first of four places
 * @returns whether it is, so that `uuidText` gives the very same text
 */
export function uuidIn(text: string, words: Uint32Array, at: number): boolean {
  if (text.length !== LENGTH) return false;
  let word = 0;
  let digits = 0;
  for (let index = 0; index < LENGTH; index++) {
    const code = text.charCodeAt(index);
    if (index === 8 || index === 13 || index === 18 || index === 23) {
      if (code !== DASH) return false;
      continue;
    }
    const digit = code - ZERO;
    const value = digit >= 0 && digit < 10 ? digit : code >= SMALL_A && code < SMALL_A + 6 ? code - SMALL_A + 10 : -1;
    if (value < 0) return false;
    word = (word << 4) | value;
    if ((++digits & 7) === 0) {
      words[at + (digits >> 3) - 1] = word;
      word = 0;
    }
  }
  return true;
}

/** Copies the four numbers of an id to the places from `to` on. */
export function copyUuid({ words, at }: Uuid, into: Uint32Array, to: number): void {
  for (let word = 0; word < WORDS; word++) into[to + word] = words[at + word] ?? 0;
}

/**
 * The id as AWS writes it, the opposite of `uuidIn`. Made at once: put together of pieces it takes several times as long, and leaves them to be collected. No
 * function is called for a digit: V8 puts only some of what is called into the caller, and a report makes millions of them.
 */
export function uuidText({ words, at }: Uuid): string {
  const [one, two, three, four] = [words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0];
  return String.fromCharCode(
    DIGITS[one >>> 28] ?? ZERO,
    DIGITS[(one >>> 24) & 15] ?? ZERO,
    DIGITS[(one >>> 20) & 15] ?? ZERO,
    DIGITS[(one >>> 16) & 15] ?? ZERO,
    DIGITS[(one >>> 12) & 15] ?? ZERO,
    DIGITS[(one >>> 8) & 15] ?? ZERO,
    DIGITS[(one >>> 4) & 15] ?? ZERO,
    DIGITS[one & 15] ?? ZERO,
    DASH,
    DIGITS[two >>> 28] ?? ZERO,
    DIGITS[(two >>> 24) & 15] ?? ZERO,
    DIGITS[(two >>> 20) & 15] ?? ZERO,
    DIGITS[(two >>> 16) & 15] ?? ZERO,
    DASH,
    DIGITS[(two >>> 12) & 15] ?? ZERO,
    DIGITS[(two >>> 8) & 15] ?? ZERO,
    DIGITS[(two >>> 4) & 15] ?? ZERO,
    DIGITS[two & 15] ?? ZERO,
    DASH,
    DIGITS[three >>> 28] ?? ZERO,
    DIGITS[(three >>> 24) & 15] ?? ZERO,
    DIGITS[(three >>> 20) & 15] ?? ZERO,
    DIGITS[(three >>> 16) & 15] ?? ZERO,
    DASH,
    DIGITS[(three >>> 12) & 15] ?? ZERO,
    DIGITS[(three >>> 8) & 15] ?? ZERO,
    DIGITS[(three >>> 4) & 15] ?? ZERO,
    DIGITS[three & 15] ?? ZERO,
    DIGITS[four >>> 28] ?? ZERO,
    DIGITS[(four >>> 24) & 15] ?? ZERO,
    DIGITS[(four >>> 20) & 15] ?? ZERO,
    DIGITS[(four >>> 16) & 15] ?? ZERO,
    DIGITS[(four >>> 12) & 15] ?? ZERO,
    DIGITS[(four >>> 8) & 15] ?? ZERO,
    DIGITS[(four >>> 4) & 15] ?? ZERO,
    DIGITS[four & 15] ?? ZERO,
  );
}

/** The codes of `0` to `f`. */
const DIGITS = /* @__PURE__ */ Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
