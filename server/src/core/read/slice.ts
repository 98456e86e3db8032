import { envelopeFields } from '../../generated/envelopeFields';
import type { JsonObject, TextEdit } from '../record';
import { BACKSLASH, CLOSE_BRACE, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE, skipSpace, skipSpaceBack } from './characters';
import { applyEdits } from './edits';
import { run, START } from './grammar';
import { type Ending, type Mended, mend } from './mend';
import type { Proposal } from './repairs/proposal';
import { isKeyAt, nextRecordStart, nextTrailStart, startsRecord } from './starts';

/** One record's text, and what JSON makes of it. Spans and edits of damages are relative to `start`. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  readonly value: JsonObject | undefined;
  readonly damages: readonly Proposal[];
  /** All edits, safe or not, that turn the slice into JSON; in order, relative to `start`. */
  readonly edits: readonly TextEdit[];
}

/** Where a record stands, which decides what may follow it. */
export interface Position {
  /** Inside a list, and whether that list is the value of a wrapping object. */
  readonly inList: boolean;
  readonly inWrapper: boolean;
}

/**
 * What may still be spent on looks that can fail, in characters, for a whole log. Without it, a log made of nothing
 * but openings would be read to its end once for each of them.
 */
export interface Effort {
  left: number;
}

/** Brackets of a record are first counted this far; nearly all records are shorter. */
const SHORT = 16_000;
/** A damaged record is mended within this length: CloudTrail Lake allows 1 MB, everything else less. */
const LONG = 1_000_000;

/**
 * Reads the record that begins at `start`. Whole records cost one search and one `JSON.parse`; only a record that
 * fails both is looked at character by character.
 */
export function readSlice(text: string, start: number, position: Position, effort: Effort): Slice {
  const whole =
    wholeUpToNext(text, start) ??
    wholeByBrackets(text, start, position, effort) ??
    wholeByGrammar(text, start, position, effort);
  if (whole !== undefined) return whole;
  return damaged(text, start, position);
}

/**
 * A damaged record is mended up to where the next one begins. A brace too many inside it may look like that; so when
 * mending finds more than one simple slip, it is tried again up to the next record that begins as this one does.
 */
function damaged(text: string, start: number, position: Position): Slice {
  const far = Math.min(text.length, start + LONG);
  const key = firstKey(text, start);
  const limit = nextRecordStart(text, start + 1, far, key);
  const near = mendedUpTo(text, start, limit, position);
  const [first] = near.damages;
  const mayBeSplit = near.damages.length > 1 || first?.kind === 'missing-bracket' || first?.kind === 'cut-off';
  if (limit === far || !mayBeSplit) return near;
  if (key === '' || keyText(text, skipSpace(text, limit + 1, text.length)) === key) return near;
  const other = mendedUpTo(text, start, nextRecordStart(text, limit + 1, far, key), position);
  const isBetter = other.end > limit && other.damages.length === 1;
  return isBetter ? other : near;
}

function mendedUpTo(text: string, start: number, limit: number, position: Position): Slice {
  // White space before the next record is never part of this one, and a cut is easier seen without it.
  const end = skipSpaceBack(text, limit, start + 1);
  const endsLog = limit === text.length || !position.inList;
  const mended = mend(text.slice(start, end), {
    endsLog,
    ending: (at) => ending(text, start, start + at, position),
  });
  return fromMended(text, start, mended);
}

/** The record ends where the next one begins, which is what almost all records of almost all logs do. */
function wholeUpToNext(text: string, start: number): Slice | undefined {
  const next = nextTrailStart(text, start + 1);
  if (next < 0) return undefined;
  let end = skipSpaceBack(text, next, start);
  if (text.charCodeAt(end - 1) === COMMA) end = skipSpaceBack(text, end - 1, start);
  if (text.charCodeAt(end - 1) !== CLOSE_BRACE) return undefined;
  const value = parseObject(text.slice(start, end));
  return value === undefined ? undefined : { start, end, value, damages: [], edits: [] };
}

/** The record ends at the brace that closes its first one, if what follows is what may follow a record. */
function wholeByBrackets(text: string, start: number, position: Position, effort: Effort): Slice | undefined {
  if (text.charCodeAt(start) !== OPEN_BRACE) return undefined;
  const near = Math.min(text.length, start + SHORT);
  const reach = effort.left > 0 ? near : nextRecordStart(text, start + 1, near);
  const end = closingBrace(text, start, reach);
  if (end < 0) effort.left = Math.max(0, effort.left - (reach - start));
  if (end < 0 || ending(text, start, end, position) === 'no') return undefined;
  const value = parseObject(text.slice(start, end));
  return value === undefined ? undefined : { start, end, value, damages: [], edits: [] };
}

