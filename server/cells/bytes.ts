/** Bytes that are looked for and written, and how some are copied. */

export const QUOTE: u32 = 0x22;
export const COMMA: u32 = 0x2c;
export const DASH: u32 = 0x2d;
export const COLON: u32 = 0x3a;
export const BACKSLASH: u32 = 0x5c;
export const SPACE: u32 = 0x20;
/** So much is read and written beyond an end. */
export const SLACK: usize = 32;

/** Longer stretches are copied by the platform, which takes its time to begin. */
const LONG: usize = 512;

/** Copies a stretch; what stands behind its copy, up to `SLACK`, may be written over. */
export function copy(from: usize, to: usize, length: usize): void {
  if (length > LONG) {
    memory.copy(to, from, length);
    return;
  }
  for (let at: usize = 0; at < length; at += 16) v128.store(to + at, v128.load(from + at));
}

/** Reads up to `SLACK` beyond the end. */
export function holdsBackslash(start: usize, end: usize): bool {
  for (let at = start; at < end; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0x5c)));
    if (found !== 0) return at + <usize>ctz(found) < end;
  }
  return false;
}

/** Whether all characters are printable ASCII. */
export function isPrintable(start: usize, end: usize): bool {
  let at = start;
  for (; at + 16 <= end; at += 16) {
    // Shifted by a space, what is not printable is beyond the last that is.
    if (v128.any_true(i8x16.gt_u(i8x16.sub(v128.load(at), i8x16.splat(<i8>SPACE)), i8x16.splat(0x5e)))) return false;
  }
  for (; at < end; at++) if (<u32>load<u8>(at) - SPACE > 0x5e) return false;
  return true;
}
