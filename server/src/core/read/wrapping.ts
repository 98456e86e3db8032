import { envelopeFields } from '../../generated/envelopeFields';
import type { Span } from '../record';
import { COLON, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE, skipSpace } from './characters';
import { stringEnd } from './grammar';
import { closingBrace, type Effort } from './slice';
import { nextRecordStart } from './starts';

/** What the object at the top of a text is. */
export type Top =
  /** A record, or anything else that is read as one object. */
  | { readonly kind: 'record' }
  /** An object whose `key` holds the records: they begin at `first`, in a list or (against the format) without one. */
  | { readonly kind: 'wrapper'; readonly key: Span; readonly first: number; readonly isList: boolean }
  /** Damaged before its records are reached: they begin at `first`. */
  | { readonly kind: 'damaged-wrapper'; readonly header: Span; readonly first: number }
  /** A brace too many before the real one. */
  | { readonly kind: 'extra-brace' };

/** A damaged header is not looked for beyond this many characters. */
const MAX_HEADER = 400;
/** Nor are values before the records followed any further than this. */
const MAX_VALUE = 1_000_000;

/** Looks at the members of the object that opens at `at`, no deeper than it must. */
export function topObject(text: string, at: number, effort: Effort): Top {
  const fields: ReadonlySet<string> = new Set(envelopeFields);
  let envelope = 0;
  let from = skipSpace(text, at + 1, text.length);
  while (text.charCodeAt(from) === QUOTE) {
    const keyEnd = stringEnd(text, from, text.length);
    if (keyEnd < 0) break;
    const key = { start: from, end: keyEnd };
    const name = text.slice(from + 1, keyEnd - 1);
    from = skipSpace(text, keyEnd, text.length);
    if (text.charCodeAt(from) !== COLON) break;
    const value = skipSpace(text, from + 1, text.length);
    if (fields.has(name) && ++envelope > 1) return { kind: 'record' };
    if (isRecordsKey(name)) {
      const isList = text.charCodeAt(value) === OPEN_BRACKET;
      const first = isList ? skipSpace(text, value + 1, text.length) : value;
      const near = Math.min(text.length, first + MAX_HEADER);
      const start = nextRecordStart(text, first, near);
      if (text.charCodeAt(first) === OPEN_BRACE || (isList && start < near)) {
        return { kind: 'wrapper', key, first: isList ? value + 1 : value, isList };
      }
      if (start < near) return { kind: 'damaged-wrapper', header: { start: at, end: start }, first: start };
    }
    const reach = Math.min(effort.left, MAX_VALUE);
    const end = valueEnd(text, value, Math.min(text.length, value + reach));
    if (end < 0) {
      effort.left -= reach;
      break;
    }
    from = skipSpace(text, end, text.length);
    if (text.charCodeAt(from) !== COMMA) return { kind: 'record' };
    from = skipSpace(text, from + 1, text.length);
  }
  return envelope > 0 ? { kind: 'record' } : damagedTop(text, at, fields);
}

/** "Records" in any case, or with up to two characters lost, added or changed. */
export function isRecordsKey(name: string): boolean {
  return distanceAtMostTwo(name.toLowerCase(), 'records');
}

function distanceAtMostTwo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return (previous[b.length] ?? 3) <= 2;
}

/** Behind the value at `at`, without looking into it; negative if it does not end before `limit`. */
export function valueEnd(text: string, at: number, limit = text.length): number {
  const code = text.charCodeAt(at);
  if (code === QUOTE) {
    return stringEnd(text, at, limit);
  }
  if (code === OPEN_BRACE || code === OPEN_BRACKET) return closingBrace(text, at, limit);
  const scalar = /[-+.\w]+/y;
  scalar.lastIndex = at;
  return scalar.test(text) ? scalar.lastIndex : -1;
}

/** The object is damaged before anything is known of it: its own text says whether it is a record or a header. */
function damagedTop(text: string, at: number, fields: ReadonlySet<string>): Top {
  const next = nextRecordStart(text, at + 1, Math.min(text.length, at + MAX_HEADER));
  const header = text.slice(at, next);
  if (next >= Math.min(text.length, at + MAX_HEADER)) return { kind: 'record' };
  if (header.trim() === '{') return { kind: 'extra-brace' };
  const named = header.match(/\w+/g)?.filter((word) => fields.has(word)).length ?? 0;
  return named > 0 ? { kind: 'record' } : { kind: 'damaged-wrapper', header: { start: at, end: next }, first: next };
}