/** A long record, or one that holds what looks like other records: read by JSON's grammar, which stops at damage. */
function wholeByGrammar(text: string, start: number, position: Position, effort: Effort): Slice | undefined {
  const stop = run(text, start, Math.min(text.length, start + effort.left), START);
  const end = stop.kind === 'deep' ? closingBrace(text, start, Math.min(text.length, start + effort.left)) : stop.at;
  const isClosed = end > 0 && (stop.kind === 'closed' || stop.kind === 'deep');
  const value =
    isClosed && ending(text, start, end, position) !== 'no' ? parseObject(text.slice(start, end)) : undefined;
  if (value !== undefined) return { start, end, value, damages: [], edits: [] };
  effort.left = Math.max(0, effort.left - Math.max(end - start, stop.at - start));
  return undefined;
}

function parseObject(source: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Behind the bracket that closes the one at `start`, by counting brackets outside strings; -1 if none before `limit`. */
export function closingBrace(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = closingQuote(text, at, limit);
      if (at < 0) return -1;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACE || code === 0x5d) {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** The quote that closes the one at `start`, whatever stands between; -1 if none does before `limit`. */
function closingQuote(text: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return -1;
}

/** Whether a record that began at `start` may end before `at`, told by what stands there. */
function ending(text: string, start: number, at: number, position: Position): Ending {
  let next = skipSpace(text, at, text.length);
  const found = text[next] ?? '';
  if (found === '') return 'sure';
  // The key that this record began with: where it comes again, the next record begins.
  const own = skipSpace(text, text[start] === '{' ? start + 1 : start, text.length);
  const first = at > own ? keyText(text, own) : '';
  if (found === ']') return endsList(text, next, position, first);
  if (found === '}') {
    const behind = skipSpace(text, next + 1, text.length);
    if (first !== '' && keyText(text, behind) === first && isKeyAt(text, behind)) return 'sure';
    if (position.inWrapper && behind === text.length) return 'sure';
    return isKeyAt(text, text[behind] === ',' ? skipSpace(text, behind + 1, text.length) : behind) ? 'no' : 'perhaps';
  }
  if (found === ',') next = skipSpace(text, next + 1, text.length);
  if (isKeyAt(text, next)) return keyText(text, next) === first ? 'sure' : 'no';
  const after = text[next] ?? '';
  if (after === '{') return startsRecord(text, next) ? 'sure' : 'perhaps';
  if (found === ',' && after === ']') return endsList(text, next, position, first) === 'sure' ? 'perhaps' : 'no';
  return found === ',' && after === '' ? 'sure' : 'perhaps';
}

/** The list of records ends at the bracket at `at`, unless the record goes on behind a list of its own. */
function endsList(text: string, at: number, position: Position, first: string): Ending {
  if (!position.inList) return 'perhaps';
  let next = skipSpace(text, at + 1, text.length);
  const found = text[next] ?? '';
  if (found === '') return 'sure';
  if (found === '}')
    return position.inWrapper && text[skipSpace(text, next + 1, text.length)] !== ',' ? 'sure' : 'perhaps';
  if (found === ',') next = skipSpace(text, next + 1, text.length);
  if (isKeyAt(text, next)) {
    if (keyText(text, next) === first) return 'sure';
    if (envelopeFields.includes(keyText(text, next).slice(1, -1))) return 'no';
    return found === ',' && position.inWrapper ? 'sure' : 'perhaps';
  }
  return (text[next] ?? '{') === '{' && (found === '{' || found === ',') ? 'sure' : 'perhaps';
}

/** The key that the record at `start` begins with, in its quotes; '' when that can't be told. */
function firstKey(text: string, start: number): string {
  return keyText(text, skipSpace(text, text[start] === '{' ? start + 1 : start, text.length));
}

function keyText(text: string, at: number): string {
  return /"[^"\\\r\n]*"/y.exec(text.slice(at, at + 200))?.[0] ?? '';
}

function fromMended(text: string, start: number, mended: Mended): Slice {
  const { damages, edits } = mended;
  const end = start + mended.end;
  const source = text.slice(start, end);
  const value = parseObject(applyEdits(source, edits)) ?? {};
  const picked = salvaged(source, value);
  const known = Object.keys(picked).length === 0 ? value : { ...value, ...picked };
  return { start, end, value: Object.keys(known).length === 0 ? undefined : known, damages, edits };
}

const LISTED_BY = ['eventSource', 'eventName', 'eventTime', 'eventID'];

/** Fields by which a record is listed that damage moved out of their place, picked from the text itself. */
function salvaged(source: string, value: JsonObject): JsonObject {
  const found: Record<string, string> = {};
  for (const field of LISTED_BY) {
    if (Object.hasOwn(value, field)) continue;
    const match = new RegExp(`${field}"?\\s*:\\s*"([^"\\\\]{0,300})"`).exec(source);
    if (match?.[1] !== undefined) found[field] = match[1];
  }
  return found;
}
