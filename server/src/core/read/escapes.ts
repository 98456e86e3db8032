import type { TextEdit } from '../record';
import { BACKSLASH } from './characters';
import { escapeLength } from './grammar';

/** Text inside JSON strings, and back. What is no escape of JSON's stays as it is, so any text can be read. */

/** What stands for characters behind a backslash, beside the characters that stand for themselves there. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** What the content of a JSON string says. */
export function unescaped(content: string): string {
  if (!content.includes('\\')) return content;
  let result = '';
  let from = 0;
  for (const { start, end, text } of escapes(content)) {
    result += content.slice(from, start) + text;
    from = end;
  }
  return result + content.slice(from);
}

/** The same as edits of the content, one for each escape; they carry offsets between what it says and how it is written. */
export function unescapeEdits(content: string): readonly TextEdit[] {
  return content.includes('\\') ? Array.from(escapes(content)) : [];
}

/** A text as the content of a JSON string. */
export function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Every escape with the one code unit that it stands for. */
function* escapes(content: string): Generator<TextEdit> {
  for (let at = content.indexOf('\\'); at >= 0; ) {
    const length = escapeLength(content, at, content.length);
    if (length > 0) yield { start: at, end: at + length, text: meaning(content, at) };
    at = content.indexOf('\\', at + Math.max(length, 1));
  }
}

function meaning(content: string, at: number): string {
  const letter = content.charAt(at + 1);
  if (letter === 'u') return String.fromCharCode(Number.parseInt(content.slice(at + 2, at + 6), 16));
  return LETTERS.get(letter) ?? letter;
}

/** Behind the content of the JSON string that begins at `from`: its closing quote, or -1 if none stands before `limit`. */
export function closingQuote(text: string, from: number, limit: number): number {
  for (let at = text.indexOf('"', from); at >= 0 && at < limit; at = text.indexOf('"', at + 1)) {
    let slashes = at;
    while (slashes > from && text.charCodeAt(slashes - 1) === BACKSLASH) slashes--;
    if ((at - slashes) % 2 === 0) return at;
  }
  return -1;
}
