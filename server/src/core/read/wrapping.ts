import type { Span } from '../record';
import { COLON, COMMA, characterEnd, OPEN_BRACKET, QUOTE, skipSpace } from './characters';
import { type Frame, run, START, type Stop, stringEnd } from './grammar';
import { isEnvelopeField, isKeyAt, nextRecordStart, OUTSIDE, startsWithField } from './starts';
import { valueEnd } from './valueEnd';
import { type Effort, look } from './whole';

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

/** What stands before the first record is looked at as one piece up to this length; longer ones member by member. */
const MAX_HEADER = 1000;
/** Values before the records are followed no further than this. */
const MAX_VALUE = 1_000_000;

/** Looks at the object that opens at `at`, no deeper than it must. */
export function topObject(text: string, at: number, effort: Effort): Top {
  const near = Math.min(text.length, at + MAX_HEADER);
  const first = nextRecordStart(text, at + 1, near, OUTSIDE);
  const top = first < near ? headed(text, at, first) : undefined;
  return top ?? byMembers(text, at, effort);
}

/** A record begins close behind: what is between is its wrapping, if it looks like that. */
function headed(text: string, at: number, first: number): Top | undefined {
  const header = text.slice(at, first);
  const words = header.match(/\w+/g) ?? [];
  if (words.some(isEnvelopeField)) return undefined;
  if (header.trim() === '{') return { kind: 'extra-brace' };
  const stop = run(text, at, first, START);
  const { frame, expect } = stop.state;
  const list = listIn(frame);
  const key = stop.kind === 'limit' || list !== undefined ? recordsKeyOf(text, stop, list) : undefined;
  if (key !== undefined && list !== undefined) return { kind: 'wrapper', key, first: list.at.at + 1, isList: true };
  if (key !== undefined && frame?.depth === 1 && expect === 'value') {
    return { kind: 'wrapper', key, first, isList: false };
  }
  const isDamaged = stop.kind !== 'limit' || key !== undefined;
  const saysRecords = words.some(isRecordsKey) || header.length <= '{"Records":['.length + 2;
  if (!isDamaged || !saysRecords || stop.kind === 'closed') return undefined;
  return { kind: 'damaged-wrapper', header: { start: at, end: first }, first };
}

/** The list that a key of the outermost object opened, if the machine stopped anywhere in it. */
function listIn(innermost: Frame | undefined): Frame | undefined {
  for (let frame = innermost; frame !== undefined; frame = frame.parent) {
    if (frame.open === '[' && frame.depth === 2) return frame;
  }
  return undefined;
}

/** The key of the list, or of the value that begins where the machine stopped, if that is the one of the records. */
function recordsKeyOf(text: string, stop: Stop, list: Frame | undefined): Span | undefined {
  const end = list === undefined ? stop.at : list.at.at;
  const keys = stop.tokens.filter((token) => token.kind === 'string' && token.end <= end);
  const key = keys.at(-1);
  if (key === undefined || !isRecordsKey(text.slice(key.start + 1, key.end - 1))) return undefined;
  return { start: key.start, end: key.end };
}

function byMembers(text: string, at: number, effort: Effort): Top {
  let envelope = 0;
  let from = skipSpace(text, at + 1, text.length);
  while (text.charCodeAt(from) === QUOTE) {
    const keyEnd = stringEnd(text, from, text.length);
    look(effort, Math.abs(keyEnd));
    if (keyEnd < 0) break;
    const key = { start: from, end: keyEnd };
    const name = text.slice(from + 1, keyEnd - 1);
    from = skipSpace(text, keyEnd, text.length);
    if (text.charCodeAt(from) !== COLON) break;
    const value = skipSpace(text, from + 1, text.length);
    if (isEnvelopeField(name) && ++envelope > 1) return { kind: 'record' };
    if (isRecordsKey(name) && text.charCodeAt(value) === OPEN_BRACKET && holdsRecords(text, value + 1)) {
      return { kind: 'wrapper', key, first: value + 1, isList: true };
    }
    const reach = Math.min(effort.left, MAX_VALUE, text.length - value);
    const end = valueEnd(text, value, value + reach);
    look(effort, end < 0 ? value + reach : end);
    if (end < 0) {
      effort.left -= reach;
      break;
    }
    from = skipSpace(text, end, text.length);
    if (text.charCodeAt(from) !== COMMA) break;
    from = skipSpace(text, from + 1, text.length);
  }
  return { kind: 'record' };
}

/** A list that is empty, or begins with an object or with the fields of a record whose brace is lost. */
function holdsRecords(text: string, from: number): boolean {
  const first = skipSpace(text, from, text.length);
  if (text[first] === '{' || text[first] === ']') return true;
  const behind = skipSpace(text, characterEnd(text, first), text.length);
  return startsWithField(text, first) || (isKeyAt(text, behind) && startsWithField(text, behind));
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
