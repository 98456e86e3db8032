/**
 * CRC-32 as gzip has it, without a table for nearly all bytes. A text is a polynomial over GF(2), and its checksum what is left when it is divided by
 * that of the CRC. What is left stays the same when a multiple of the divisor is taken away, and x^2400 + x^1240 + x^936 + x^712 + 1 is one: so each byte
 * can be added to those 145, 183, 211 and 300 bytes behind it and be forgotten, sixteen at a time, until 300 are left. (The idea is Sam
 * Russell's, "Chorba", 2024; this multiple was searched for, and a test holds it to Node's checksum.)
 */

const FIRST: usize = 145;
const SECOND: usize = 183;
const THIRD: usize = 211;
const FOURTH: usize = 300;
/** The farthest of them, in whole vectors. */
const REACH: usize = 304;
/** Bytes that are added up at a time, so that what was added stays near. */
const CHUNK: usize = 4096;
/** Below this, tables take as long. */
const SHORT: usize = 512;

const sums: usize = memory.data(304 + 4096, 16);
/** Sums behind the last chunk: none; and the bytes that are left. */
const lastSums: usize = memory.data(304 + 320, 16);
const left: usize = memory.data(320, 16);
/** Eight tables of 256: what a byte comes to, so many bytes before the end. */
const tables: usize = memory.data(8 * 1024, 16);

const POLYNOMIAL: u32 = 0xedb88320;

/** Once, before all else. */
export function prepareChecksums(): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = (value & 1) !== 0 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    store<u32>(tables + (byte << 2), value);
  }
  for (let byte: u32 = 0; byte < 256; byte++) {
    let value = load<u32>(tables + (byte << 2));
    for (let table: usize = 1; table < 8; table++) {
      value = load<u32>(tables + ((value & 255) << 2)) ^ (value >>> 8);
      store<u32>(tables + (table << 10) + (byte << 2), value);
    }
  }
}

/** The checksum of a text that goes on. @param crc of what stands before, 0 at the beginning */
export function crc32(crc: u32, start: usize, length: usize): u32 {
  return ~(length < SHORT ? byTables(~crc, start, start + length) : bySums(~crc, start, start + length));
}

function bySums(crc: u32, start: usize, end: usize): u32 {
  const stop = start + ((end - start - FOURTH) & ~15);
  memory.fill(sums, 0, REACH);
  // What stands before is added to the first four bytes: from here it reaches nothing else.
  store<u32>(sums + REACH - FOURTH, crc);
  while (start < stop) {
    const count = min(stop - start, CHUNK);
    const to = sums + REACH;
    addUp(start, to, to + count);
    start += count;
    memory.copy(sums, to + count - REACH, REACH);
  }
  return byTables(0, left, left + rest(stop, end));
}

/** Both in whole vectors. */
function addUp(from: usize, to: usize, end: usize): void {
  for (; to + 32 <= end; to += 32, from += 32) {
    v128.store(to, v128.xor(v128.load(from), earlier(to)));
    v128.store(to, v128.xor(v128.load(from, 16), earlier(to + 16)), 16);
  }
  if (to < end) v128.store(to, v128.xor(v128.load(from), earlier(to)));
}

function earlier(to: usize): v128 {
  return v128.xor(
    v128.xor(v128.load(to - FIRST), v128.load(to - SECOND)),
    v128.xor(v128.load(to - THIRD), v128.load(to - FOURTH)),
  );
}

/** The bytes that are left, with what was added to them. @returns how many */
function rest(stop: usize, end: usize): usize {
  memory.copy(lastSums, sums, REACH);
  const length = end - stop;
  for (let at: usize = 0; at < length; at += 16) {
    v128.store(left + at, v128.xor(v128.load(stop + at), earlier(lastSums + REACH + at)));
  }
  return length;
}

function byTables(crc: u32, at: usize, end: usize): u32 {
  for (; at + 8 <= end; at += 8) {
    const low = load<u32>(at) ^ crc;
    const high = load<u32>(at, 4);
    crc =
      term(low, 7) ^
      term(low >> 8, 6) ^
      term(low >> 16, 5) ^
      term(low >> 24, 4) ^
      term(high, 3) ^
      term(high >> 8, 2) ^
      term(high >> 16, 1) ^
      term(high >> 24, 0);
  }
  for (; at < end; at++) crc = term(crc ^ <u32>load<u8>(at), 0) ^ (crc >>> 8);
  return crc;
}

function term(byte: u32, table: usize): u32 {
  return load<u32>(tables + (table << 10) + ((byte & 255) << 2));
}
