import { envelopeFields } from '../../generated/envelopeFields';
import { OPEN_BRACE, skipSpaceBack } from './characters';

/**
 * Where records begin, told without reading what stands before them: the one thing a damaged log still says reliably.
 *
 * `{"eventVersion":` can't be forged from inside a string, because there its quotes would be escaped. Logs whose keys
 * were sorted by another tool begin their records with some other envelope field, hence the second rule.
 */

const FIRST_FIELD = '"eventVersion"';
/** Any quotes, or none: a log may be written with those of another language. */
const QUOTES = `["'\u2018\u2019\u201c\u201d]?`;
const SOME_FIELD = `\\{\\s*${QUOTES}(?:${envelopeFields.join('|')})${QUOTES}\\s*:|(?<=[\\r\\n])\\{`;

/** A record's own eventVersion comes first, then the next record's: a third means that records begin otherwise here. */
const LOOKED_AT = 3;
/** Genuine records have at most 256 KB, so the next one begins within this distance or is looked for in another way. */
const NEAR = 300_000;

/**
 * The next `{` at or after `from` that opens a record whose first field is eventVersion; -1 when there is none near.
 * One search for a fixed string: this is what makes whole logs fast to split.
 */
export function nextTrailStart(text: string, from: number): number {
  const near = text.slice(from, from + NEAR);
  let field = near.indexOf(FIRST_FIELD);
  for (let count = 0; field >= 0 && count < LOOKED_AT; count++) {
    const brace = skipSpaceBack(near, field, 0) - 1;
    if (brace >= 0 && near.charCodeAt(brace) === OPEN_BRACE) return from + brace;
    field = near.indexOf(FIRST_FIELD, field + FIRST_FIELD.length);
  }
  return -1;
}

/**
 * The next `{` at or after `from` and before `limit` that very likely opens a record: one whose first key is a field of
 * the envelope, or one at the start of a line, unless something stands before it that only stands inside a record.
 *
 * @param own the first key of the records here, with its quotes: a brace before it is a record whatever stands before
 * @returns `limit` when there is none
 */
export function nextRecordStart(text: string, from: number, limit: number, own = FIRST_FIELD): number {
  const base = Math.max(0, from - 1);
  const near = text.slice(base, limit);
  const some = new RegExp(SOME_FIELD, 'g');
  some.lastIndex = from - base;
  for (let match = some.exec(near); match !== null; match = some.exec(near)) {
    const at = base + match.index;
    const before = skipSpaceBack(text, at, 0);
    const isOwn = own !== '' && match[0].includes(own);
    if (before === 0 || mayStandBefore(text[before - 1] ?? '', text.slice(before, at), isOwn)) return at;
    some.lastIndex = match.index + 1;
  }
  return limit;
}

/** Whether a record may begin behind this character and the white space after it. */
function mayStandBefore(character: string, space: string, isOwn: boolean): boolean {
  const onNewLine = /[\r\n]/.test(space);
  if (character === '\\') return false;
  if (character === ':') return onNewLine && isOwn;
  return isOwn || onNewLine || !/[\w"]/.test(character);
}

/** True when a string followed by a colon stands at `at`: a key, so whatever brace should enclose it is not there. */
export function isKeyAt(text: string, at: number): boolean {
  return /^"(?:[^"\\\r\n]|\\.){0,200}"\s*:/.test(text.slice(at, at + 500));
}

/** True when the `{` at `at` very likely opens a record, by its first key or its place at the start of a line. */
export function startsRecord(text: string, at: number): boolean {
  return nextRecordStart(text, at, Math.min(text.length, at + 500)) === at;
}

/** True when a field of the envelope with its colon comes next: a record whose brace is lost. */
export function startsWithField(text: string, at: number): boolean {
  return new RegExp(`^\\s*"(?:${envelopeFields.join('|')})"\\s*:`).test(text.slice(at, at + 200));
}
