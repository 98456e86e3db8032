/**
 * Tables in which the next bits of a stream are looked up. A code that is longer than the index of its table goes on in a table of its
 * own behind it. After Eric Biggers' libdeflate (MIT licence): codes are counted up in the order in which they lie in the table, and what is filled
 * so far is doubled for each bit more, so that no entry is looked for.
 */
import { entryOf, SPECIAL, SUBTABLE } from './entries';

const LONGEST: u32 = 15;

const counts: usize = memory.data(4 * 16, 16);
const places: usize = memory.data(4 * 16, 16);
const sorted: usize = memory.data(2 * 320, 16);

/**
 * Makes the table of a code of RFC 1951, section 3.2.2.
 *
 * @param table place of 2^`indexBits` entries and those of the tables behind it
 * @param meanings what its symbols mean: an entry for each
 * @param lengths bits of the code of each symbol, a byte each
 * @param mayLack whether a code of one bit may lack the other one
 * @returns false where no such code exists, or one that has not all combinations. One of no symbols is no damage before it is used, as in zlib
 */
export function makeTable(
  table: usize,
  meanings: usize,
  lengths: usize,
  symbols: u32,
  indexBits: u32,
  mayLack: bool,
): bool {
  countLengths(lengths, symbols);
  let free: i32 = 1;
  let longest: u32 = 0;
  for (let bits: u32 = 1; bits <= LONGEST; bits++) {
    const count = countOf(bits);
    free = (free << 1) - <i32>count;
    if (free < 0) return false;
    if (count !== 0) longest = bits;
  }
  if (free > 0 && longest > (mayLack ? 1 : 0)) return false;
  sortSymbols(lengths, symbols);
  if (free === 0) fill(table, meanings, indexBits);
  else {
    const known = longest === 0 ? SPECIAL : load<u32>(meanings + ((<usize>load<u16>(sorted)) << 2));
    fillWithOne(table, entryOf(known, 1), indexBits);
  }
  return true;
}

function countOf(bits: u32): u32 {
  return load<u32>(counts + (bits << 2));
}

function countLengths(lengths: usize, symbols: u32): void {
  for (let at: usize = 0; at < 64; at += 16) v128.store(counts + at, i64x2.splat(0));
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const bits = <usize>load<u8>(lengths + symbol);
    if (bits === 0) {
      // Most symbols that do not occur stand beside others.
      if (symbol + 8 <= symbols && load<u64>(lengths + symbol) === 0) symbol += 7;
      continue;
    }
    const place = counts + (bits << 2);
    store<u32>(place, load<u32>(place) + 1);
  }
  store<u32>(counts, 0);
}

/** Symbols by the length of their codes. */
function sortSymbols(lengths: usize, symbols: u32): void {
  let place: u32 = 0;
  for (let bits: u32 = 1; bits <= LONGEST; bits++) {
    store<u32>(places + (bits << 2), place);
    place += countOf(bits);
  }
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const bits = <usize>load<u8>(lengths + symbol);
    if (bits === 0) {
      // Most symbols that do not occur stand beside others.
      if (symbol + 8 <= symbols && load<u64>(lengths + symbol) === 0) symbol += 7;
      continue;
    }
    const at = load<u32>(places + (bits << 2));
    store<u32>(places + (bits << 2), at + 1);
    store<u16>(sorted + ((<usize>at) << 1), <u16>symbol);
  }
}

/** The one code is a bit that is 0. */
function fillWithOne(table: usize, entry: u32, indexBits: u32): void {
  const other = entryOf(SPECIAL, 1);
  for (let index: u32 = 0; index < (<u32>1) << indexBits; index += 2) {
    store<u32>(table + (index << 2), entry);
    store<u32>(table + (index << 2), other, 4);
  }
}

function fill(table: usize, meanings: usize, indexBits: u32): void {
  let bits: u32 = 1;
  while (countOf(bits) === 0) bits++;
  let left = countOf(bits);
  let size: u32 = 1 << bits;
  let code: u32 = 0;
  let symbol = sorted;
  while (bits <= indexBits) {
    store<u32>(table + (code << 2), entryOf(load<u32>(meanings + ((<usize>load<u16>(symbol)) << 2)), bits));
    symbol += 2;
    if (code === size - 1) {
      for (; bits < indexBits; bits++, size <<= 1) double(table, size);
      return;
    }
    code = codeAfter(code, size);
    left--;
    while (left === 0) {
      if (++bits <= indexBits) {
        double(table, size);
        size <<= 1;
      }
      left = countOf(bits);
    }
  }
  fillSubtables(table, meanings, indexBits, code, bits, left, symbol);
}

/** What is in the table, once more behind it: with one bit more, which may be 0 or 1. */
function double(table: usize, size: u32): void {
  const bytes = (<usize>size) << 2;
  if (bytes < 16) {
    for (let at = table; at < table + bytes; at += 4) store<u32>(at + bytes, load<u32>(at));
    return;
  }
  for (let at = table; at < table + bytes; at += 16) v128.store(at + bytes, v128.load(at));
}

/** Codes are counted up from their first bit, which is the lowest here. Not for the last code, of ones alone. */
function codeAfter(code: u32, size: u32): u32 {
  const bit: u32 = 1 << (31 - clz(code ^ (size - 1)));
  return (code & (bit - 1)) | bit;
}

function fillSubtables(
  table: usize,
  meanings: usize,
  indexBits: u32,
  code: u32,
  bits: u32,
  left: u32,
  symbol: usize,
): void {
  const mask: u32 = (1 << indexBits) - 1;
  let end: u32 = 1 << indexBits;
  let start = end;
  let prefix: u32 = u32.MAX_VALUE;
  while (true) {
    if ((code & mask) !== prefix) {
      prefix = code & mask;
      start = end;
      const index = subtableBits(bits - indexBits, indexBits, left);
      end = start + (1 << index);
      store<u32>(table + (prefix << 2), SPECIAL | SUBTABLE | (start << 16) | (index << 8));
    }
    const entry = entryOf(load<u32>(meanings + ((<usize>load<u16>(symbol)) << 2)), bits);
    symbol += 2;
    for (let at = start + (code >> indexBits); at < end; at += 1 << (bits - indexBits))
      store<u32>(table + (at << 2), entry);
    const size: u32 = 1 << bits;
    if (code === size - 1) return;
    code = codeAfter(code, size);
    left--;
    while (left === 0) left = countOf(++bits);
  }
}

/** How long the longest code is that begins as this one does, which is of the shortest: `bits` behind the index, with `left` more of that length. */
function subtableBits(bits: u32, indexBits: u32, left: u32): u32 {
  let used = left;
  while (used < (<u32>1) << bits) {
    bits++;
    used = (used << 1) + countOf(indexBits + bits);
  }
  return bits;
}
