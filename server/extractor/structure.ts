/**
 * The first look at a text: where its operators stand, `{}[]:,` outside of strings, told from 64 bytes at once. Seen on the way,
 * so that nobody has to look again: that strings hold no control characters and only escapes that JSON knows, that an operator
 * follows each of them, that all white space is JSON's, and that all of it is UTF-8.
 */
import { BACKSLASH, behindSpace, isOperator, QUOTE } from './characters';
import { beginUtf8, isInCharacter, readUtf8 } from './utf8';

const BLOCK: usize = 64;
const ODD_PLACES: u64 = 0xaaaaaaaaaaaaaaaa;

/** All ones where the block before ended in a string. */
let inString: u64 = 0;
/** One where the first byte of the next block is escaped. */
let escapedNext: u64 = 0;
/** One where the block before ended with the quote that closes a string. */
let closedLast: u64 = 0;
/** A string has ended, and so far nothing but white space is known behind it. */
let awaitsOperator: bool = false;
let isBroken: bool = false;
let hasOther: bool = false;
let hasQuote: bool = false;
let hasPoint: bool = false;

export function beginStructure(): void {
  inString = 0;
  escapedNext = 0;
  closedLast = 0;
  awaitsOperator = false;
  isBroken = false;
  hasOther = false;
  hasQuote = false;
  hasPoint = false;
  beginUtf8();
}

/** Whether something was seen that no JSON is. */
export function isStructureBroken(): bool {
  return isBroken;
}

/** Whether the text, of which all was seen, ends in a string, an escape or a character. */
export function isStructureOpen(): bool {
  return inString !== 0 || escapedNext !== 0 || isInCharacter();
}

export function isAllAscii(): bool {
  return !hasOther;
}

/** Whether a character is written as its code point: a key could be spelled so. */
export function hasCodePoints(): bool {
  return hasPoint;
}

/** Whether that is a quote: a string could hold JSON that is written so. */
export function hasQuotesAsCodePoints(): bool {
  return hasQuote;
}

/**
 * Appends the addresses of operators, 32 bits each.
 *
 * @param start of what was not seen yet
 * @param end a number of whole blocks behind it
 * @param known the end of the bytes that are there: at least 8 more than `end`, or all of the text and a block of spaces
 * @param isLast whether the text ends there
 * @param into where the first address goes; there is room for one a byte and 8 more
 * @returns behind the last address
 */
export function indexStructure(start: usize, end: usize, known: usize, isLast: bool, into: usize): usize {
  if (awaitsOperator) {
    awaitsOperator = false;
    expectOperator(start, known, isLast);
  }
  const quote = i8x16.splat(0x22);
  const backslash = i8x16.splat(0x5c);
  let out = into;
  for (let at = start; at < end; at += BLOCK) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    let quotes = bitsOf(i8x16.eq(a, quote), i8x16.eq(b, quote), i8x16.eq(c, quote), i8x16.eq(d, quote));
    const backA = i8x16.eq(a, backslash);
    const backB = i8x16.eq(b, backslash);
    const backC = i8x16.eq(c, backslash);
    const backD = i8x16.eq(d, backslash);
    let escaped: u64 = escapedNext;
    if (v128.any_true(v128.or(v128.or(backA, backB), v128.or(backC, backD)))) {
      escaped = escapedIn(bitsOf(backA, backB, backC, backD));
    } else escapedNext = 0;
    if (escaped !== 0) {
      checkEscapes(at, escaped);
      quotes &= ~escaped;
    }
    // Ones from each quote that opens a string up to the one that closes it, exclusive.
    let inside = quotes;
    inside ^= inside << 1;
    inside ^= inside << 2;
    inside ^= inside << 4;
    inside ^= inside << 8;
    inside ^= inside << 16;
    inside ^= inside << 32;
    inside ^= inString;
    inString = <u64>(<i64>inside >> 63);
    let operators = bitsOf(operatorsIn(a), operatorsIn(b), operatorsIn(c), operatorsIn(d)) & ~inside;
    const least = i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d));
    if (!i8x16.all_true(i8x16.gt_u(least, i8x16.splat(31)))) checkControls(a, b, c, d, inside);
    if (i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d))) !== 0) {
      hasOther = true;
      if (!readUtf8(at, at + BLOCK)) isBroken = true;
    } else if (isInCharacter()) isBroken = true;
    const closing = quotes & ~inside;
    let followers = ((closing << 1) | closedLast) & ~operators;
    closedLast = closing >> 63;
    for (; followers !== 0; followers &= followers - 1) expectOperator(at + <usize>ctz(followers), known, isLast);
    // Eight at once, whether there are as many or not: most blocks have fewer.
    const base = <u32>at;
    const count = <usize>popcnt(operators);
    store<u32>(out, base + <u32>ctz(operators), 0);
    operators &= operators - 1;
    store<u32>(out, base + <u32>ctz(operators), 4);
    operators &= operators - 1;
    store<u32>(out, base + <u32>ctz(operators), 8);
    operators &= operators - 1;
    store<u32>(out, base + <u32>ctz(operators), 12);
    operators &= operators - 1;
    if (count > 4) {
      store<u32>(out, base + <u32>ctz(operators), 16);
      operators &= operators - 1;
      store<u32>(out, base + <u32>ctz(operators), 20);
      operators &= operators - 1;
      store<u32>(out, base + <u32>ctz(operators), 24);
      operators &= operators - 1;
      store<u32>(out, base + <u32>ctz(operators), 28);
      operators &= operators - 1;
      for (let next = out + 32; operators !== 0; next += 4) {
        store<u32>(next, base + <u32>ctz(operators));
        operators &= operators - 1;
      }
    }
    out += count << 2;
  }
  return out;
}

