/**
 * Chance that falls the same way every time: the same seed gives the same ids in the same order.
 *
 * @typedef {object} Dice
 * @property {() => number} fraction at least 0, below 1
 * @property {(from: number, to: number) => number} between a whole number, both ends included
 * @property {<T>(choices: readonly T[]) => T} pick
 * @property {<T>(values: readonly T[]) => T[]} shuffle a copy in another order
 * @property {(length: number) => string} hex
 * @property {(length: number) => string} capitals capital letters and the digits 2 to 7, as AWS writes its ids
 * @property {() => string} guid
 */

/**
 * @param {number} seed
 * @returns {Dice}
 */
export function diceOf(seed) {
  let state = seed >>> 0;
  // mulberry32: short, and good enough for ids nobody has to guess.
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** @type {Dice['between']} */
  const between = (from, to) => from + Math.floor(fraction() * (to - from + 1));
  /** @type {Dice['pick']} */
  const pick = (choices) => {
    const chosen = choices[between(0, choices.length - 1)];
    if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
    return chosen;
  };
  /** @type {Dice['shuffle']} */
  const shuffle = (values) =>
    values
      .map((value) => ({ value, rank: fraction() }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ value }) => value);
  const from = (/** @type {string} */ alphabet) => (/** @type {number} */ length) =>
    Array.from({ length }, () => alphabet.charAt(between(0, alphabet.length - 1))).join('');
  const hex = from('0123456789abcdef');
  const guid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  return { fraction, between, pick, shuffle, hex, capitals: from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'), guid };
}
