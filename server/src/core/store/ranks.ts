const BITS = 32;
const SHIFT = 5;

/**
 * Finds the places of some ascending numbers among them without a search: a bit says for each number whether it is one of them, and of
 * each 32 numbers it is kept how many of them come before.
 */
export class Ranks {
  readonly #bits: Uint32Array;
  readonly #before: Uint32Array;

  /** @param numbers each once */
  constructor(numbers: Uint32Array) {
    const words = ((numbers.at(-1) ?? 0) >>> SHIFT) + 1;
    const [bits, before] = [new Uint32Array(words), new Uint32Array(words)];
    for (let place = 0; place < numbers.length; place++) {
      const number = numbers[place] ?? 0;
      const word = number >>> SHIFT;
      bits[word] = (bits[word] ?? 0) | (1 << (number % BITS));
    }
    for (let word = 1; word < words; word++) before[word] = (before[word - 1] ?? 0) + bitsIn(bits[word - 1] ?? 0);
    this.#bits = bits;
    this.#before = before;
  }

  /** The place of the last of the numbers that is not above another; negative if all are. */
  of(number: number): number {
    const bits = this.#bits;
    const last = bits.length - 1;
    const word = number >>> SHIFT;
    if (word > last) return (this.#before[last] ?? 0) + bitsIn(bits[last] ?? 0) - 1;
    const upTo = 0xffffffff >>> (BITS - 1 - (number % BITS));
    return (this.#before[word] ?? 0) + bitsIn((bits[word] ?? 0) & upTo) - 1;
  }
}

/** How many bits of a number of 32 are set. */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
