/** The bytes of a text that comes as UTF-16. Nearly all is ASCII, of which platforms make bytes no faster than of anything else. */

/** So many units may come at a time. */
const MOST: u32 = 65536;
/** So many are looked at together. */
const BLOCK: u32 = 16;
/** Half of a character of two units, without its other half, has no bytes: this one stands for it, which UTF-8 does not have. */
const NO_UTF8: u32 = 0xff;

let units: usize = 0;
let taken: u32 = 0;

export function mostUnits(): u32 {
  return MOST;
}

/** Where units go. */
export function placeOfUnits(): usize {
  if (units === 0) units = heap.alloc((<usize>MOST) << 1);
  return units;
}

/** How many units became bytes the last time. */
export function takenUnits(): u32 {
  return taken;
}

/**
 * Writes the bytes of the units that were put there, as far as there is room for them. The first half of a character is not taken
 * where the other one may come next: a unit that comes alone is the last one of its text.
 *
 * @param room at least for one character
 * @returns how many bytes were written
 */
export function bytesOfUnits(count: u32, into: usize, room: u32): u32 {
  const end = into + <usize>room;
  let out = into;
  let at: u32 = 0;
  while (at < count) {
    if (at + BLOCK <= count && out + <usize>BLOCK <= end) {
      const low = v128.load(units + ((<usize>at) << 1));
      const high = v128.load(units + ((<usize>at) << 1), 16);
      if (!v128.any_true(v128.and(v128.or(low, high), i16x8.splat(-128)))) {
        v128.store(out, i8x16.narrow_i16x8_u(low, high));
        at += BLOCK;
        out += BLOCK;
        continue;
      }
    }
    const unit = unitAt(at);
    if (unit < 0x80) {
      if (out + 1 > end) break;
      store<u8>(out, unit);
      out += 1;
    } else if (unit < 0x800) {
      if (out + 2 > end) break;
      store<u8>(out, 0xc0 | (unit >> 6));
      store<u8>(out, following(unit), 1);
      out += 2;
    } else if (!isHalf(unit)) {
      if (out + 3 > end) break;
      store<u8>(out, 0xe0 | (unit >> 12));
      store<u8>(out, following(unit >> 6), 1);
      store<u8>(out, following(unit), 2);
      out += 3;
    } else if (isFirstHalf(unit) && at + 1 < count && isHalf(unitAt(at + 1)) && !isFirstHalf(unitAt(at + 1))) {
      if (out + 4 > end) break;
      const point = 0x10000 + ((unit & 0x3ff) << 10) + (unitAt(at + 1) & 0x3ff);
      store<u8>(out, 0xf0 | (point >> 18));
      store<u8>(out, following(point >> 12), 1);
      store<u8>(out, following(point >> 6), 2);
      store<u8>(out, following(point), 3);
      out += 4;
      at++;
    } else {
      const mayGoOn = isFirstHalf(unit) && at + 1 === count && count > 1;
      if (mayGoOn || out + 1 > end) break;
      store<u8>(out, NO_UTF8);
      out += 1;
    }
    at++;
  }
  taken = at;
  return <u32>(out - into);
}

function unitAt(at: u32): u32 {
  return <u32>load<u16>(units + ((<usize>at) << 1));
}

function isHalf(unit: u32): bool {
  return (unit & 0xf800) === 0xd800;
}

function isFirstHalf(unit: u32): bool {
  return (unit & 0xfc00) === 0xd800;
}

/** A byte behind the first one of a character: six bits. */
function following(bits: u32): u32 {
  return 0x80 | (bits & 0x3f);
}
