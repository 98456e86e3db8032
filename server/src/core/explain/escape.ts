/**
 * The one file of escapers: one function for each surface that shows text from a log.
 *
 * Every value of a log was written by somebody who may be an attacker. No other file turns log text into Markdown, HTML,
 * labels, cells or terminal output, and none of these functions has a switch that lets syntax through.
 *
 * In all of them, characters that nobody can see or that reorder what is read (controls, bidirectional marks, zero-width
 * and other ignorable characters, line and paragraph separators, halves of surrogate pairs) become visible escapes such
 * as `\n` or `\u202e`. So nothing that comes out of here holds a line break.
 */

import { FORMULA } from '../read/tables/guard';

const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function escapeSequence(character: string): string {
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) return short;
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}

function visible(text: string): string {
  return text.replace(UNSEEN, escapeSequence);
}

/** The first `limit` UTF-16 units, with an ellipsis for what is left out; never half of a surrogate pair. */
function bounded(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * Something a Markdown renderer makes a link of without being asked: an address with a scheme, a bare domain, e-mail, and
 * on code hosting sites a mention or an issue number. Backslashes do not help there, because many renderers look for
 * links after they have taken the backslashes away; in code nobody looks.
 */
const LINKABLE = /@|\/\/|\.(?:[a-z]|[^\0-\x7f])|www\.|#\d/i;

/**
 * Log text as running Markdown text, also in a table cell, a heading or a link's label: nothing in it becomes syntax.
 * Whatever a renderer would turn into a link by itself stands in code.
 *
 * @param limit longest log text to show, in UTF-16 units
 */
export function markdown(text: string, limit = Number.POSITIVE_INFINITY): string {
  // At the start of a line these would open a list, a heading, code or a table.
  return inRunningText(bounded(text, limit)).replace(LINE_START, (start) =>
    start === ' ' ? '&#32;' : `${start.slice(0, -1)}\\${start.slice(-1)}`,
  );
}

const LINE_START = /^(?: |[-.(:)]|\d+[.)](?= |$))/;

