/** The two codes of a block: one of literals and lengths, one of distances. RFC 1951, sections 3.2.6 and 3.2.7. */
import { makeTable } from './codeTable';
import { distanceMeanings, lengthMeanings, literalMeanings, TAKEN } from './entries';
import { knownBits, peek, refill, take } from './input';
import { pairLiterals } from './literalPairs';
import { CUT, REFUSED, WHOLE } from './outcomes';

/** Bits of the index of each table. Longer ones are looked up in fewer steps, and take longer to be made. */
export const LITERAL_BITS: u32 = 10;
export const DISTANCE_BITS: u32 = 8;
const LENGTH_BITS: u32 = 7;

/** Room for the most entries that a code can need with its tables behind it, which zlib's `enough` counts: 1,334, 402, 128. */
export const literalTable: usize = memory.data(4 * 1408, 16);
export const distanceTable: usize = memory.data(4 * 448, 16);
const lengthTable: usize = memory.data(4 * 128, 16);

/** Bits of the code of each symbol, and a few more, as repeated ones are written four at a time. */
const lengths: usize = memory.data(320 + 8, 16);
const lengthOrder: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

const LITERALS_AND_LENGTHS: u32 = 286;
const DISTANCES: u32 = 30;
const END_OF_BLOCK: u32 = 256;

/** The tables are those of the fixed codes, which need not be made again. */
let areFixed: bool = false;
let arePaired: bool = false;

export function useFixedCodes(): void {
  if (areFixed) return;
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  makeTable(literalTable, literalMeanings, lengths, 288, LITERAL_BITS, true);
  memory.fill(lengths, 5, 32);
  makeTable(distanceTable, distanceMeanings, lengths, 32, DISTANCE_BITS, true);
  areFixed = true;
  arePaired = false;
}

/** Once it shows that a block is not short: else it would be read before this has been of use. */
export function pairOnce(): void {
  if (arePaired) return;
  pairLiterals(literalTable, LITERAL_BITS);
  arePaired = true;
}

/** Whether two literals at a time can be looked up. */
export function isPaired(): bool {
  return arePaired;
}

/** @returns `WHOLE`, `CUT` or `REFUSED` */
export function readCodes(): u32 {
  areFixed = false;
  arePaired = false;
  refill();
  if (knownBits() < 14) return CUT;
  const literals: u32 = 257 + take(5);
  const distances: u32 = 1 + take(5);
  const count: u32 = 4 + take(4);
  if (literals > LITERALS_AND_LENGTHS || distances > DISTANCES) return REFUSED;
  let outcome = readLengthCode(count);
  if (outcome === WHOLE) outcome = readLengths(literals + distances);
  if (outcome !== WHOLE) return outcome;
  if (load<u8>(lengths + END_OF_BLOCK) === 0) return REFUSED;
  if (!makeTable(literalTable, literalMeanings, lengths, literals, LITERAL_BITS, true)) return REFUSED;
  return makeTable(distanceTable, distanceMeanings, lengths + literals, distances, DISTANCE_BITS, true)
    ? WHOLE
    : REFUSED;
}

/** The code in which the lengths of the codes are written. */
function readLengthCode(count: u32): u32 {
  memory.fill(lengths, 0, 19);
  for (let index: u32 = 0; index < count; index++) {
    if (knownBits() < 3) refill();
    if (knownBits() < 3) return CUT;
    store<u8>(lengths + load<u8>(lengthOrder + index), <u8>take(3));
  }
  return makeTable(lengthTable, lengthMeanings, lengths, 19, LENGTH_BITS, false) ? WHOLE : REFUSED;
}

function readLengths(count: u32): u32 {
  let last: u8 = 0;
  for (let index: u32 = 0; index < count; ) {
    if (knownBits() < 14) refill();
    const entry = load<u32>(lengthTable + (peek(LENGTH_BITS) << 2));
    const symbol = entry >> 16;
    const extra: u32 = symbol < 16 ? 0 : symbol === 16 ? 2 : symbol === 17 ? 3 : 7;
    // Where there is no such code, each bit reads as a length of 0, as in zlib: then the end of blocks has no code.
    if ((entry & TAKEN) + extra > knownBits()) return CUT;
    take(entry & TAKEN);
    if (symbol < 16) {
      last = <u8>symbol;
      store<u8>(lengths + index++, last);
      continue;
    }
    if (symbol === 16 && index === 0) return REFUSED;
    if (symbol !== 16) last = 0;
    const times = take(extra) + (symbol === 18 ? 11 : 3);
    if (index + times > count) return REFUSED;
    for (let at: u32 = 0; at < times; at += 4) store<u32>(lengths + index + at, 0x01010101 * <u32>last);
    index += times;
  }
  return WHOLE;
}