/** A bit for each byte of four vectors that is all ones. */
function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>i8x16.bitmask(a) | ((<u32>i8x16.bitmask(b)) << 16);
  const high = <u32>i8x16.bitmask(c) | ((<u32>i8x16.bitmask(d)) << 16);
  return <u64>low | ((<u64>high) << 32);
}

/**
 * The low half of an operator tells which one it could be, but for the bit that parts brackets from braces. Two control
 * characters look the same; where they stand outside of strings, the text is no JSON anyway.
 */
function operatorsIn(bytes: v128): v128 {
  const candidates = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x3a, 0x7b, 0x2c, 0x7d, 0, 0);
  const low = v128.and(bytes, i8x16.splat(15));
  return i8x16.eq(i8x16.swizzle(candidates, low), v128.or(bytes, i8x16.splat(0x20)));
}

/** Which bytes a backslash escapes: the ones behind an odd number of them. Sets what that says of the next block. */
function escapedIn(backslashes: u64): u64 {
  const potential = backslashes & ~escapedNext;
  const even = (((potential << 1) | ODD_PLACES) - potential) ^ ODD_PLACES;
  const escaped = even ^ (backslashes | escapedNext);
  escapedNext = (even & backslashes) >> 63;
  return escaped;
}

function checkEscapes(at: usize, escaped: u64): void {
  for (let rest = escaped; rest !== 0; rest &= rest - 1) {
    const place = at + <usize>ctz(rest);
    if (!isEscape(place)) isBroken = true;
  }
}

/** Whether JSON knows the escape whose letter stands here. */
function isEscape(at: usize): bool {
  const letter = <u32>load<u8>(at);
  if (letter === 0x75) {
    hasPoint = true;
    if (load<u32>(at, 1) === 0x32323030) hasQuote = true;
    return isHex(at + 1) && isHex(at + 2) && isHex(at + 3) && isHex(at + 4);
  }
  if (letter === QUOTE || letter === BACKSLASH || letter === 0x2f) return true;
  return letter === 0x62 || letter === 0x66 || letter === 0x6e || letter === 0x72 || letter === 0x74;
}

function isHex(at: usize): bool {
  const byte = <u32>load<u8>(at);
  return byte - 0x30 < 10 || (byte | 0x20) - 0x61 < 6;
}

/** Control characters are white space, and stand in no string. */
function checkControls(a: v128, b: v128, c: v128, d: v128, inside: u64): void {
  const last = i8x16.splat(31);
  const controlsA = i8x16.le_u(a, last);
  const controlsB = i8x16.le_u(b, last);
  const controlsC = i8x16.le_u(c, last);
  const controlsD = i8x16.le_u(d, last);
  if ((bitsOf(controlsA, controlsB, controlsC, controlsD) & inside) !== 0) isBroken = true;
  // Tabulator, line feed and carriage return.
  const allowed = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, -1, 0, 0);
  const others = v128.or(
    v128.or(v128.andnot(controlsA, i8x16.swizzle(allowed, a)), v128.andnot(controlsB, i8x16.swizzle(allowed, b))),
    v128.or(v128.andnot(controlsC, i8x16.swizzle(allowed, c)), v128.andnot(controlsD, i8x16.swizzle(allowed, d))),
  );
  if (v128.any_true(others)) isBroken = true;
}

/** Behind a string an operator must come, with white space before it or without. */
function expectOperator(at: usize, known: usize, isLast: bool): void {
  const next = behindSpace(at);
  if (next >= known && !isLast) awaitsOperator = true;
  else if (next >= known || !isOperator(<u32>load<u8>(next))) isBroken = true;
}
