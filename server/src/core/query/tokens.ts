import type { PatternPart } from './question';

/** Characters of a question: UTF-16 offsets, zero based, end exclusive. */
export interface QuestionSpan {
  readonly start: number;
  readonly end: number;
}

/** A value as it is written, quotes taken away. Where one is missing, it is empty. */
export interface WrittenValue extends QuestionSpan {
  readonly parts: readonly PatternPart[];
  readonly isQuoted: boolean;
  /** Where a quote begins that nothing ends. */
  readonly openQuote: number | undefined;
}

/** A term as it is written: a field or none, and at least one value. */
export interface WrittenTerm extends QuestionSpan {
  readonly kind: 'term';
  /** What stands before the colon, without it. */
  readonly field: (QuestionSpan & { readonly name: string }) | undefined;
  readonly values: readonly WrittenValue[];
}

/** What a question consists of, between blanks. A minus that stands before something is a `not`. */
export type Token =
  | WrittenTerm
  | (QuestionSpan & { readonly kind: '(' | ')' | 'and' | 'or' | 'not'; readonly text: string });

const BLANK = /\s/;
const NAME_START = /[a-z]/i;
const NAME = /[\w.]/;
/** What does not stand for itself in a value without quotes. */
const SPECIAL = /[\s"\u201c-\u201e(),*?]/;
/** Mail and office programs make such quotes of those that were typed. */
const CURLY = /[\u201c-\u201e]/;
/** What begins like a term with a field and is none. */
const IPV6 = /^[\da-f]{1,4}:[\da-f]{0,4}:/i;
const ARN = /^arn:aws[a-z-]*:/i;
/** More characters than one of them needs to be told. */
const TELLING = 24;

/** Takes a question apart. Every text is made of tokens and blanks, whatever stands in it; the time is linear in its length. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = endOfBlanks(text, 0); at < text.length; at = endOfBlanks(text, at)) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const character = text.charAt(start);
  if (character === '(' || character === ')') return { kind: character, start, end: start + 1, text: character };
  if (character === '-') return { kind: 'not', start, end: start + 1, text: character };
  const end = endOfName(text, start);
  const word = text.slice(start, end);
  const kind = word.toLowerCase();
  const isOperator = (kind === 'and' || kind === 'or' || kind === 'not') && /^[\s()]?$/.test(text.charAt(end));
  return isOperator ? { kind, start, end, text: word } : termAt(text, start, end);
}

function termAt(text: string, start: number, nameEnd: number): WrittenTerm {
  const head = text.slice(start, start + TELLING);
  const hasField = nameEnd > start && text.charAt(nameEnd) === ':' && !IPV6.test(head);
  const field = hasField ? { start, end: nameEnd, name: text.slice(start, nameEnd) } : undefined;
  // An ARN begins like a term that asks for one, and that is what somebody means by it.
  const first = valueAt(text, hasField && !ARN.test(head) ? nameEnd + 1 : start);
  const values = [first];
  let { end } = first;
  while (text.charAt(end) === ',') {
    const value = valueAt(text, end + 1);
    values.push(value);
    end = value.end;
  }
  return { kind: 'term', start, end, field, values };
}

function valueAt(text: string, start: number): WrittenValue {
  const parts: PatternPart[] = [];
  let isQuoted = false;
  let openQuote: number | undefined;
  let literal = '';
  const closeLiteral = (): void => {
    if (literal !== '') parts.push({ literal });
    literal = '';
  };
  let at = start;
  for (;;) {
    const character = text.charAt(at);
    if (character === '*' || character === '?') {
      closeLiteral();
      const last = parts.at(-1);
      const repeats = character === '*' && last !== undefined && 'wildcard' in last && last.wildcard === '*';
      if (!repeats) parts.push({ wildcard: character });
      at++;
    } else if (character === '"' || CURLY.test(character)) {
      const close = closingQuote(text, at);
      literal += text.slice(at + 1, close).replace(/\\(["\\])/g, '$1');
      isQuoted = true;
      if (close === text.length) openQuote = at;
      at = Math.min(close + 1, text.length);
    } else {
      const end = endOfRun(text, at, (each) => !SPECIAL.test(each));
      if (end === at) break;
      literal += text.slice(at, end);
      at = end;
    }
  }
  closeLiteral();
  return { start, end: at, parts, isQuoted, openQuote };
}

/** Where the quote ends that begins at `open`; the end of the text where nothing ends it. Straight ones need a straight one. */
function closingQuote(text: string, open: number): number {
  const isCurly = text.charAt(open) !== '"';
  for (let at = open + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' || (isCurly && CURLY.test(character))) return at;
    const isEscape = character === '\\' && (text.charAt(at + 1) === '"' || text.charAt(at + 1) === '\\');
    if (isEscape) at++;
  }
  return text.length;
}

function endOfName(text: string, start: number): number {
  return NAME_START.test(text.charAt(start)) ? endOfRun(text, start, (each) => NAME.test(each)) : start;
}

function endOfBlanks(text: string, start: number): number {
  return endOfRun(text, start, (each) => BLANK.test(each));
}

function endOfRun(text: string, start: number, belongs: (character: string) => boolean): number {
  let end = start;
  while (end < text.length && belongs(text.charAt(end))) end++;
  return end;
}
