/** Of a place: what it was taken for, and the two numbers. */
const WIDTH = 4;
const FEWEST = 64;

/**
 * Counts how many of some pairs of numbers differ. One counter is for many groups of pairs, one after the other: what is looked at lies near
 * the processor, for one group hardly ever has as many pairs as all together.
 */
export class DistinctPairs {
  readonly #factor: number;
  readonly #otherFactor: number;
  #slots: Uint32Array = new Uint32Array(WIDTH * FEWEST);
  /** Tells the places of this group from those of the ones before. */
  #group = 0;

  /** @param seed a number that nobody who writes logs can know */
  constructor(seed: number) {
    this.#factor = mixed(seed) | 1;
    this.#otherFactor = mixed(~seed) | 1;
  }

  /**
   * @param pairs two numbers each
   * @param from the first that is counted, and `to` behind the last
   * @returns how many differ; undefined where one of them is twice 0
   */
  count(pairs: Uint32Array, from: number, to: number): number | undefined {
    const room = Math.max(FEWEST, 2 ** Math.ceil(Math.log2(2 * (to - from) + 1)));
    if (WIDTH * room > this.#slots.length) this.#slots = new Uint32Array(WIDTH * room);
    const count = this.#enter(pairs, 2 * from, 2 * to, room - 1);
    return count < 0 ? undefined : count;
  }

  /** @returns negative where a pair is twice 0 */
  #enter(pairs: Uint32Array, from: number, to: number, mask: number): number {
    const slots = this.#slots;
    const factor = this.#factor;
    const otherFactor = this.#otherFactor;
    const group = ++this.#group;
    let count = 0;
    for (let at = from; at < to; at += 2) {
      const one = pairs[at] ?? 0;
      const two = pairs[at + 1] ?? 0;
      if (one === 0 && two === 0) return -1;
      let place = mixed((Math.imul(one, factor) + Math.imul(two, otherFactor)) | 0) & mask;
      let slot = WIDTH * place;
      while (slots[slot] === group && (slots[slot + 1] !== one || slots[slot + 2] !== two)) {
        place = (place + 1) & mask;
        slot = WIDTH * place;
      }
      if (slots[slot] === group) continue;
      slots[slot] = group;
      slots[slot + 1] = one;
      slots[slot + 2] = two;
      count++;
    }
    return count;
  }
}

function mixed(number: number): number {
  let mix = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
