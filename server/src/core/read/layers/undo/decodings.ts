import { LETTERS } from '../../escapes';
import type { DecodingName } from '../definition';
import { characterAt } from './utf8';

type Decoding = (match: RegExpMatchArray) => string;

/** What is meant by what a pattern found. What can't be meant stays as it is. */
export const decodings: Readonly<Record<DecodingName, Decoding>> = {
  removed: () => '',
  'first-group': (match) => match.slice(1).find((group) => group !== undefined) ?? '',
  'quoted-printable': ([found]) => (found.endsWith('\n') ? '' : inHexadecimal(found)),
  percent: ([found]) => inHexadecimal(found),
  form: ([found]) => (found === '+' ? ' ' : inHexadecimal(found)),
  'character-reference': ([found]) => characterReference(found),
  'reference-in-string': ([found]) => JSON.stringify(characterReference(found)).slice(1, -1),
  'quote-in-strings': ([found, slashes = '']) => quoteInStrings(slashes.length) ?? found,
  backslash: ([found]) => (found === '"' ? '' : unescapedOnce(found)),
  defanged: ([found]) => (/^hxxp/i.test(found) ? found.replace(/x/gi, 't') : /:/.test(found) ? '://' : at(found)),
};

function at(found: string): string {
  return /@|at/i.test(found) ? '@' : '.';
}

/**
 * The quote that `\\u0022` after so many backslashes stands for: one in a string has one backslash, one in a string of such a string
 * three, then seven. Each string doubles the backslashes, and what has written it may have escaped the quote in either way.
 */
function quoteInStrings(slashes: number): string | undefined {
  if (slashes === 1) return '\\"';
  if (slashes === 2 || slashes === 3) return '\\\\\\"';
  return slashes === 5 ? undefined : '\\\\\\\\\\\\\\"';
}

/** One character in UTF-8, each byte as a mark and two digits. */
function inHexadecimal(found: string): string {
  if (found.length === 3) return String.fromCharCode(Number.parseInt(found.slice(1), 16));
  const bytes: number[] = [];
  for (let at = 1; at < found.length; at += 3) bytes.push(Number.parseInt(found.slice(at, at + 2), 16));
  const character = characterAt(bytes, 0);
  return character === undefined ? found : String.fromCodePoint(character.code);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** A character reference of HTML; of a tag only the break of a line is left. */
function characterReference(found: string): string {
  if (found.startsWith('<'))
    return /^<br/i.test(found) && !found.endsWith('\n') ? '\n' : found.endsWith('\n') ? '\n' : '';
  const name = found.slice(1, -1);
  if (!name.startsWith('#')) return NAMED.get(name) ?? found;
  const isHex = /^#x/i.test(name);
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : found;
}

/** An escape of a JSON string. */
function unescapedOnce(found: string): string {
  const letter = found.charAt(1);
  if (letter === 'u' && found.length === 6) return String.fromCharCode(Number.parseInt(found.slice(2), 16));
  return LETTERS.get(letter) ?? letter;
}
