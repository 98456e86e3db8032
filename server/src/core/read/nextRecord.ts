import { OPEN_BRACE, skipSpace } from './characters';
import { isContinued, isWholeEvent } from './continued';
import { debrisEnd, isLeftOfEvent, isParted, LONGEST_DEBRIS } from './debris';
import * as gaps from './gaps';
import { readSlice, type Slice } from './slice';
import { nextSound } from './soundEvents';
import type { Piece, Walk } from './walk';
import { look } from './whole';
import { upToParting } from './wholeRecord';

/** Takes the record that begins at `start`, or what is left of records there. */
export function recordAt(walk: Walk, start: number): Piece {
  const inList = walk.open.at(-1) === 'list';
  const position = { inList, inWrapper: walk.open.includes('wrapper') };
  const slice = readSlice(walk.text, start, position, walk.effort);
  if (!isRecord(walk, slice, inList)) return debrisAt(walk, start);
  return walk.taken(withRest(walk, slice, inList), inList);
}

const FIRST_KEY = '"eventVersion"';
const NONE: readonly never[] = [];

/**
 * The record that begins at `start` behind another one of its list, if it begins like an event, is whole, and another one follows
 * it as it followed the last: nearly all records of nearly all logs. It is what `recordAt` gives, with fewer questions.
 *
 * @param first behind the record's brace, and the space there
 */
export function recordLikeLast(walk: Walk, start: number, first: number): Piece | undefined {
  const { text, effort } = walk;
  if (!text.startsWith(FIRST_KEY, first)) return undefined;
  const whole = upToParting(text, start, effort.parting);
  if (whole === undefined || 'notAt' in whole) return undefined;
  const { end, value } = whole;
  return value.eventName === undefined
    ? undefined
    : walk.takenLikeLast({ start, end, value, damages: NONE, edits: NONE });
}

/** Takes text that is nothing: a comment, the dots of documentation, or debris. */
export function foreignAt(walk: Walk, inside: boolean, at = walk.at): Piece {
  const { text } = walk;
  const found = gaps.foreign(text, at, inside, walk.fence());
  const { start, end } = found.span;
  const next = text[skipSpace(text, end, text.length)] ?? ']';
  const isProse = !text.slice(start, end).includes('"') && '{]'.includes(next);
  return found.kind !== 'unexpected-text' || isProse ? { gap: walk.skip(found) } : debrisAt(walk, at);
}

/**
 * What was read as a record is one. An object that says nothing of an event, and stands among what is left of records, is a
 * part of them; and so is what has lost its brace, where more of it is left behind it.
 */
function isRecord(walk: Walk, { start, end, value, damages }: Slice, inList: boolean): boolean {
  const { text } = walk;
  const isWhole = damages.length === 0;
  // Nearly all records, so it goes before all questions that cost more.
  if (isWhole && value?.eventVersion !== undefined && value.eventName !== undefined) return true;
  if (isWhole ? isWholeEvent(value) : text.charCodeAt(start) === OPEN_BRACE) return true;
  const isFirst = walk.lastEnd === walk.entered;
  const isBehind = inList ? walk.comma === undefined && !isFirst : walk.topComma !== undefined;
  return !isBehind && !walk.besideDebris && !isBesideCut(walk, start, inList) && isParted(text, end, inList);
}

/** What stands on the line of a record that was cut off can be the rest of it. */
function isBesideCut({ text, lastDamage, lastEnd }: Walk, start: number, inList: boolean): boolean {
  return !inList && lastDamage !== 'none' && !/[\r\n]/.test(text.slice(lastEnd, start));
}

/** A damaged record with what is left of it behind the end that mending has found. */
function withRest(walk: Walk, slice: Slice, inList: boolean): Slice {
  const { text } = walk;
  const { start, end, value, damages } = slice;
  const mayGoOn = damages.length > 0 ? text.charCodeAt(start) === OPEN_BRACE : isContinued(text, end, value ?? {});
  if (!mayGoOn || isParted(text, end, inList)) return slice;
  const from = skipSpace(text, end, text.length);
  if (!inList && /[\r\n]/.test(text.slice(end, from))) return slice;
  const last = endOfDebris(walk, from);
  if (!/^[\s,}]*"/.test(text.slice(from, last))) return slice;
  const rest = gaps.unexpected(text, { start: from, end: last });
  const span = { start: from - start, end: last - start };
  const edits = [{ start: end - start, end: last - start, text: '' }];
  const damage = { ...rest, kind: 'unexpected-text' as const, span, edits, safe: false };
  return { start, end: last, value, damages: [...damages, damage], edits: [...slice.edits, ...edits] };
}

/** What is left of records from `start` on: a record if it tells of an event, else a gap. */
function debrisAt(walk: Walk, start: number): Piece {
  const { text } = walk;
  const end = endOfDebris(walk, start);
  const gap = gaps.unexpected(text, { start, end });
  if (!isLeftOfEvent(text.slice(start, end))) return { gap: walk.skip(gap) };
  const span = { start: 0, end: end - start };
  const edits = [{ ...span, text: '{}' }];
  const damage = { ...gap, kind: 'unexpected-text' as const, span, edits, safe: false };
  return walk.taken({ start, end, value: undefined, damages: [damage], edits }, walk.open.at(-1) === 'list');
}

function endOfDebris({ text, effort, open }: Walk, start: number): number {
  const sound = nextSound(text, start, Math.min(text.length, start + LONGEST_DEBRIS), effort);
  look(effort, start + LONGEST_DEBRIS);
  const closers = open.map((level) => (level === 'list' ? ']' : '}')).reverse();
  const isLog = sound !== undefined && sound.from < sound.start;
  return debrisEnd(text, start, { fence: sound?.from ?? text.length, isLog, closers: closers.join('') });
}
