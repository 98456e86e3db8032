import {
  BACKSLASH,
  BYTE_ORDER_MARK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOT,
  isDigit,
  isSpace,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
  ZERO,
} from './characters';

/**
 * JSON's grammar (RFC 8259) as a machine that can be stopped, copied and set going again anywhere.
 *
 * `JSON.parse` says that a text is broken; this says where, what stood open there and what was expected, which is
 * what a repair needs. It accepts exactly what `JSON.parse` accepts. States are immutable and share their frames, so
 * keeping one costs nothing and a trial run can't spoil the real one.
 */

/** An object or array that stands open. */
export interface Frame {
  readonly open: '{' | '[';
  readonly parent: Frame | undefined;
  readonly depth: number;
  /** Where its bracket stands, and the state before it. */
  readonly at: Mark;
}

/** A place to which the machine can be set back. */
export interface Mark {
  readonly at: number;
  readonly frame: Frame | undefined;
  readonly expect: Expect;
}

/**
 * What may come next: `value` at the root or behind a colon, `first-key`/`first-element` just inside a bracket,
 * `key`/`element` behind a comma, `separator` behind a value inside a bracket, `end` behind the root value.
 */
export type Expect = 'value' | 'first-key' | 'key' | 'colon' | 'first-element' | 'element' | 'separator' | 'end';

/** Where the machine stands in the grammar. Never changed, so that it can be kept and gone back to. */
export interface State {
  readonly frame: Frame | undefined;
  readonly expect: Expect;
  /** Where the latest complete value began, with the state before it. */
  readonly value: Mark | undefined;
}

/** A token that was read, with the state before it, so that a repair can begin there. `mark` is punctuation. */
export interface Token {
  readonly kind: 'string' | 'scalar' | 'mark';
  readonly start: number;
  readonly end: number;
  readonly before: State;
}

/** Why the machine stopped. Offsets are into the text it ran over. */
export interface Stop {
  /**
   * `closed`: the root value is complete, `at` is behind it. `limit`: the text ended between tokens. `deep`: it
   * goes deeper here than is followed. The rest are
   * violations at `at`: `open-string` (the text ended inside a string), `control` (a bare control character in a
   * string), `escape` (a bad escape in a string), `word` (letters or digits that are no literal and no number),
   * `unexpected` (any other character that can't stand here).
   */
  readonly kind: 'closed' | 'limit' | 'deep' | 'open-string' | 'control' | 'escape' | 'word' | 'unexpected';
  readonly at: number;
  /** Where the token in which it stopped begins; `at` itself between tokens. */
  readonly tokenStart: number;
  readonly state: State;
  /** The latest tokens before the stop, oldest first. */
  readonly tokens: readonly Token[];
}

/** Before the root value. */
export const START: State = { frame: undefined, expect: 'value', value: undefined };

/** Deeper nesting than this is not mended (genuine records reach 11). */
export const MAX_DEPTH = 1000;

const KEPT_TOKENS = 32;

/**
 * Runs over `text` from `from` until the root value closes, something can't be, or `limit` is reached.
 *
 * @param history tokens before `from` that led to `state`, for the stop's list
 * @param kept how many of the latest tokens the stop lists
 */
