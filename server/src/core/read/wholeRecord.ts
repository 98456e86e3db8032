import type { JsonObject } from '../record';
import { CLOSE_BRACE, COMMA, OPEN_BRACE, skipSpace, skipSpaceBack } from './characters';
import { isContinued, mayHoldEvents } from './continued';
import { isCloudTrailRecord } from './evidence';
import { run, START } from './grammar';
import { isOtherValue } from './otherValue';
import { endingAt, type Position } from './recordEnd';
import { nextSound } from './soundEvents';
import { beginningLike, keyText, nextRecordStart, nextTrailStart } from './starts';
import { closingBracket } from './valueEnd';
import { type Effort, look, parseObject } from './whole';

/** A record that JSON reads as it stands. */
export interface Whole {
  readonly end: number;
  readonly value: JsonObject;
}

/** Brackets of a record are first counted this far; nearly all records are shorter. */
const SHORT = 16_000;

/** The record at `start`, if it is whole: one search and one `JSON.parse` for almost all records of almost all logs. */
export function readWhole(text: string, start: number, position: Position, effort: Effort): Whole | undefined {
  const before = knownRecord(text, start, effort);
  if (before !== undefined) return before;
  const known = upToParting(text, start, effort.parting);
  if (known !== undefined && 'value' in known) return known;
  const found =
    upToNext(text, start, effort, known?.notAt) ??
    byBrackets(text, start, position, effort) ??
    byGrammar(text, start, position, effort);
  if (found !== undefined) effort.parting = partingAt(text, found.end);
  return found;
}

/** The record as it was read when the text was recognised. */
function knownRecord(text: string, start: number, effort: Effort): Whole | undefined {
  const known = effort.known.get(start);
  if (known?.value === undefined) return undefined;
  look(effort, known.end);
  effort.parting = partingAt(text, known.end);
  return { end: known.end, value: known.value };
}

/**
 * The record ends where it would if it were parted from the next one like the last two from each other. JSON that opens with
 * a brace can end in one place only, so if this is it, no other way of looking can find another.
 *
 * @returns where it does not end, if it does not
 */
export function upToParting(
  text: string,
  start: number,
  parting: string,
): Whole | { readonly notAt: number } | undefined {
  if (parting === '') return undefined;
  const near = text.slice(start, start + SHORT);
  const brace = near.indexOf(parting);
  if (brace < 0) return undefined;
  const value = parseObject(near.slice(0, brace + 1));
  const end = start + brace + 1;
  return value === undefined ? { notAt: end } : { end, value };
}

/** How the record that ends here is parted from the next one: by its lines, else by the key that the next one begins with. */
function partingAt(text: string, end: number): string {
  let brace = skipSpace(text, end, text.length);
  if (text.charCodeAt(brace) === COMMA) brace = skipSpace(text, brace + 1, text.length);
  if (text.charCodeAt(brace) !== OPEN_BRACE) return '';
  const parting = text.slice(end - 1, brace + 1);
  if (/[\r\n]/.test(parting)) return parting;
  const key = keyText(text, brace + 1);
  return key === '' ? '' : parting + key;
}

/** The record ends where the next one begins. */
function upToNext(text: string, start: number, effort: Effort, notAt: number | undefined): Whole | undefined {
  const next = nextTrailStart(text, start + 1, (offset) => look(effort, offset), effort.without);
  if (next < 0) return undefined;
  let end = skipSpaceBack(text, next, start);
  if (text.charCodeAt(end - 1) === COMMA) end = skipSpaceBack(text, end - 1, start);
  if (end === notAt || text.charCodeAt(end - 1) !== CLOSE_BRACE) return undefined;
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
  return end < 0 ? undefined : endingAs(text, start, end, position, effort);
}

/** A long record, or one that holds what looks like other records: read by JSON's grammar, which stops at damage. */
function byGrammar(text: string, start: number, position: Position, effort: Effort): Whole | undefined {
  const limit = Math.min(text.length, start + effort.left);
  const stop = run(text, start, limit, START);
  look(effort, stop.kind === 'deep' ? limit : stop.at + 1);
  const end = stop.kind === 'deep' ? closingBracket(text, start, limit) : stop.kind === 'closed' ? stop.at : -1;
  const whole = end < 0 ? undefined : endingAs(text, start, end, position, effort);
  if (whole === undefined) effort.left = Math.max(0, effort.left - (Math.max(end, stop.at) - start));
  return whole;
}

/** The record, if it is one and may end at `end`: an event may wherever nothing follows that it lacks. */
function endingAs(text: string, start: number, end: number, position: Position, effort: Effort): Whole | undefined {
  const value = parseObject(text.slice(start, end));
  if (value === undefined) return undefined;
  // A list that a cut record has left open takes the whole events behind the cut for its own.
  if (!mayHoldEvents(value) && nextSound(text, start + 1, end, effort) !== undefined) {
    // At the top it can be a document of another program, which holds them.
    return !position.inList && !position.inWrapper && isOtherValue(value) ? { end, value } : undefined;
  }
  const goesOn = isCloudTrailRecord(value)
    ? isContinued(text, end, value)
    : endingAt(text, start, end, position, value) === 'no';
  return goesOn ? undefined : { end, value };
}
