import type { TextEdit } from '../../../record';
import { BACKSLASH, isSpace, QUOTE, SPACE } from '../../characters';

/** Whether a string begins here, with the letters that Python puts before one. */
export function isStringAt(text: string, at: number): boolean {
  return contentStart(text, at) > at;
}

/**
 * Makes a JSON string of a string in any quotes, and of several that stand side by side or are joined by a plus.
 *
 * @param edits where the edits go
 * @returns behind the string
 */
export function stringEdits(text: string, start: number, edits: TextEdit[]): number {
  let from = start;
  let joined = false;
  while (true) {
    const content = contentStart(text, from);
    const opening = { start: joined ? endOfLast(edits) : from, end: content, text: joined ? '' : '"' };
    if (joined) edits.pop();
    const isPlain = content === from + 1 && text.charCodeAt(from) === QUOTE;
    if (joined || !isPlain) edits.push(opening);
    const end = contentEdits(text, content, edits);
    const isClosed = end < text.length && text.charCodeAt(end) === text.charCodeAt(content - 1);
    const after = isClosed ? end + 1 : end;
    edits.push({ start: end, end: after, text: '"' });
    const next = nextPart(text, after);
    if (next < 0) {
      if (isClosed && text.charCodeAt(end) === QUOTE) edits.pop();
      return after;
    }
    joined = true;
    from = next;
  }
}

/** Where the closing quote stands that is taken away because another part follows. */
function endOfLast(edits: readonly TextEdit[]): number {
  return edits.at(-1)?.start ?? 0;
}

/** Where another part of the same text begins, -1 if none does. */
function nextPart(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isSpace(text.charCodeAt(at)) || text[at] === '\\')) at++;
  if (text[at] === '+') {
    at++;
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  }
  return isStringAt(text, at) ? at : -1;
}

/** Behind the opening quote, or `at` where none stands. */
function contentStart(text: string, at: number): number {
  let quote = at;
  while (quote < at + 2 && LETTERS.includes(text.charAt(quote)) && quote < text.length) quote++;
  const code = text.charCodeAt(quote);
  return code === QUOTE || code === APOSTROPHE || code === BACKTICK ? quote + 1 : at;
}

const LETTERS = 'urbURB';
const APOSTROPHE = 0x27;
const BACKTICK = 0x60;

/** Where the string ends: at its closing quote, or where its line ends, since one that is printed holds no break. */
function contentEdits(text: string, from: number, edits: TextEdit[]): number {
  const quote = text.charCodeAt(from - 1);
  const isTemplate = text[from - 1] === '`';
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === BACKSLASH) {
      const { length, now } = escapeAt(text, at);
      if (now !== text.slice(at, at + length)) edits.push({ start: at, end: at + length, text: now });
      at += length;
      continue;
    }
    if ((code === 0x0a || code === 0x0d) && !isTemplate) return at;
    if (code === QUOTE) edits.push({ start: at, end: at + 1, text: '\\"' });
    else if (code < SPACE) edits.push({ start: at, end: at + 1, text: JSON.stringify(text[at]).slice(1, -1) });
    at++;
  }
  return at;
}

/** Escapes that JSON does not have, by their letter. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['`', '`'],
  ['#', '#'],
  ['$', '$'],
  [' ', ' '],
  ['\n', ''],
  ['a', '\\u0007'],
  ['e', '\\u001b'],
  ['v', '\\u000b'],
  ['0', '\\u0000'],
]);
const NUMBERED = /\\(?:x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|u\{([0-9a-fA-F]{1,6})\})/y;

/** What an escape becomes in a JSON string: languages know more of them. */
export function escapeAt(text: string, at: number): { readonly length: number; readonly now: string } {
  const letter = text[at + 1] ?? '';
  if (letter !== '' && '"\\/bfnrt'.includes(letter)) return { length: 2, now: text.slice(at, at + 2) };
  NUMBERED.lastIndex = at;
  const match = letter === 'x' || letter === 'U' || letter === 'u' ? NUMBERED.exec(text) : null;
  if (match !== null) {
    const code = Number.parseInt(match[1] ?? match[2] ?? match[3] ?? '0', 16);
    return { length: match[0].length, now: inJson(code <= 0x10ffff ? code : 0xfffd) };
  }
  if (letter === 'u') {
    const isWhole = /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6));
    return isWhole ? { length: 6, now: text.slice(at, at + 6) } : { length: 2, now: '\\\\u' };
  }
  if (letter === '' || letter === '\r') return { length: 1, now: letter === '' ? '' : '\\\\' };
  const other = OTHERS.get(letter);
  return other === undefined ? { length: 1, now: '\\\\' } : { length: 2, now: other };
}

function inJson(code: number): string {
  return JSON.stringify(String.fromCodePoint(code)).slice(1, -1);
}
