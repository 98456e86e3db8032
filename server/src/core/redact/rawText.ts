import { BACKSLASH } from '../read/characters';
import { unescaped } from '../read/escapes';
import { findInValue } from './dissect';
import { kindNamed } from './fieldKinds';
import type { Find } from './found';
import { findInText } from './freeText';

/**
 * A key and the quote that opens its value, in JSON, in JSON inside strings however deep, in cells of a table and in the way
 * programs print objects. The quote of the key is that of the value.
 */
const KEY = /(?<quote>\\{0,31}"|""|')(?<key>[\w.@ -]{1,64})\k<quote>[ \t\r\n]{0,64}[:=]>?[ \t\r\n]{0,64}\k<quote>/g;

/**
 * Finds what identifies somebody in text that can't be read as records, or stands in strings: by the names of fields before
 * quoted values, and by form. The rest is left to what is known from elsewhere.
 *
 * @param base offset of the text in what it stands in
 * @param keep told of stretches whose field says that they stay
 */
export function findInRawText(
  text: string,
  base: number,
  find: Find,
  keep: (start: number, end: number) => void,
): void {
  const keys = new RegExp(KEY);
  let behind = 0;
  for (let next = keys.exec(text); next !== null; next = keys.exec(text)) {
    const { quote = '"', key = '' } = next.groups ?? {};
    const kind = kindNamed(key);
    if (kind === undefined || kind === 'text' || kind === 'agent') continue;
    const start = keys.lastIndex;
    if (kind !== 'secret' && HOLDS_MORE.test(text.slice(start, start + 16))) continue;
    const content = contentAt(text, quote, start);
    const end = start + content.length;
    findInText(text.slice(behind, start), base + behind, find);
    const value = content.includes('\\') && kind !== 'keep' ? unescaped(content) : content;
    // Offsets inside of a value with escapes are not those of the text: then it is one stretch.
    const whole: Find = (found) => find({ ...found, start: base + start, end: base + end });
    // A table tells the names of its columns in this way.
    if (kind !== 'secret' && kindNamed(value) !== undefined) keep(base + start, base + end);
    else if (value === content) findInValue(kind, content, base + start, find);
    else findInValue(kind === 'secret' ? 'secret' : 'words', value, 0, whole);
    if (kind === 'keep') keep(base + start, base + end);
    behind = end;
    keys.lastIndex = end;
  }
  findInText(text.slice(behind), base + behind, find);
}

/** A value that is JSON itself is looked through like the rest. */
const HOLDS_MORE = /^\s*(?:\{|\[)/;

/** No value that is one stretch is longer: then its quote is lost. */
const LONGEST_VALUE = 100_000;

/** What stands before the quote that closes the string: one with as many backslashes, and not one of the string itself. */
function contentAt(text: string, quote: string, start: number): string {
  const within = text.slice(start, start + LONGEST_VALUE);
  if (quote === '""') return before(within, within.indexOf('""'));
  const mark = quote.at(-1) ?? '"';
  const slashes = quote.length - 1;
  for (let at = within.indexOf(mark); at >= 0; at = within.indexOf(mark, at + 1)) {
    let first = at;
    while (first > 0 && within.charCodeAt(first - 1) === BACKSLASH) first--;
    if ((at - first) % (2 * (slashes + 1)) === slashes) return within.slice(0, at - slashes);
  }
  return within;
}

function before(text: string, at: number): string {
  return at < 0 ? text : text.slice(0, at);
}
