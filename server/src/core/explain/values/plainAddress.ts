const WORDS = 8;
const MAPPED = 0xffff;
const COLON = 0x3a;

/**
 * The eight words of an IPv6 address that is written as nearly all are: hexadecimal groups, with `::` once at most. Undefined for all other
 * texts, addresses or not, and for IPv4 that IPv6 carries: see `addressNamed`. A log has so many of them that they are read here.
 */
export function wordsOfPlain(text: string): readonly number[] | undefined {
  const before: number[] = [];
  const behind: number[] = [];
  let words = before;
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) === COLON) {
      // Two colons, once; one alone stands only between groups, and is passed over there.
      if (text.charCodeAt(at + 1) !== COLON || words === behind) return undefined;
      words = behind;
      at += 2;
      continue;
    }
    const start = at;
    let word = 0;
    for (; at < text.length && at - start < 4; at++) {
      const digit = digitIn(text.charCodeAt(at));
      if (digit < 0) break;
      word = 16 * word + digit;
    }
    if (at === start) return undefined;
    words.push(word);
    if (at === text.length) break;
    if (text.charCodeAt(at) !== COLON || at + 1 === text.length) return undefined;
    if (text.charCodeAt(at + 1) !== COLON) at++;
  }
  const given = before.length + behind.length;
  if (words === behind ? given >= WORDS : given !== WORDS) return undefined;
  const all = [...before, ...new Array<number>(WORDS - given).fill(0), ...behind];
  return all[5] === MAPPED && all.slice(0, 5).every((word) => word === 0) ? undefined : all;
}

/** Of a hexadecimal digit in either case; negative for all else. */
function digitIn(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x57 : -1;
}