export function run(
  text: string,
  from: number,
  limit: number,
  state: State,
  history: readonly Token[] = [],
  kept = KEPT_TOKENS,
): Stop {
  let { frame, expect, value } = state;
  let tokens: Token[] = [...history];
  let at = from;
  const stop = (kind: Stop['kind'], where: number, tokenStart: number): Stop => ({
    kind,
    at: where,
    tokenStart,
    state: { frame, expect, value },
    tokens: tokens.slice(-kept),
  });

  while (true) {
    if (expect === 'end') return stop('closed', at, at);
    while (at < limit && isSpace(text.charCodeAt(at))) at++;
    if (at >= limit) return stop('limit', limit, limit);

    const code = text.charCodeAt(at);
    const before: State = { frame, expect, value };
    const start = at;
    let kind: Token['kind'] = 'mark';

    if (code === QUOTE) {
      if (expect === 'colon' || expect === 'separator') return stop('unexpected', at, at);
      const end = stringEnd(text, at, limit);
      if (end < 0) return stop(brokenString(text, -end - 1, limit), -end - 1, at);
      kind = 'string';
      at = end;
      if (expect === 'first-key' || expect === 'key') expect = 'colon';
      else {
        value = { at: start, frame, expect };
        expect = frame === undefined ? 'end' : 'separator';
      }
    } else if (code === COLON) {
      if (expect !== 'colon') return stop('unexpected', at, at);
      expect = 'value';
      at++;
    } else if (code === COMMA) {
      if (expect !== 'separator') return stop('unexpected', at, at);
      expect = frame?.open === '{' ? 'key' : 'element';
      at++;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (!takesValue(expect)) return stop('unexpected', at, at);
      const depth = (frame?.depth ?? 0) + 1;
      if (depth > MAX_DEPTH) return stop('deep', at, at);
      const open = code === OPEN_BRACE ? '{' : '[';
      frame = { open, parent: frame, depth, at: { at, frame, expect } };
      expect = open === '{' ? 'first-key' : 'first-element';
      value = undefined;
      at++;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      const wanted = code === CLOSE_BRACE ? '{' : '[';
      const mayClose = expect === 'separator' || expect === (wanted === '{' ? 'first-key' : 'first-element');
      if (frame === undefined || frame.open !== wanted || !mayClose) return stop('unexpected', at, at);
      value = frame.at;
      frame = frame.parent;
      expect = frame === undefined ? 'end' : 'separator';
      at++;
    } else {
      if (!takesValue(expect)) return stop(isWord(code) ? 'word' : 'unexpected', at, at);
      const end = scalarEnd(text, at, limit);
      if (end < 0) return stop(isWord(code) ? 'word' : 'unexpected', at, at);
      kind = 'scalar';
      at = end;
      value = { at: start, frame, expect };
      expect = frame === undefined ? 'end' : 'separator';
    }

    tokens.push({ kind, start, end: at, before });
    if (tokens.length > 4 * kept) tokens = tokens.slice(-kept);
  }
}

function takesValue(expect: Expect): boolean {
  return expect === 'value' || expect === 'first-element' || expect === 'element';
}

/** Letters, digits and what numbers and names are made of; also any character beyond ASCII that is not a quote mark. */
export function isWord(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    code === 0x24 ||
    code === MINUS ||
    code === 0x2b ||
    (code >= 0xc0 && !(code >= 0x2000 && code < 0x3000) && code < BYTE_ORDER_MARK)
  );
}

/**
 * The offset behind the string that opens at `start`, or `-(offset + 1)` of the first character that can't stand in
 * it (`limit` when it never closes).
 */
export function stringEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < SPACE) return -at - 1;
    if (code === BACKSLASH) {
      const length = escapeLength(text, at, limit);
      if (length === 0) return -at - 1;
      at += length;
    } else at++;
  }
  return -limit - 1;
}

/** Length of the escape that begins at `at`, 0 if it is not one of JSON's. */
export function escapeLength(text: string, at: number, limit: number): number {
  if (at + 1 >= limit) return 0;
  const letter = text[at + 1] ?? '';
  if (letter === 'u') return at + 6 <= limit && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : 0;
  return '"\\/bfnrt'.includes(letter) ? 2 : 0;
}

function brokenString(text: string, at: number, limit: number): Stop['kind'] {
  if (at >= limit) return 'open-string';
  if (text.charCodeAt(at) !== BACKSLASH) return 'control';
  // An escape that only the end of the text cut short is an open string, not a bad escape.
  return at + 6 > limit && /^\\(u[0-9a-fA-F]*)?$/.test(text.slice(at, limit)) ? 'open-string' : 'escape';
}

/** The offset behind the number or literal at `start`, -1 if there is none. */
function scalarEnd(text: string, start: number, limit: number): number {
  for (const literal of ['true', 'false', 'null']) {
    if (text.startsWith(literal, start) && start + literal.length <= limit) return start + literal.length;
  }
  let at = start;
  if (text.charCodeAt(at) === MINUS) at++;
  const whole = at;
  while (at < limit && isDigit(text.charCodeAt(at))) at++;
  if (at === whole || (at - whole > 1 && text.charCodeAt(whole) === ZERO)) return -1;
  if (at < limit && text.charCodeAt(at) === DOT) {
    const fraction = ++at;
    while (at < limit && isDigit(text.charCodeAt(at))) at++;
    if (at === fraction) return -1;
  }
  if (at < limit && (text[at] === 'e' || text[at] === 'E')) {
    at++;
    if (at < limit && (text[at] === '+' || text[at] === '-')) at++;
    const exponent = at;
    while (at < limit && isDigit(text.charCodeAt(at))) at++;
    if (at === exponent) return -1;
  }
  return at;
}
