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

/** The id as AWS writes it, the opposite of `uuidIn`. Made at once: put together of pieces it takes several times as long, and leaves them to be collected. */
export function uuidText({ words, at }: Uuid): string {
  const [one, two, three, four] = [words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0];
  return String.fromCharCode(
    digit(one >>> 28),
    digit(one >>> 24),
    digit(one >>> 20),
    digit(one >>> 16),
    digit(one >>> 12),
    digit(one >>> 8),
    digit(one >>> 4),
    digit(one),
    DASH,
    digit(two >>> 28),
    digit(two >>> 24),
    digit(two >>> 20),
    digit(two >>> 16),
    DASH,
    digit(two >>> 12),
    digit(two >>> 8),
    digit(two >>> 4),
    digit(two),
    DASH,
    digit(three >>> 28),
    digit(three >>> 24),
    digit(three >>> 20),
    digit(three >>> 16),
    DASH,
    digit(three >>> 12),
    digit(three >>> 8),
    digit(three >>> 4),
    digit(three),
    digit(four >>> 28),
    digit(four >>> 24),
    digit(four >>> 20),
    digit(four >>> 16),
    digit(four >>> 12),
    digit(four >>> 8),
    digit(four >>> 4),
    digit(four),
  );
}

/** The code of the digit for the lowest four bits of a number. */
function digit(number: number): number {
  const value = number & 15;
  return value < 10 ? ZERO + value : SMALL_A - 10 + value;
}
