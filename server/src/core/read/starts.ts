import { envelopeFields } from '../../generated/envelopeFields';
import { OPEN_BRACE, skipSpace, skipSpaceBack } from './characters';

/**
 * Where records begin, told without reading what stands before them: the one thing a damaged log still says reliably.
 *
 * `{"eventVersion":` can't be forged from inside a string, because there its quotes would be escaped. Logs whose keys
 * were sorted by another tool begin their records with some other envelope field, hence the second rule.
 */

const FIRST_FIELD = '"eventVersion"';
/** The names of the envelope's fields, as a part of a regular expression. */
export const FIELDS = envelopeFields.join('|');
const ENVELOPE: ReadonlySet<string> = new Set(envelopeFields);
/** Quotes of other languages and of word processors. */
const OTHER_QUOTES = `'\u2018\u2019\u201c\u201d`;

/** How records begin in a place. */
export interface Beginning {
  /** The first key of the records here, with its quotes: a brace before it begins a record whatever stands before. */
  readonly own: string;
  /** What may stand where the quotes around the first key belong, as a part of a regular expression. */
  readonly quotes: string;
  /** Outside any record, so that nothing before a brace can speak against it. */
  readonly anywhere: boolean;
  /** A brace at the start of a line begins a record, whatever its first key. */
  readonly lines: boolean;
}

/** Where no record has been read yet, or between records: any quotes or none, behind any character. */
export const OUTSIDE: Beginning = { own: FIRST_FIELD, quotes: `["${OTHER_QUOTES}]?`, anywhere: true, lines: true };

/**
 * Beginnings behind a record: they look like the one at `start`. Quotes that this record does not use itself are not
 * taken for any, since an attacker may have written them into one of its texts.
 *
 * @param lines whether records here stand on lines of their own
 */
export function beginningLike(text: string, start: number, lines: boolean): Beginning {
  const at = skipSpace(text, text[start] === '{' ? start + 1 : start, text.length);
  const mark = text[at] ?? '"';
  const isBare = /^[A-Za-z]\w*\s*:/.test(text.slice(at, at + 60));
  const quotes = isBare ? `"?` : OTHER_QUOTES.includes(mark) ? `["${OTHER_QUOTES}]` : `"`;
  return { own: keyText(text, at), quotes, anywhere: false, lines };
}

/** A record's own eventVersion comes first, then the next record's: a third means that records begin otherwise here. */
const LOOKED_AT = 3;
/** Genuine records have at most 256 KB, so the next one begins within this distance or is looked for in another way. */
const NEAR = 300_000;

/** A stretch of a text in which eventVersion does not stand, as far as that was looked for. Only saves time. */
export interface Without {
  start: number;
  end: number;
}

/**
 * The next `{` at or after `from` that opens a record whose first field is eventVersion; -1 when there is none near.
 * One search for a fixed string: this is what makes whole logs fast to split.
 *
 * @param looked is told how far was looked
 * @param without what earlier looks have found, and this one
 */
export function nextTrailStart(
  text: string,
  from: number,
  looked: (offset: number) => void = () => undefined,
  without: Without = { start: 0, end: 0 },
): number {
  const near = text.slice(from, from + NEAR);
  const isKnown = without.start <= from && from < without.end;
  let field = near.indexOf(FIRST_FIELD, isKnown ? Math.max(0, without.end - from - FIRST_FIELD.length) : 0);
  if (!isKnown) without.start = from;
  without.end = from + (field < 0 ? near.length : field);
  for (let count = 0; field >= 0 && count < LOOKED_AT; count++) {
    looked(from + field + FIRST_FIELD.length);
    const brace = skipSpaceBack(near, field, 0) - 1;
    if (brace >= 0 && near.charCodeAt(brace) === OPEN_BRACE) return from + brace;
    field = near.indexOf(FIRST_FIELD, field + FIRST_FIELD.length);
  }
  if (field < 0) looked(from + NEAR);
  return -1;
}

/** The next `{` at or after `from` and before `limit` that very likely opens a record; `limit` when there is none. */
export function nextRecordStart(text: string, from: number, limit: number, like: Beginning): number {
  const base = Math.max(0, from - 1);
  const near = text.slice(base, limit);
  const some = beginnings(like.quotes, like.lines);
  some.lastIndex = from - base;
  for (let match = some.exec(near); match !== null; match = some.exec(near)) {
    const at = base + match.index;
    const isOwn = like.own !== '' && match[0].includes(like.own);
    if (like.anywhere || isOwn || mayStandBefore(text, at, match[0] === '{')) return at;
    some.lastIndex = match.index + 1;
  }
  return limit;
}

const BY_QUOTES: ReadonlyMap<string, { readonly alone: RegExp; readonly orLines: RegExp }> = new Map(
  [OUTSIDE.quotes, `"?`, `["${OTHER_QUOTES}]`, `"`].map((quotes) => {
    const byField = `\\{\\s*${quotes}(?:${FIELDS})${quotes}\\s*:`;
    const orLines = `${byField}|(?<=[\\r\\n])\\{`;
    return [quotes, { alone: new RegExp(byField, 'g'), orLines: new RegExp(orLines, 'g') }];
  }),
);

/** What a beginning looks like. Making an expression of so many names takes longer than looking for it. */
function beginnings(quotes: string, lines: boolean): RegExp {
  const known = BY_QUOTES.get(quotes);
  if (known === undefined) throw new Error('A beginning with quotes that no record has.');
  return lines ? known.orLines : known.alone;
}

/** Whether what stands before a brace can be the end of a record, or nothing. */
function mayStandBefore(text: string, at: number, byLineOnly: boolean): boolean {
  const before = skipSpaceBack(text, at, 0);
  const character = text[before - 1] ?? ',';
  if (character === ':' || character === '\\') return false;
  if (!/[\w"]/.test(character)) return true;
  return !byLineOnly && /[\r\n]/.test(text.slice(before, at));
}

/** The string at `at`, with its quotes; '' when there is none, or a damaged one. */
export function keyText(text: string, at: number): string {
  return /^"[^"\\\r\n]*"/.exec(text.slice(at, at + 200))?.[0] ?? '';
}

/** True when a string followed by a colon stands at `at`: a key, so whatever brace should enclose it is not there. */
export function isKeyAt(text: string, at: number): boolean {
  return /^"(?:[^"\\\r\n]|\\.){0,200}"\s*:/.test(text.slice(at, at + 500));
}

/** True when the `{` at `at` opens a record, by its first key: a whole log may begin on a new line too. */
export function startsRecord(text: string, at: number): boolean {
  return nextRecordStart(text, at, Math.min(text.length, at + 500), { ...OUTSIDE, lines: false }) === at;
}

/** True when a field of the envelope with its colon comes next: a record whose brace is lost. */
export function startsWithField(text: string, at: number): boolean {
  return FIELD_FIRST.test(text.slice(at, at + 200));
}

const FIELD_FIRST = new RegExp(`^\\s*"(?:${FIELDS})"\\s*:`);

/** Whether a key is a field of the envelope. */
export function isEnvelopeField(name: string): boolean {
  return ENVELOPE.has(name);
}

const ENVELOPE_IN_SMALL: ReadonlySet<string> = new Set(envelopeFields.map((field) => field.toLowerCase()));

/** Whether a name is that of a field of the envelope, whatever the case of its letters. */
export function isEnvelopeName(name: string): boolean {
  return ENVELOPE_IN_SMALL.has(name.toLowerCase());
}
