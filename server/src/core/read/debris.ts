import { COMMA, skipSpace, skipSpaceBack } from './characters';
import { nextRecordStart, OUTSIDE, startsRecord } from './starts';

/**
 * Debris: what is left of records that have lost their beginning, with whatever stands among it. It has no structure to
 * follow, so it is taken as one piece, up to where something begins that is known.
 */

/** How far a piece of it goes at most. */
export const LONGEST_DEBRIS = 64_000;

/** What ends a piece of debris. */
export interface DebrisEnd {
  /** Where the next whole event begins, or its log. */
  readonly fence: number;
  /** The fence is where a log begins. */
  readonly isLog: boolean;
  /** The brackets that close what stands open, innermost first. */
  readonly closers: string;
}

/** Where the debris at `at` ends: before a record or a log, and before what parts it from them. */
export function debrisEnd(text: string, at: number, { fence, isLog, closers }: DebrisEnd): number {
  const reach = Math.min(text.length, at + LONGEST_DEBRIS, fence);
  const next = nextRecordStart(text, at + 1, reach, OUTSIDE);
  let end = skipSpaceBack(text, next, at);
  if (next < text.length && text.charCodeAt(end - 1) === COMMA) end = skipSpaceBack(text, end - 1, at);
  if (next === text.length || (isLog && next === fence)) end = withoutClosers(text, at, end, closers);
  return Math.max(end, at + 1);
}

function withoutClosers(text: string, at: number, end: number, closers: string): number {
  let rest = end;
  for (const closer of Array.from(closers).reverse()) {
    if (text[rest - 1] === closer) rest = skipSpaceBack(text, rest - 1, at);
  }
  return rest;
}

/** Names by which an event is known: debris that has two of them is what is left of one. */
const NAMES = /"(?:eventID|eventName|eventTime|eventSource)"\s*:\s*"/g;

/** Whether text between records names fields of an event twice or more, so that it is told as what is left of one. */
export function isLeftOfEvent(debris: string): boolean {
  return (debris.match(NAMES)?.length ?? 0) > 1;
}

/** The text ends behind `at`, or another log begins there. */
function endsLog(text: string, at: number): boolean {
  const next = skipSpace(text, at, text.length);
  return next === text.length || (text[next] === '{' && !startsRecord(text, next));
}

/** Whether what stands at the end of a value parts it from what follows, in a list or at the top of a log. */
export function isParted(text: string, end: number, inList: boolean): boolean {
  let next = skipSpace(text, end, text.length);
  if (next === text.length) return true;
  const found = text[next] ?? '';
  if (found === '{' || found === '[') return !inList;
  if (inList && found === ']') return true;
  if (inList && found === '}') return endsLog(text, next + 1);
  if (found !== ',') return false;
  next = skipSpace(text, next + 1, text.length);
  return next === text.length || '{]['.includes(text[next] ?? '');
}