/** Markdown for text that does not begin a line. */
function inRunningText(text: string): string {
  const words = visible(text).split(/( |\||`|\$)/);
  return words.map((word) => (LINKABLE.test(word) ? linkless(word) : escapeSyntax(word))).join('');
}

function escapeSyntax(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]+!|~#^=]/g, '\\$&')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // `$(name)` is an icon in VS Code and `$x$` a formula in many viewers; a backslash stops only some of them.
      .replaceAll('$', '&#36;')
  );
}

/** A word without space, backtick, dollar or bar, in code but for the punctuation around it. */
function linkless(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && `("'<[{`.includes(word.charAt(start))) start += 1;
  while (end > start && `.,;:!?"')>]}`.includes(word.charAt(end - 1))) end -= 1;
  return `${escapeSyntax(word.slice(0, start))}${codeSpan(word.slice(start, end))}${escapeSyntax(word.slice(end))}`;
}

/**
 * Log text as Markdown code, whatever backticks it holds. Bars and the opening of a VS Code icon stand outside, so that a
 * table cell stays one and `$(name)` stays text. An empty text becomes code that holds one space.
 *
 * @param limit longest log text to show, in UTF-16 units
 */
export function inlineCode(text: string, limit = Number.POSITIVE_INFINITY): string {
  if (text === '') return '` `';
  return visible(bounded(text, limit))
    .split(/(\||\$\()/)
    .map((piece) => (piece === '|' ? '\\|' : piece === '$(' ? '&#36;(' : codeSpan(piece)))
    .join('');
}

function codeSpan(text: string): string {
  if (text === '') return '';
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** The project's own words as Markdown: text between backticks is code, and nothing else is syntax. */
export function prose(words: string): string {
  const [first = '', ...parts] = words.split('`');
  return markdown(first) + parts.map((part, at) => (at % 2 === 0 ? inlineCode(part) : inRunningText(part))).join('');
}

/** Printable characters of ASCII, none of which begins anything in a label. */
const PLAIN = /^[ -#%-~]*$/;

/**
 * Log text in one line of the user interface: a tree label, a quick pick, the Problems list. `$(` gets a backslash in
 * front, as VS Code does itself where it shows no icon.
 *
 * @param limit longest result, in UTF-16 units, at least 1
 */
export function label(text: string, limit = 200): string {
  // Nearly all texts of a log are such, and lists hold thousands of them.
  if (text.length <= limit && PLAIN.test(text)) return text;
  let shown = '';
  let fitting = '';
  // Escapes only lengthen, so what lies beyond the limit can't be shown.
  for (const [piece] of text.slice(0, limit + 1).matchAll(/\$\(|./gsu)) {
    shown += piece === '$(' ? '\\$(' : visible(piece);
    if (shown.length > limit) return `${fitting}…`;
    if (shown.length < limit) fitting = shown;
  }
  return shown;
}

/**
 * A text that `label` has made, or one put together from such texts and our own words, cut to a length. Neither a character
 * with what belongs to it nor the escape of one is cut in two.
 *
 * @param limit longest result, in UTF-16 units; nothing is left where there is no room for an ellipsis
 */
export function cutLabel(shown: string, limit: number): string {
  if (shown.length <= limit) return shown;
  let end = 0;
  for (const { index, 0: piece } of shown.slice(0, limit + LONGEST_PIECE).matchAll(PIECE)) {
    if (index + piece.length > limit - 1) break;
    end = index + piece.length;
  }
  return limit < 1 ? '' : `${shown.slice(0, end).trimEnd()}…`;
}

/**
 * A text that `label` has made, or one put together from such texts and our own words, for VS Code's language status and its
 * messages, which make links and commands of `[text](address)`: the bracket gets a backslash in front.
 */
export function languageStatus(shown: string): string {
  return shown.replaceAll('](', ']\\(');
}

/** An escape, or a character with the marks on it: more marks than a few are no writing. */
const PIECE = /\\u\{[0-9a-f]{1,6}\}|\\u[0-9a-f]{4}|\\[nrt]|\\\$\(|.\p{M}{0,8}/gsu;
const LONGEST_PIECE = 20;

/** Log text on a terminal: no character of it can move the cursor, change colours or reorder what is read. */
export function terminal(text: string): string {
  return visible(text);
}

/** Printable characters of ASCII that are nothing but text in HTML. */
const PLAIN_HTML = /^[ !#-%(-;=?-~]*$/;

/** Log text inside HTML, also between the quotes of an attribute. */
export function html(text: string): string {
  // Nearly all texts of a log are such, and a report holds hundreds of thousands of them.
  if (PLAIN_HTML.test(text)) return text;
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Log text inside an SVG or any other XML. */
export const svg = html;

/**
 * Log text as one CSV cell, quotes included. A text that a spreadsheet would run as a formula gets an apostrophe in front; so does
 * one that begins with apostrophes before such a text, so that the first can be taken away again: see `withoutGuard`.
 */
export function csv(text: string): string {
  const cell = PRINTABLE.test(text) ? text : visible(text);
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${guarded.includes('"') ? guarded.replaceAll('"', '""') : guarded}"`;
}

const PRINTABLE = /^[ -~]*$/;

/**
 * JSON as one CSV cell, quotes included. It begins with a bracket or a quote, so no spreadsheet runs it. What nobody can see
 * becomes JSON's own escape, so that it says the same to whoever reads it as JSON.
 *
 * @param json in one line
 */
export function csvJson(json: string): string {
  return `"${visibleJson(json).replaceAll('"', '""')}"`;
}

/** JSON in which nothing is unseen, that says the same. @param json in one line */
export function visibleJson(json: string): string {
  return PRINTABLE.test(json) ? json : json.replace(UNSEEN, jsonEscapes);
}

/**
 * The same as strict readers take it. Half of a surrogate pair stands for no character, and DuckDB refuses each query about a column with
 * one in it: in its place stands U+FFFD, as everywhere where text becomes bytes.
 */
export function strictJson(json: string): string {
  const seen = visibleJson(json);
  return HALF.test(seen)
    ? seen.replace(JSON_ESCAPE, (written) => (HALF.test(written) && written.length < TWO_ESCAPES ? '\\ufffd' : written))
    : seen;
}

/** Whether strict readers take JSON with all that stands in it: see `strictJson`. */
export function isStrictJson(json: string): boolean {
  return !HALF.test(json) || strictJson(json) === visibleJson(json);
}

const HALF = /\\u[dD][89a-fA-F]|\p{Cs}/u;
/** A pair as a whole. */
const JSON_ESCAPE = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|.)/g;
const TWO_ESCAPES = 12;

function jsonEscapes(character: string): string {
  let escapes = '';
  for (let at = 0; at < character.length; at++)
    escapes += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return escapes;
}

/**
 * Log text as one cell of an XLSX file, where a text is never run. What looks like that format's escape of a character is escaped
 * itself. The length is that of the text that a spreadsheet shows.
 *
 * @param limit longest text, in UTF-16 units; at least 1
 */
export function spreadsheet(text: string, limit: number): string {
  const cell = bounded(PRINTABLE.test(text) ? text : visible(text), limit);
  return cell.includes('_x') ? cell.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_') : cell;
}

/** What stands for a character that no text of an engine can hold: the half of a surrogate pair, and the zero. */
const UNWRITABLE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\0/g;

function writable(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd');
}

/**
 * Text as a value in SQL as the standard has it: for Athena, Trino and DuckDB. A backslash, which some take for the beginning of an
 * escape, and what nobody can see are put in by their numbers, so the value may be several with `||` between, in brackets then.
 */
export function sqlText(text: string): string {
  const pieces: string[] = [];
  let literal = '';
  for (const [character] of writable(text).matchAll(/./gsu)) {
    if (character !== '\\' && character.replace(UNSEEN, '') !== '') {
      literal += character === "'" ? "''" : character;
      continue;
    }
    if (literal !== '') pieces.push(`'${literal}'`);
    literal = '';
    pieces.push(`chr(${character.codePointAt(0) ?? 0})`);
  }
  if (literal !== '' || pieces.length === 0) pieces.push(`'${literal}'`);
  return pieces.length === 1 ? pieces.join('') : `(${pieces.join(' || ')})`;
}

/** Text as a value in the SQL of ClickHouse, whose backslashes begin escapes; what nobody can see stands as its bytes. */
export function clickhouseText(text: string): string {
  const escaped = writable(text)
    .replace(/[\\']/g, '\\$&')
    .replace(UNSEEN, (character) =>
      bytesOf(character.codePointAt(0) ?? 0)
        .map(hexByte)
        .join(''),
    );
  return `'${escaped}'`;
}

function hexByte(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

/** A code point as UTF-8 has it. */
function bytesOf(code: number): readonly number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

/**
 * Text that stands for itself in a pattern of LIKE, which is to be escaped as a value of SQL once more.
 *
 * @param mark the character that the pattern is said to be escaped with
 */
export function likeLiteral(text: string, mark: '!' | '\\'): string {
  return text.replace(mark === '!' ? /[%_!]/g : /[%_\\]/g, (special) => `${mark}${special}`);
}

/** Text that stands for itself in a regular expression of CloudWatch Logs Insights, between slashes. What nobody can see is any character. */
export function insightsExpression(text: string): string {
  return writable(text)
    .replace(UNSEEN, '\0')
    .replace(/[^A-Za-z0-9_\0\u0080-\uffff]/g, (special) => (special === ' ' ? ' ' : `\\${special}`))
    .replaceAll('\0', '.');
}

/** Text as one word of a POSIX shell. What nobody can see becomes visible, for no name that AWS knows holds it. */
export function shellWord(text: string): string {
  const shown = visible(text);
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
