import type { JsonObject } from '../record';
import { CLOSE_BRACE, COMMA, OPEN_BRACE, skipSpaceBack } from './characters';
import { run, START } from './grammar';
import { endingAt, type Position } from './recordEnd';
import { beginningLike, nextRecordStart, nextTrailStart } from './starts';
import { closingBracket } from './valueEnd';

/** A record that JSON reads as it stands. */
export interface Whole {
  readonly end: number;
  readonly value: JsonObject;
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

/** The record at `start`, if it is whole: one search and one `JSON.parse` for almost all records of almost all logs. */
export function readWhole(text: string, start: number, position: Position, effort: Effort): Whole | undefined {
  return upToNext(text, start) ?? byBrackets(text, start, position, effort) ?? byGrammar(text, start, position, effort);
}

/** The record ends where the next one begins. */
function upToNext(text: string, start: number): Whole | undefined {
  const next = nextTrailStart(text, start + 1);
  if (next < 0) return undefined;
  let end = skipSpaceBack(text, next, start);
  if (text.charCodeAt(end - 1) === COMMA) end = skipSpaceBack(text, end - 1, start);
  if (text.charCodeAt(end - 1) !== CLOSE_BRACE) return undefined;
  const value = parseObject(text.slice(start, end));
  return value === undefined ? undefined : { end, value };
}

/** The record ends at the brace that closes its first one. */
function byBrackets(text: string, start: number, position: Position, effort: Effort): Whole | undefined {
  if (text.charCodeAt(start) !== OPEN_BRACE) return undefined;
  const near = Math.min(text.length, start + SHORT);
  const like = beginningLike(text, start, !position.inList);
  const reach = effort.left > 0 ? near : nextRecordStart(text, start + 1, near, like);
  const end = closingBracket(text, start, reach);
  if (end < 0) effort.left = Math.max(0, effort.left - (reach - start));
  return end < 0 ? undefined : endingAs(text, start, end, position);
}

/** A long record, or one that holds what looks like other records: read by JSON's grammar, which stops at damage. */
function byGrammar(text: string, start: number, position: Position, effort: Effort): Whole | undefined {
  const limit = Math.min(text.length, start + effort.left);
  const stop = run(text, start, limit, START);
  const end = stop.kind === 'deep' ? closingBracket(text, start, limit) : stop.kind === 'closed' ? stop.at : -1;
  const whole = end < 0 ? undefined : endingAs(text, start, end, position);
  if (whole === undefined) effort.left = Math.max(0, effort.left - (Math.max(end, stop.at) - start));
  return whole;
}

/** The record, if it is one and may end at `end`. */
function endingAs(text: string, start: number, end: number, position: Position): Whole | undefined {
  const value = parseObject(text.slice(start, end));
  if (value === undefined || endingAt(text, start, end, position, value) === 'no') return undefined;
  return { end, value };
}

/** What JSON makes of a text, if that is an object. */
export function parseObject(source: string): JsonObject | undefined {
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
