/** How many characters a key tells of. */
const LENGTH = 7;
/** Kinds of characters: each hexadecimal digit, and what lies before, between and behind them. */
const KINDS = 19;
const BETWEEN = 11;
const BEHIND = 18;

/**
 * A number for a text, in the order of the texts: the first seven characters of ids that are hexadecimal, and as much as can be
 * told of others. Equal keys say nothing, and no key is 2 ** 32 - 1.
 */
export function textKey(text: string): number {
  let key = 0;
  let isTold = true;
  for (let at = 0; at < LENGTH; at++) {
    const kind: number = isTold && at < text.length ? kindOf(text.charCodeAt(at)) : 0;
    // Characters of one kind are in no order, so what follows them is not looked at.
    isTold = isTold && kind !== 0 && kind !== BETWEEN && kind !== BEHIND;
    key = key * KINDS + kind;
  }
  return key;
}

/** The same for an id of which the first of its four numbers is known; see `uuidText`. */
export function uuidKey(word: number): number {
  let key = 0;
  for (let at = 0; at < LENGTH; at++) {
    const digit = (word >>> (28 - 4 * at)) & 15;
    key = key * KINDS + (digit < 10 ? digit + 1 : digit + 2);
  }
  return key;
}

/** In the order of code units. */
function kindOf(code: number): number {
  if (code < 0x30) return 0;
  if (code <= 0x39) return code - 0x30 + 1;
  if (code < 0x61) return BETWEEN;
  return code <= 0x66 ? code - 0x61 + 12 : BEHIND;
}
