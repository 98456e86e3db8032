const BITS = 11;
const DIGITS = 1 << BITS;

/**
 * The places of keys of 32 bits in ascending order of the keys, equal ones in the order of their places: counted by eleven bits at a
 * time, the lowest first, as far as the keys differ at all. Counters that fit the nearest memory are quicker than fewer rounds.
 *
 * @param keys are written over
 */
export function* orderOfKeys(keys: Uint32Array): Generator<undefined, Uint32Array> {
  const { least, most } = rangeOf(keys);
  let order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  if (least === most) return order;
  let from = keys;
  let to = new Uint32Array(keys.length);
  let otherOrder = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32 && (most - least) >>> shift > 0; shift += BITS) {
    yield undefined;
    const places = beginsOf(from, least, shift);
    for (let at = 0; at < from.length; at++) {
      const key = from[at] ?? 0;
      const digit = ((key - least) >>> shift) & (DIGITS - 1);
      const place = places[digit] ?? 0;
      places[digit] = place + 1;
      to[place] = key;
      otherOrder[place] = order[at] ?? 0;
    }
    [from, to] = [to, from as Uint32Array<ArrayBuffer>];
    [order, otherOrder] = [otherOrder, order];
  }
  if (from !== keys) keys.set(from);
  return order;
}

function rangeOf(keys: Uint32Array): { readonly least: number; readonly most: number } {
  let least = 2 ** 32 - 1;
  let most = 0;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  return { least, most: Math.max(least, most) };
}

/** Where the keys of each digit begin. */
function beginsOf(keys: Uint32Array, least: number, shift: number): Uint32Array {
  const begins = new Uint32Array(DIGITS);
  for (let at = 0; at < keys.length; at++) {
    const digit = (((keys[at] ?? 0) - least) >>> shift) & (DIGITS - 1);
    begins[digit] = (begins[digit] ?? 0) + 1;
  }
  let before = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = begins[digit] ?? 0;
    begins[digit] = before;
    before += count;
  }
  return begins;
}
