/** JSON with every quote twice, as cells of tables hold it. */
import { QUOTE, SPACE } from './bytes';

/** For each set of quotes among eight bytes, which byte stands where when they stand twice. */
const shuffles: usize = memory.data(4096, 16);
/** So much may be written beyond the end. */
export const BEYOND: usize = 32;

export function prepareDoubled(): void {
  for (let set: usize = 0; set < 256; set++) {
    let at = shuffles + (set << 4);
    for (let byte: usize = 0; byte < 8; byte++) {
      store<u8>(at++, byte);
      if ((set & (1 << byte)) !== 0) store<u8>(at++, byte);
    }
  }
}

/**
 * Copies a stretch, which may be read up to 16 bytes beyond its end.
 *
 * @param to has room for twice as many bytes, and `BEYOND`
 * @returns behind the copy; 0 where a character is not printable ASCII
 */
export function double(from: usize, length: usize, to: usize): usize {
  const end = from + length;
  let at = from;
  let out = to;
  let strange = i8x16.splat(0);
  for (; at + 16 <= end; at += 16) {
    const some = v128.load(at);
    // Shifted by a space, what is not printable is beyond the last that is.
    strange = v128.or(strange, i8x16.gt_u(i8x16.sub(some, i8x16.splat(<i8>SPACE)), i8x16.splat(0x5e)));
    const quotes = <u32>i8x16.bitmask(i8x16.eq(some, i8x16.splat(<i8>QUOTE)));
    if (quotes === 0) {
      v128.store(out, some);
      out += 16;
      continue;
    }
    const low = <usize>(quotes & 255);
    const high = <usize>(quotes >> 8);
    v128.store(out, i8x16.swizzle(some, v128.load(shuffles + (low << 4))));
    out += 8 + <usize>popcnt(low);
    v128.store(out, i8x16.swizzle(some, i8x16.add(v128.load(shuffles + (high << 4)), i8x16.splat(8))));
    out += 8 + <usize>popcnt(high);
  }
  if (v128.any_true(strange)) return 0;
  for (; at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (byte - SPACE > 0x5e) return 0;
    store<u8>(out++, byte);
    if (byte === QUOTE) store<u8>(out++, byte);
  }
  return out;
}
