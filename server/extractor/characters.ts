/** The bytes that JSON is made of, and how to get over white space. */

export const QUOTE: u32 = 0x22;
export const COMMA: u32 = 0x2c;
export const COLON: u32 = 0x3a;
export const OPEN_BRACKET: u32 = 0x5b;
export const BACKSLASH: u32 = 0x5c;
export const CLOSE_BRACKET: u32 = 0x5d;
export const OPEN_BRACE: u32 = 0x7b;
export const CLOSE_BRACE: u32 = 0x7d;
/** What stands for the end of the structure that is known so far: no operator. */
export const NO_MORE: u32 = 0;

const SPACE: u32 = 32;

/** Whether an operator is a brace or a bracket, opening or closing. */
export function isBracket(operator: u32): bool {
  return operator >= OPEN_BRACKET;
}

/** Whether an operator opens an object or a list; what closes it is greater by two. */
export function isOpening(operator: u32): bool {
  return operator >= OPEN_BRACKET && (operator & 2) !== 0;
}

export function isOperator(byte: u32): bool {
  return byte === COMMA || byte === COLON || isAnyBracket(byte);
}

function isAnyBracket(byte: u32): bool {
  const small = byte | 0x20;
  return small === OPEN_BRACE || small === CLOSE_BRACE;
}

/**
 * Behind the white space that begins at `at`, if any does. `indexStructure` has seen that no other control characters stand
 * outside of strings, so all that is not greater than a space is white space; behind the text stand bytes that are none.
 */
export function behindSpace(at: usize): usize {
  if (<u32>load<u8>(at) > SPACE) return at;
  let from = at + 1;
  while (true) {
    const others = i8x16.bitmask(i8x16.gt_u(v128.load(from), i8x16.splat(32)));
    if (others !== 0) return from + <usize>ctz(others);
    from += 16;
  }
}

/** Before the white space that ends at `end`, where something else stands. */
export function beforeSpace(end: usize): usize {
  let at = end;
  while (<u32>load<u8>(at - 1) <= SPACE) at--;
  return at;
}

/** Whether nothing but white space stands in a stretch. */
export function isBlank(start: usize, end: usize): bool {
  return start === end || behindSpace(start) >= end;
}

/** Whether a text is this one, which is ASCII. */
export function isText(at: usize, length: u32, text: string): bool {
  if (length !== <u32>text.length) return false;
  for (let index: u32 = 0; index < length; index++) {
    if (<i32>load<u8>(at + index) !== text.charCodeAt(index)) return false;
  }
  return true;
}
