/** Of a place: the group that it was taken for, plus one, and the two numbers. */
const WIDTH = 4;
const FEWEST = 64;

/**
 * How many different pairs of numbers there are in each group. Groups are gone through one after the other, so that what is looked at lies
 * near the processor: one group hardly ever has as many pairs as all together.
 *
 * @param groups by pair
 * @param pairs two numbers each
 * @param size how many groups there are
 * @param seed a number that nobody who writes logs can know
 */
export function distinctPairs(groups: Uint32Array, pairs: Uint32Array, size: number, seed: number): Uint32Array {
  const { order, begins, most } = byGroup(groups, size);
  const places = Math.max(FEWEST, 2 ** Math.ceil(Math.log2(2 * most + 1)));
  const slots = new Uint32Array(WIDTH * places);
  const counts = new Uint32Array(size);
  const factor = mixed(seed) | 1;
  const otherFactor = mixed(~seed) | 1;
  for (let group = 0; group < size; group++) {
    const [from, to] = [begins[group] ?? 0, begins[group + 1] ?? 0];
    const room = Math.max(FEWEST, 2 ** Math.ceil(Math.log2(2 * (to - from) + 1)));
    let count = 0;
    for (let each = from; each < to; each++) {
      const at = 2 * (order[each] ?? 0);
      const [one, two] = [pairs[at] ?? 0, pairs[at + 1] ?? 0];
      let place = mixed((Math.imul(one, factor) + Math.imul(two, otherFactor)) | 0) & (room - 1);
      let slot = WIDTH * place;
      while (slots[slot] === group + 1 && (slots[slot + 1] !== one || slots[slot + 2] !== two)) {
        place = (place + 1) & (room - 1);
        slot = WIDTH * place;
      }
      if (slots[slot] === group + 1) continue;
      slots[slot] = group + 1;
      slots[slot + 1] = one;
      slots[slot + 2] = two;
      count++;
    }
    counts[group] = count;
  }
  return counts;
}

/** The places of pairs, group after group, where those of each begin, and how many the largest has. */
function byGroup(
  groups: Uint32Array,
  size: number,
): { readonly order: Uint32Array; readonly begins: Uint32Array; readonly most: number } {
  const begins = new Uint32Array(size + 1);
  for (let at = 0; at < groups.length; at++) {
    const next = (groups[at] ?? 0) + 1;
    begins[next] = (begins[next] ?? 0) + 1;
  }
  let most = 0;
  for (let group = 0; group < size; group++) {
    most = Math.max(most, begins[group + 1] ?? 0);
    begins[group + 1] = (begins[group + 1] ?? 0) + (begins[group] ?? 0);
  }
  const next = begins.slice();
  const order = new Uint32Array(groups.length);
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at] ?? 0;
    const to = next[group] ?? 0;
    order[to] = at;
    next[group] = to + 1;
  }
  return { order, begins, most };
}

function mixed(number: number): number {
  let mix = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
