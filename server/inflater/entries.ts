/**
 * What stands in the tables in which the next bits of a deflate stream are looked up, a number of 32 bits for each way they can go on:
 *
 *     bits 0–5     bits of the stream that it takes: its code, and the extra bits of a length or a distance
 *     bits 6, 7    how many literals it stands for, 0 for anything else
 *     literals     8–15 the first, 16–23 the second, and then 24–27 bits that the first alone takes
 *     all others   8–11 bits of the code alone, 12–14 see below, 16–31 the least length or distance that it means, or the symbol
 */

/** Two bits from here on: how many literals. */
export const LITERALS: u32 = 6;
export const ANY_LITERAL: u32 = 3 << LITERALS;
/** Bits that an entry takes. Shifts look at no others, so that it can be shifted by as it is, but for those that look at 5. */
export const TAKEN: u32 = 63;
/** From here on: the bits that the first of two literals takes. */
export const FIRST_TAKEN: u32 = 24;

/** Neither literal, nor length or distance: one of the next two, or a code that means nothing. */
export const SPECIAL: u32 = 1 << 12;
/** Goes on in a table of its own: 8–11 are the bits of its index, and it begins at the entry that 16–31 say. */
export const SUBTABLE: u32 = 1 << 13;
/** The end of a block. */
export const END: u32 = 1 << 14;

/** What the symbols of a code mean, as entries of no bits but their extra ones. */
export const literalMeanings: usize = memory.data(4 * 288, 16);
export const distanceMeanings: usize = memory.data(4 * 32, 16);
/** The symbols are what is wanted, for the code that lengths of codes are written in. */
export const lengthMeanings: usize = memory.data(4 * 19, 16);

const FIRST_LENGTH: u32 = 257;
const LENGTHS: u32 = 29;
const DISTANCES: u32 = 30;

// RFC 1951, section 3.2.5.
const lengthBases: usize = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]);
const lengthExtras: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]);
const distanceBases: usize = memory.data<u16>([
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]);
const distanceExtras: usize = memory.data<u8>([
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]);

/** Once, before all else. */
export function prepareMeanings(): void {
  for (let symbol: u32 = 0; symbol < 288; symbol++) {
    store<u32>(
      literalMeanings + (symbol << 2),
      symbol < 256 ? (1 << LITERALS) | (symbol << 8) : behindLiterals(symbol),
    );
  }
  for (let symbol: u32 = 0; symbol < 32; symbol++) {
    const meaning =
      symbol < DISTANCES ? based(load<u16>(distanceBases + (symbol << 1)), load<u8>(distanceExtras + symbol)) : SPECIAL;
    store<u32>(distanceMeanings + (symbol << 2), meaning);
  }
  for (let symbol: u32 = 0; symbol < 19; symbol++) store<u32>(lengthMeanings + (symbol << 2), symbol << 16);
}

function behindLiterals(symbol: u32): u32 {
  if (symbol < FIRST_LENGTH) return SPECIAL | END;
  const index = symbol - FIRST_LENGTH;
  // The last two are part of the fixed code, and mean nothing.
  return index < LENGTHS ? based(load<u16>(lengthBases + (index << 1)), load<u8>(lengthExtras + index)) : SPECIAL;
}

function based(base: u16, extra: u8): u32 {
  return ((<u32>base) << 16) | <u32>extra;
}

/** The entry of a symbol whose code has so many bits. */
export function entryOf(meaning: u32, bits: u32): u32 {
  return (meaning & ANY_LITERAL) !== 0 ? meaning | bits : (meaning + bits) | (bits << 8);
}
