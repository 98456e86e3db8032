/** Names for the UTF-16 code units that JSON is made of. */

/** White space of JSON. */
export const TAB = 0x09;
/** White space of JSON; ends a line. */
export const LINE_FEED = 0x0a;
/** White space of JSON; ends a line, alone or before a line feed. */
export const CARRIAGE_RETURN = 0x0d;
/** White space of JSON; no other space of Unicode is. */
export const SPACE = 0x20;
/** `"`: begins and ends a string. */
export const QUOTE = 0x22;
/** `,`: between members and between elements. */
export const COMMA = 0x2c;
/** `-`: may begin a number. */
export const MINUS = 0x2d;
/** `.`: in a number. */
export const DOT = 0x2e;
/** The first digit. */
export const ZERO = 0x30;
/** The last digit. */
export const NINE = 0x39;
/** `:`: between key and value. */
export const COLON = 0x3a;
/** `[`: begins a list. */
export const OPEN_BRACKET = 0x5b;
/** `\`: begins an escape in a string. */
export const BACKSLASH = 0x5c;
/** `]`: ends a list. */
export const CLOSE_BRACKET = 0x5d;
/** `{`: begins an object. */
export const OPEN_BRACE = 0x7b;
/** `}`: ends an object. */
export const CLOSE_BRACE = 0x7d;
/** Stands before the text of some files, and is no part of it. */
export const BYTE_ORDER_MARK = 0xfeff;

/** JSON's four white space characters; nothing else may stand between tokens. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;
}

/** Whether a code unit is one of `0` to `9`; no other digit of Unicode is one in JSON. */
export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** The first offset at or after `from` that is not white space, at most `limit`. */
export function skipSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset just behind the last character before `from` that is not white space, at least `floor`. */
export function skipSpaceBack(text: string, from: number, floor: number): number {
  let at = from;
  while (at > floor && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the character begins that `at` is in. */
export function characterStart(text: string, at: number): number {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}

/** Behind the character at `at`, which may be two code units long. */
export function characterEnd(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}
