/** Whether the bytes that are no ASCII are UTF-8, and how many UTF-16 units less they are than bytes. */

/** How many bytes of a character are still to come, and between what the next of them must lie. */
let missing: u32 = 0;
let lowest: u32 = 0x80;
let highest: u32 = 0xbf;

export function beginUtf8(): void {
  missing = 0;
}

/** Whether the bytes up to here end inside a character. */
export function isInCharacter(): bool {
  return missing !== 0;
}

/** Reads the next bytes; false where they are not UTF-8. */
export function readUtf8(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (missing !== 0) {
      if (byte < lowest || byte > highest) return false;
      missing--;
      lowest = 0x80;
      highest = 0xbf;
    } else if (byte >= 0x80 && !begins(byte)) return false;
  }
  return true;
}

/** Neither longer than needed, nor a surrogate, nor beyond the last character. */
function begins(byte: u32): bool {
  if (byte < 0xc2 || byte > 0xf4) return false;
  missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
  lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
  highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  return true;
}

/** How many UTF-16 units less than bytes a stretch of UTF-8 has. */
export function unitsLess(start: usize, end: usize): u32 {
  let less: u32 = 0;
  let at = start;
  for (; at + 64 <= end; at += 64) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    if (i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d))) === 0) continue;
    less += lessIn(a) + lessIn(b) + lessIn(c) + lessIn(d);
  }
  for (; at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (byte >= 0xf0) less--;
    else if (byte >= 0x80 && byte < 0xc0) less++;
  }
  return less;
}

/** A unit less for each byte that goes on with a character, one more for each that begins one of two units. */
function lessIn(bytes: v128): u32 {
  const goingOn = <u32>popcnt(i8x16.bitmask(i8x16.lt_s(bytes, i8x16.splat(-64))));
  return goingOn - <u32>popcnt(i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(-16))));
}
