/** Ids as AWS makes them: 32 small hexadecimal digits in five groups, as four numbers; and short ones of another form. */
import { firstBytes } from './hash';

const LENGTH: u32 = 36;
const DASH: u32 = 0x2d;

/**
 * Writes the four numbers of an id, the first eight digits first.
 *
 * @returns whether the text is such an id; where it is none, nothing is written
 */
export function readUuid(start: usize, length: u32, into: usize): bool {
  if (length !== LENGTH || <u32>load<u8>(start, 8) !== DASH || <u32>load<u8>(start, 13) !== DASH) return false;
  if (<u32>load<u8>(start, 18) !== DASH || <u32>load<u8>(start, 23) !== DASH) return false;
  const a = v128.load(start);
  const b = v128.load(start, 16);
  const c = v128.load(start, 20);
  const first = i8x16.shuffle(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17);
  const second = i8x16.shuffle(b, c, 3, 4, 5, 6, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
  if (!i8x16.all_true(v128.and(areDigits(first), areDigits(second)))) return false;
  const bytes = i8x16.narrow_i16x8_u(pairs(values(first)), pairs(values(second)));
  v128.store(into, i8x16.shuffle(bytes, bytes, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
  return true;
}

/**
 * The same for an id of 1 to 16 visible ASCII characters, none of them a backslash, see `core/store/shortId.ts`: no quote stands in a
 * string without one.
 */
export function readShortId(start: usize, length: u32, into: usize): bool {
  if (length === 0 || length > 16) return false;
  const text = v128.load(start);
  const isNone = v128.or(
    i8x16.gt_u(i8x16.sub(text, i8x16.splat(0x21)), i8x16.splat(0x5d)),
    i8x16.eq(text, i8x16.splat(0x5c)),
  );
  if (v128.any_true(firstBytes(isNone, length))) return false;
  v128.store(into, firstBytes(text, length));
  return true;
}

function areDigits(text: v128): v128 {
  const isNumber = i8x16.le_u(i8x16.sub(text, i8x16.splat(0x30)), i8x16.splat(9));
  return v128.or(isNumber, i8x16.le_u(i8x16.sub(text, i8x16.splat(0x61)), i8x16.splat(5)));
}

function values(digits: v128): v128 {
  const number = i8x16.sub(digits, i8x16.splat(0x30));
  return v128.bitselect(number, i8x16.sub(digits, i8x16.splat(87)), i8x16.le_u(number, i8x16.splat(9)));
}

/** Two digits in each 16 bits, the first one in the lower half, as the byte that they write. */
function pairs(values: v128): v128 {
  return v128.or(v128.and(i16x8.shl(values, 4), i16x8.splat(0xf0)), i16x8.shr_u(values, 8));
}
