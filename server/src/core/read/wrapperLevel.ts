import { CLOSE_BRACE, skipSpace, skipSpaceBack } from './characters';
import { entryEnd } from './entryEnd';
import * as gaps from './gaps';
import { run, START } from './grammar';
import { foreignAt } from './nextRecord';
import { nextSound } from './soundEvents';
import { isKeyAt } from './starts';
import { valueEnd } from './valueEnd';
import type { Piece, Walk } from './walk';
import { look } from './whole';
import { isRecordsKey } from './wrapping';

/** A member of the wrapping object that a cut is looked for in has at most this many characters. */
const LONGEST_MEMBER = 64_000;

/** In the wrapping object, behind its list: its end, or a further member. */
export function* inWrapper(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  const found = text[at];
  if (found === '}') yield* walk.close();
  else if (found === ',') yield* walk.takeComma();
  else if (found === '{') {
    // The next wrapping object begins before this one has ended.
    walk.open.pop();
    walk.afterValue = true;
    yield { gap: gaps.missingBracket(text, walk.lastEnd, at, '}') };
  } else if (found === '"' && isKeyAt(text, at) && !isCutHere(walk)) yield* member(walk);
  else if (found === '"' && isCutHere(walk)) takeCut(walk);
  else if (found === ']') yield { gap: walk.garbledCloser() ?? walk.skip(gaps.extraBracket(text, at)) };
  else {
    const garbled = walk.garbledCloser();
    yield garbled === undefined ? foreignAt(walk, true) : { gap: garbled };
  }
}

/** The text ends inside the member that begins here. */
function isCutHere(walk: Walk): boolean {
  const { text, at } = walk;
  look(walk.effort, Number.POSITIVE_INFINITY);
  const last = text.charCodeAt(skipSpaceBack(text, text.length, at) - 1);
  if (text.length - at > LONGEST_MEMBER || last === CLOSE_BRACE) return false;
  const { kind } = run(`{${text.slice(at)}`, 0, text.length - at + 1, START);
  return kind === 'limit' || kind === 'open-string';
}

function takeCut(walk: Walk): void {
  walk.comma = undefined;
  walk.isCutInside = true;
  walk.at = walk.text.length;
  walk.lastEnd = skipSpaceBack(walk.text, walk.text.length, 0);
}

/** Whole events in a member stand alone, unless all of the text is JSON and the member has them for its own. */
function holdsEvents({ text, effort }: Walk, start: number, end: number): boolean {
  return nextSound(text, start, end, effort) !== undefined;
}

/** Whether a value is a whole event: it is one wherever it stands. */
export function isEventAt({ text, effort }: Walk, value: number): boolean {
  return text[value] === '{' && nextSound(text, value, value + 1, effort)?.start === value;
}

/** A further member of the wrapping object; a second list of records is read like the first. */
export function* member(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  if (walk.afterValue) yield { gap: gaps.missingComma(walk.lastEnd, at, 'the next key') };
  const keyEnd = valueEnd(text, at);
  const colon = skipSpace(text, keyEnd, text.length);
  const value = skipSpace(text, colon + 1, text.length);
  const name = text.slice(at + 1, keyEnd - 1);
  if (isRecordsKey(name) && text[value] === '[') {
    walk.enter('list', value + 1);
    yield { gap: gaps.duplicateRecords({ start: at, end: keyEnd }) };
    return;
  }
  const end = entryEnd(text, value, text.length);
  look(walk.effort, Math.abs(end));
  if (end > 0 && !holdsEvents(walk, value, end)) walk.take(end);
  else if (isEventAt(walk, value)) walk.take(value);
  else {
    walk.take(colon + 1);
    yield foreignAt(walk, true, Math.min(value, text.length - 1));
  }
  walk.afterValue = true;
}
