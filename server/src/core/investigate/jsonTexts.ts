import type { JsonValue } from '../record';

/** The JSON values of a text, which may stand one after the other. */
export interface JsonTexts {
  readonly values: readonly JsonValue[];
  /** The text ends in the midst of the last value: only what is whole of its outermost list is there. */
  readonly isCut: boolean;
  /** Where what is no JSON stands: offset in the text, UTF-16, zero based. Then only what stands before it is in `values`. */
  readonly wrongAt?: number;
}

/**
 * Reads JSON that was written by a program: one value, several in a row, or one that was cut off. What a program has not written so
 * (a comma too many, quotes of another kind) is not mended: whoever asks says so.
 */
export function jsonTexts(text: string): JsonTexts {
  const whole = parsed(text);
  if (whole !== undefined) return { values: [whole], isCut: false };
  const values: JsonValue[] = [];
  let from = start(text, 0);
  while (from < text.length) {
    const { end, cut } = valueFrom(text, from);
    const last = end === undefined && cut !== undefined ? parsed(text.slice(from, cut.end) + cut.closing) : undefined;
    const value = end === undefined ? last : parsed(text.slice(from, end));
    if (value !== undefined) values.push(value);
    if (end === undefined && (value !== undefined || cut === undefined) && opens(text, from))
      return { values, isCut: true };
    if (end === undefined || value === undefined) return { values, isCut: false, wrongAt: from };
    from = start(text, end);
  }
  return { values, isCut: false };
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function opens(text: string, at: number): boolean {
  return text[at] === '{' || text[at] === '[';
}

function start(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\ufeff]/.test(text[at] ?? '')) at++;
  return at;
}

/** Where a value of a text ends. */
interface ValueEnd {
  /** Exclusive; undefined where it does not end, or is neither an object nor a list. */
  readonly end: number | undefined;
  /** Behind the last entry of its outermost list that is whole, and the brackets that close what is open there. */
  readonly cut: { readonly end: number; readonly closing: string } | undefined;
}

/** Goes from bracket to bracket; nothing is said of what stands between them. */
function valueFrom(text: string, from: number): ValueEnd {
  const open: string[] = [];
  let cut: ValueEnd['cut'];
  const signs = /["{}[\]]/g;
  signs.lastIndex = from;
  if (!opens(text, from)) return { end: undefined, cut };
  for (let found = signs.exec(text); found !== null; found = signs.exec(text)) {
    const { index, 0: sign } = found;
    if (sign === '"') {
      signs.lastIndex = behindString(text, index);
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      if (open.length > DEEPEST) return { end: text.length, cut: undefined };
    } else {
      open.pop();
      if (open.length === 0) return { end: index + 1, cut };
      const isEntry = open.at(-1) === '[' && open.length <= 2 && sign === '}';
      if (isEntry) cut = { end: index + 1, closing: open.length === 2 ? ']}' : ']' };
    }
  }
  return { end: undefined, cut };
}

/** No answer of an API is deeper. */
const DEEPEST = 64;

/** Behind the quote that closes a string; the end of the text where none does. */
function behindString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at + 1;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}
